// The app as it opens without reception: the same forms, filled from what this device knows.
// @ts-check
import { correct } from "./forms.js";
import { drop, entries, listeners, restore, send, trouble } from "./outbox.js";
import { learn, say, sayWhatWasLeft, show } from "./phone.js";
import { keeper, knownOf } from "./vault.js";

/**
 * @typedef {{uuid: string, code: string, name: string, status: string, project: string | null, provider: string | null,
 *   rings: string, window?: [string, string] | null, asks: number[], due: {moment: number, words: string}[], family?: string[], person?: string, needs?: string[]}} Person
 * @typedef {{membership: string, place: string, at: string, projects: {uuid: string, title: string, records: boolean}[],
 *   providers: {uuid: string, name: string, needs?: string[]}[], years: {year: number, label: string, usual: boolean}[],
 *   last: Record<string, string>, due: string[], people: Person[]}} Known
 */

const $ = (/** @type {string} */ css, /** @type {ParentNode} */ from = document) => /** @type {HTMLElement} */ (from.querySelector(css));
const words = $("template[data-words]").dataset;
const word = (/** @type {string} */ name, /** @type {any} */ value = "") => (words[name] ?? "").replace("{n}", String(value));
const part = (/** @type {string} */ name) => $(`[data-part="${name}"]`);

/** @type {Known | undefined} */
let known;
/** @type {import("./outbox.js").Opened[]} */
let waiting = [];

// --- What is known: the snapshot, and what was started on this device since

async function remember() {
  const who = await keeper();
  known = who && (await knownOf(who, localStorage.getItem("workplace")));
  waiting = await entries();
  if (known) addWhatWaits(known);
}

/** Who and what was added without reception can be written about at once. @param {Known} all */
function addWhatWaits(all) {
  const names = new Map();
  for (const { id, form } of waiting) {
    if (!form) continue;
    const value = (/** @type {string} */ name) => form.pairs.find((pair) => pair[0] === name)?.[1] ?? "";
    if (form.path.endsWith("/participants/new/")) names.set(id, value("first_name"));
    if (form.path.endsWith("/providers/new/")) all.providers.push({ uuid: id, name: value("name"), needs: [id] });
    const person = form.path.match(/participants\/([0-9a-f-]+)\/trajectories\/new\/$/)?.[1];
    if (person && !all.people.some((one) => one.uuid === id)) {
      const name = names.get(person) ?? form.about;
      all.people.unshift({ uuid: id, code: word("new"), name, status: word("waiting"), project: value("appointment"), provider: null, rings: "", asks: [1], due: [], needs: [id] });
    }
  }
}

const personOf = (/** @type {string} */ uuid) => known?.people.find((one) => one.uuid === uuid);
const called = (/** @type {Person} */ one) => `${one.code} · ${one.name}`;

// --- Rows

/** A copy of a row, its slots filled. @param {string} name @param {Record<string, string>} texts */
function row(name, texts) {
  const copy = /** @type {HTMLElement} */ (/** @type {any} */ ($(`template[data-row="${name}"]`)).content.firstElementChild.cloneNode(true));
  for (const slot of copy.querySelectorAll("[data-slot]")) {
    const text = texts[/** @type {HTMLElement} */ (slot).dataset.slot ?? ""] ?? "";
    if (/** @type {HTMLElement} */ (slot).dataset.slot === "rings") slot.innerHTML = text; // drawn by the server, of fixed words
    else slot.textContent = text;
    if (!text) slot.remove();
  }
  return copy;
}

/** @param {string} name @param {HTMLElement[]} rows */
function list(name, rows) {
  const place = $(`[data-list="${name}"]`);
  place.replaceChildren(...rows);
  place.hidden = !rows.length;
}

/** @param {string} name @param {string} href @param {Record<string, string>} texts */
function linked(name, href, texts) {
  const made = row(name, texts);
  $("a", made).setAttribute("href", href);
  return made;
}

// --- Screens

function home() {
  const { people, due, projects, at } = /** @type {Known} */ (known);
  heading(word("home"), people.length || projects.length ? word("fresh", dayAndTime(at)) : word("nobody"));
  const pressing = due.map(personOf).filter((one) => one !== undefined);
  part("due").hidden = !pressing.length;
  list("due", pressing.map((one) => linked("person", hrefOf(one), { rings: one.rings, link: called(one), words: one.due[0].words })));
  list("lately", people.slice(0, 3).map((one) => linked("chip", `#contact/${one.uuid}`, { link: one.needs ? one.name : one.code })));
  part("record").hidden = !projects.some((one) => one.records);
  find();
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
  list("acts", acts.map((name) => linked("person", `#${name}/${uuid}`, { link: templateOf(name).dataset.title ?? "" })));
}

