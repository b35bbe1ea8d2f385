// The app as it opens without reception: its screens, and the way from one to the other.
// @ts-check
import { open, templateOf } from "./fill.js";
import { correct } from "./forms.js";
import { called, known, personOf, remember, waiting } from "./known.js";
import { drop, entries, listeners, restore, send, trouble } from "./outbox.js";
import { $, button, dayAndTime, heading, isoDay, linked, list, part, row, word } from "./parts.js";
import { learn, say, sayWhatWasLeft, show } from "./phone.js";

/** @typedef {import("./known.js").Person} Person */
/** @typedef {import("./known.js").Known} Known */

// --- Screens

function home() {
  const { people, due, projects, at, leads } = /** @type {Known} */ (known);
  heading(word("home"), people.length || projects.length ? word("fresh", dayAndTime(at)) : word("nobody"));
  const pressing = due.map(personOf).filter((one) => one !== undefined);
  part("due").hidden = !pressing.length;
  list("due", pressing.map((one) => linked("person", hrefOf(one), { rings: one.rings, link: called(one), words: one.due[0].words })));
  list("lately", leads ? [] : people.slice(0, 3).map((one) => linked("chip", `#contact/${one.uuid}`, { link: one.needs ? one.name : one.code })));
  part("record").hidden = !projects.some((one) => one.records);
  work(leads);
  find();
}

/** What one can note; whose day is about activities has them above all else. @param {boolean} leads */
function work(leads) {
  const main = leads ? "activity" : "contact";
  Object.assign(part("main"), { href: `#${main}`, textContent: templateOf(main).dataset.title });
  const kinds = ["contact", "activity", "signal", "result"].filter((name) => name !== main);
  list("work", kinds.map((name) => linked("chip", `#${name}`, { link: word(name) })));
  (leads ? part("due") : part("record")).before(part("work"));
}

/** @param {Person} one */
const hrefOf = (one) => (one.due[0].moment ? `#moment${one.due[0].moment}/${one.uuid}` : `#contact/${one.uuid}`);

/** By code or first name, on this device: a name goes nowhere. */
function find() {
  const bare = (/** @type {string} */ text) => text.normalize("NFD").replace(/[\p{M}\s-]/gu, "").toLowerCase();
  const wanted = bare(/** @type {HTMLInputElement} */ ($("#find")).value);
  const found = (known?.people ?? []).filter((one) => bare(one.code).startsWith(wanted) || bare(one.name).startsWith(wanted));
  list("people", found.map((one) => linked("person", `#person/${one.uuid}`, { rings: one.rings, link: called(one), words: one.status })));
  part("found").textContent = found.length === 1 ? word("foundOne") : word("foundMany", found.length);
}

/** @param {string} uuid */
function person(uuid) {
  const one = personOf(uuid);
  if (!one) return home();
  heading(called(one), one.status, word("home"));
  part("log").setAttribute("href", `#contact/${uuid}`);
  const acts = [...one.asks.map((n) => `moment${n}`), "trial", "enrolment", "status"];
  const rows = acts.map((name) => linked("person", `#${name}/${uuid}`, { link: templateOf(name).dataset.title ?? "" }));
  if (!one.needs) rows.push(linked("person", `/w/${known?.membership}/trajectories/${uuid}/`, { link: word("whole"), words: word("online") }));
  list("acts", rows);
}

function outbox() {
  heading(word("outbox"), trouble && word(trouble), word("home"));
  list("entries", waiting.map(entryRow));
  part("nothing").hidden = waiting.length > 0;
  part("login").hidden = trouble !== "login" && Boolean(known);
  part("sending").hidden = !waiting.some((entry) => entry.form);
}

/** @param {import("./outbox.js").Opened} entry */
function entryRow(entry) {
  const { form, state, at } = entry;
  const held = form?.needs.some((id) => waiting.some((one) => one.id === id));
  const stands = form ? word(held ? "held" : state) : word("locked");
  const title = form ? [form.title, form.about].filter(Boolean).join(" · ") : stands;
  const made = row("entry", { title, when: dayAndTime(new Date(at).toISOString()), why: form ? [stands, form.why].filter(Boolean).join(". ") : "" });
  made.dataset.state = form && state;
  const offers = { correct: form && state !== "waiting", retry: form && state !== "waiting", drop: form };
  for (const [name, offered] of Object.entries(offers)) {
    const act = $(`[data-act="${name}"]`, made);
    if (!offered) act.remove();
    act.addEventListener("click", () => acts[/** @type {keyof typeof acts} */ (name)](entry));
  }
  return made;
}

/** What one can do with an entry. @type {Record<"correct" | "retry" | "drop", (entry: import("./outbox.js").Opened) => any>} */
const acts = {
  correct,
  retry: async (entry) => {
    await restore({ ...entry, state: "waiting", next: 0 });
    await send({ now: true });
  },
  drop: async (entry) => {
    await drop(entry.id);
    say(word("dropped"));
    $("#said").append(button(word("undo"), () => restore(entry).then(() => ($("#said").hidden = true))));
  },
};

// --- Going about

function route() {
  const [name, uuid] = location.hash.slice(1).split("/");
  const screens = /** @type {Record<string, () => void>} */ ({ "": home, person: () => person(uuid), outbox });
  const screen = name in screens ? name || "home" : "form";
  if (!known && screen !== "outbox") return present("locked", () => heading(word("home")));
  if (screen === "form" && !open(name, uuid)) return present("home", home);
  present(screen, screens[name] ?? (() => undefined));
}

/** @param {string} screen @param {() => void} draw */
function present(screen, draw) {
  for (const one of document.querySelectorAll("[data-screen]")) /** @type {HTMLElement} */ (one).hidden = /** @type {HTMLElement} */ (one).dataset.screen !== screen;
  draw();
}

async function refresh() {
  await remember();
  await show();
  // A form that someone is writing in is left alone.
  if ($('[data-screen="form"]').hidden) route();
}

async function go() {
  await remember();
  sayWhatWasLeft();
  route();
  scrollTo(0, 0);
  $("#main").focus({ preventScroll: true });
}

/** The file has what waits here in full, for whoever helps: it is theirs who noted it. */
async function saveAsFile() {
  const mine = (await entries()).filter((entry) => entry.form).map(({ id, at, form }) => ({ entry_id: id, noted_at: new Date(at), ...form }));
  const file = new Blob([JSON.stringify(mine, null, 2)], { type: "application/json" });
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: `niet-verzonden-${isoDay(0)}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

$("#find").addEventListener("input", find);
$('[data-act="send"]').addEventListener("click", async () => {
  await send({ now: true });
  await refresh();
});
$('[data-act="save"]').addEventListener("click", saveAsFile);
addEventListener("hashchange", go);
listeners.add(refresh);
go();

const workplace = localStorage.getItem("workplace");
if (workplace) learn(`/w/${workplace}/phone/`).then((learnt) => (learnt ? refresh() : undefined));
