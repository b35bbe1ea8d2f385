// A step saves itself while one types. Without this script the buttons do the same.
// The server merges: a request may be sent again with the version one had, and nothing is lost or overwritten.

const form = document.querySelector("form.step[hx-post]");
const PAUSE = 900; // after the last key
const AGAIN = 5000; // after a request that failed

let typed = 0; // how often something changed
let sent = 0; // `typed` when the last request left
let timer = 0;

/** Say in the line at the bottom where the work is kept: one of its `data-` words. */
function say(/** @type {string} */ word) {
  const line = document.getElementById("saved");
  if (line) line.textContent = line.dataset[word] ?? "";
  line?.classList.toggle("waits", word !== "busy");
}

/** A log-in gives the browser another token: whoever logged in again in another tab saves with that one. */
function renewToken() {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1];
  if (token) form.elements.csrfmiddlewaretoken.value = token;
}

function save() {
  clearTimeout(timer);
  renewToken();
  sent = typed;
  say(navigator.onLine ? "busy" : "offline");
  window.htmx.trigger(form, "save");
}

function soon(/** @type {number} */ after) {
  clearTimeout(timer);
  timer = setTimeout(save, after);
}

function noticed(/** @type {Event} */ { target }) {
  if (target.name === "ready" || target.type === "hidden") return; // ready is said with a button
  typed += 1;
  form.dataset.unsaved = "yes";
  soon(PAUSE);
}

function failed(/** @type {string} */ word) {
  form.dataset.unsaved = "yes";
  say(word);
  soon(AGAIN);
}

if (form) {
  form.addEventListener("input", noticed);
  form.addEventListener("htmx:beforeSwap", (event) => {
    const { xhr } = event.detail;
    // Others' answers may take the place of what stands here, but never of what is being typed: then ask again.
    if (xhr.getResponseHeader("X-Taken") && typed !== sent) {
      event.detail.shouldSwap = false;
      soon(PAUSE);
    } else if (xhr.status === 200 && typed === sent) {
      delete form.dataset.unsaved;
    }
  });
  form.addEventListener("htmx:sendError", () => failed("offline"));
  form.addEventListener("htmx:timeout", () => failed("offline"));
  form.addEventListener("htmx:responseError", ({ detail }) => failed(detail.xhr.status === 401 ? "login" : "refused"));
  addEventListener("online", save);
  addEventListener("beforeunload", (event) => {
    if (form.dataset.unsaved && !form.dataset.sent) event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    renewToken();
    if (navigator.onLine) return;
    event.preventDefault(); // the browser would show its own page, and what was typed would be behind it
    say("offline");
  });
}
