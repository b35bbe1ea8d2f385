// Keeps the shell, so that the app opens without reception. It touches nothing but GET; what is sent goes its own way.
const CACHE = "shell-{{ version }}";
const SHELL = "{{ shell }}";
const FILES = [{% for file in files %}"{{ file }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const PATIENCE = 5000; // for the first screen, before the shell takes its place

// The new version is kept whole before the old one goes. Without cookies, so nobody's name gets in.
addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll([SHELL, ...FILES].map((url) => new Request(url, { credentials: "omit", cache: "no-cache" })));
    await skipWaiting();
  };
  event.waitUntil(keep());
});

addEventListener("activate", (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await clients.claim();
  };
  event.waitUntil(tidy());
});

addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method !== "GET" || origin !== location.origin) return;
  if (pathname === SHELL || FILES.includes(pathname)) {
    event.respondWith(kept(pathname, event.request));
  } else if (mode === "navigate") {
    event.respondWith(page(event.request));
  }
});

async function kept(pathname, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(pathname)) ?? fetch(request);
}

// A page comes from the server. When it does not, the shell stands in; for the first screen also when the line hangs.
async function page(request) {
  const waits = request.url.endsWith("/today/") ? PATIENCE : 60_000;
  const late = new Promise((resolve) => setTimeout(resolve, waits));
  const answer = await Promise.race([fetch(request).catch(() => undefined), late]);
  return answer ?? (await (await caches.open(CACHE)).match(SHELL)) ?? fetch(request);
}