function outbox() {
  heading(word("outbox"), trouble && word(trouble), word("home"));
  list("entries", waiting.map(entryRow));
  part("nothing").hidden = waiting.length > 0;
  part("login").hidden = trouble !== "login";
  for (const name of ["send", "save"]) $(`[data-act="${name}"]`).hidden = !waiting.length;
}

/** @param {import("./outbox.js").Opened} entry */
function entryRow(entry) {
  const { form, state, at } = entry;
  const held = form?.needs.some((id) => waiting.some((one) => one.id === id));
  const stands = form ? word(held ? "held" : state) : word("locked");
  const title = form ? [form.title, form.about].filter(Boolean).join(" · ") : stands;
  const made = row("entry", { title, when: dayAndTime(new Date(at).toISOString()), why: form ? [stands, form.why].filter(Boolean).join(". ") : "" });
  const offers = { correct: form && state !== "waiting", retry: form && state !== "waiting", drop: form };
  for (const [name, offered] of Object.entries(offers)) {
    const button = $(`[data-act="${name}"]`, made);
    if (!offered) button.remove();
    button.addEventListener("click", () => acts[/** @type {keyof typeof acts} */ (name)](entry));
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
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: word("undo") });
    button.addEventListener("click", () => restore(entry).then(() => ($("#said").hidden = true)));
    $("#said").append(button);
  },
};

// --- Forms

const templateOf = (/** @type {string} */ name) => /** @type {HTMLTemplateElement} */ ($(`template[data-form="${name}"]`));

/** @param {string} name @param {string} [uuid] of whom it is */
function open(name, uuid = "") {
  const template = templateOf(name);
  if (!template || !known) return home();
  const form = /** @type {HTMLFormElement} */ (/** @type {any} */ (template.content.firstElementChild).cloneNode(true));
  const one = personOf(uuid);
  form.action = `/w/${known.membership}/${(template.dataset.path ?? "").replace("{uuid}", uuid)}`;
  Object.assign(form.dataset, { title: template.dataset.title, about: one ? called(one) : "", then: template.dataset.then ?? "" });
  form.dataset.needs = [...(one?.needs ?? []), ...(name === "trajectory" ? waiting.filter((row) => row.id === uuid).map((row) => row.id) : [])].join(" ");
  const about = one && name === "moment2" && one.window ? [called(one), word("window", one.window.map(day).join(" – "))] : [one && called(one)];
  heading(template.dataset.title ?? "", name === "contact" ? "" : about.filter(Boolean).join(". "), word("home"));
  fill(form, name, one);
  $('[data-screen="form"]').replaceChildren(form);
}

/** What the server fills in on its own pages. @param {HTMLFormElement} form @param {string} name @param {Person} [one] */
function fill(form, name, one) {
  const all = /** @type {Known} */ (known);
  set(form, "entry_id", crypto.randomUUID());
  days(form);
  projects(form, one);
  options(form, "provider", all.providers.map(({ uuid, name }) => [uuid, name]), name === "contact" ? "" : (one?.provider ?? ""));
  choices(form, "for_working_year", all.years.map(({ year, label }) => [String(year), label]), String(all.years.find((year) => year.usual)?.year ?? ""));
  if (name.startsWith("moment")) set(form, "version", "0");
  if (name === "moment2" && one?.window && isoDay(0) > one.window[1]) noDay(form, "date");
  if (name !== "contact") return;
  for (const [field, value] of Object.entries(all.last)) set(form, field, value);
  people(form, one);
}

/** @param {HTMLFormElement} form @param {string} name @param {string} value */
function set(form, name, value) {
  const field = form.elements.namedItem(name);
  if (field && "value" in field) field.value = String(value);
}

/** Today and yesterday are those of this moment, not of the day on which the shell was kept. @param {HTMLFormElement} form */
function days(form) {
  for (const group of form.querySelectorAll(".recent .days")) {
    const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll("input"));
    [0, -1].forEach((shift, i) => (boxes[i].value = isoDay(shift)));
    boxes[0].checked = true;
  }
}

/** Today is no answer to what was asked about months ago. @param {HTMLFormElement} form @param {string} name */
function noDay(form, name) {
  for (const box of form.querySelectorAll(`[name="${name}_on"]`)) /** @type {HTMLInputElement} */ (box).checked = false;
}

/** @param {number} shift in days */
function isoDay(shift) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" });
  return parts.format(Date.now() + shift * 86_400_000);
}

/** @param {HTMLFormElement} form @param {Person} [one] */
function projects(form, one) {
  const offered = /** @type {Known} */ (known).projects.filter((project) => project.records || form.action.endsWith("contacts/new/"));
  const usual = one?.project ?? offered[0]?.uuid ?? "";
  const field = form.querySelector('[name="appointment"]');
  if (!field) {
    const place = $("#id_appointment_field, #id_appointment", form);
    if (offered.length > 1 && place) return choices(form, "appointment", offered.map(({ uuid, title }) => [uuid, title]), usual);
    place?.remove();
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "appointment", value: usual }));
  }
}

/** @param {HTMLFormElement} form @param {string} name @param {string[][]} pairs @param {string} chosen */
function options(form, name, pairs, chosen) {
  const field = form.elements.namedItem(name);
  if (!(field instanceof HTMLSelectElement)) return;
  for (const [value, label] of pairs) field.append(new Option(label, value, false, value === chosen));
}

/** Radio buttons, one for each. @param {HTMLFormElement} form @param {string} name @param {string[][]} pairs @param {string} chosen */
function choices(form, name, pairs, chosen) {
  const place = form.querySelector(`#id_${name}_field .choices, #id_${name}`);
  place?.replaceChildren(...pairs.map(([value, label]) => choice("radio", name, value, label, value === chosen)));
}

/** @param {string} type @param {string} name @param {string} value @param {string} text @param {boolean} checked */
function choice(type, name, value, text, checked) {
  const label = document.createElement("label");
  label.append(Object.assign(document.createElement("input"), { type, name, value, checked }), text);
  const line = document.createElement("div");
  line.append(label);
  return line;
}

/** Whom the contact is about: those seen last first; the one asked for ticked, with brothers and sisters beside. @param {HTMLFormElement} form @param {Person} [one] */
function people(form, one) {
  const all = /** @type {Known} */ (known).people;
  const place = $("#id_trajectories_field .choices", form);
  const rest = Object.assign(document.createElement("details"), { className: "choices" });
  const family = all.filter((other) => one?.family?.includes(other.uuid));
  const sorted = one ? [one, ...family, ...all.filter((other) => other !== one && !family.includes(other))] : all;
  const boxes = sorted.map((other) => choice("checkbox", "trajectories", other.uuid, called(other), other === one));
  place.replaceChildren(...boxes.slice(0, 6));
  if (boxes.length > 6) {
    rest.append(Object.assign(document.createElement("summary"), { textContent: word("foundMany", boxes.length - 6) }), ...boxes.slice(6));
    place.after(rest);
  }
  if (family.length) place.after(wholeFamily(form, family));
  form.addEventListener("change", () => needsOf(form));
  needsOf(form);
}

/** Ticks the brothers and sisters at once. @param {HTMLFormElement} form @param {Person[]} family */
function wholeFamily(form, family) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: word("family", family.map(called).join(", ")) });
  button.addEventListener("click", () => {
    const boxes = family.map(({ uuid }) => /** @type {HTMLInputElement} */ ($(`[name="trajectories"][value="${uuid}"]`, form)));
    for (const box of boxes) box.checked = true;
    needsOf(form);
    boxes[0].focus();
    button.remove();
  });
  return button;
}

/** A contact about someone who waits too, or at a provider who does, goes after them. @param {HTMLFormElement} form */
function needsOf(form) {
  const ticked = [...form.querySelectorAll('[name="trajectories"]:checked')].map((box) => personOf(/** @type {HTMLInputElement} */ (box).value));
  form.dataset.about = ticked.map((one) => one && called(one)).join(", ");
  form.dataset.needs = ticked.flatMap((one) => one?.needs ?? []).join(" ");
}

// --- Going about

/** @param {string} title @param {string} [lead] @param {string} [back] */
function heading(title, lead = "", back = "") {
  part("h1").textContent = title;
  part("lead").textContent = lead;
  Object.assign(part("crumb"), { textContent: back, hidden: !back });
  document.title = document.title.replace(/^.* –/, `${title} –`);
}

/** @param {string} iso */
const day = (iso) => new Intl.DateTimeFormat("nl-BE", { dateStyle: "short" }).format(new Date(iso));
/** @param {string} iso */
const dayAndTime = (iso) => new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Brussels" }).format(new Date(iso));

function route() {
  const [name, uuid] = location.hash.slice(1).split("/");
  const screens = /** @type {Record<string, () => void>} */ ({ "": home, person: () => person(uuid), outbox });
  const screen = name in screens ? name || "home" : "form";
  if (!known && screen !== "outbox") return present("locked", () => heading(word("home")));
  present(screen, screens[name] ?? (() => open(name, uuid)));
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
