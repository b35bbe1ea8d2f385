// The shell's forms: the server's own, empty, filled on this device with what the server would have filled in.
// @ts-check
import { called, known, personOf, waiting } from "./known.js";
import { $, button, day, heading, isoDay, word } from "./parts.js";

/** @typedef {import("./known.js").Person} Person */
/** @typedef {import("./known.js").Known} Known */

export const templateOf = (/** @type {string} */ name) => /** @type {HTMLTemplateElement} */ ($(`template[data-form="${name}"]`));

/** Show the form of that name; false if there is none. @param {string} name @param {string} [uuid] of whom it is */
export function open(name, uuid = "") {
  const template = templateOf(name);
  if (!template || !known) return false;
  const form = /** @type {HTMLFormElement} */ (/** @type {any} */ (template.content.firstElementChild).cloneNode(true));
  const one = personOf(uuid);
  form.action = `/w/${known.membership}/${(template.dataset.path ?? "").replace("{uuid}", uuid)}`;
  Object.assign(form.dataset, { title: template.dataset.title, about: one ? called(one) : "", then: template.dataset.then ?? "" });
  const about = one && name === "moment2" && one.window ? [called(one), word("window", one.window.map(day).join(" – "))] : [one && called(one)];
  heading(template.dataset.title ?? "", name === "contact" ? "" : about.filter(Boolean).join(". "), word("home"));
  fill(form, name, known, one);
  const first = name === "trajectory" && waiting.some((row) => row.id === uuid) ? [uuid] : [];
  const tell = () => tellNeeds(form, [...first, ...(one?.needs ?? [])]);
  form.addEventListener("input", tell);
  form.addEventListener("change", tell);
  tell();
  $('[data-screen="form"]').replaceChildren(form);
  return true;
}

/** What the server fills in on its own pages. @param {HTMLFormElement} form @param {string} name @param {Known} all @param {Person} [one] */
function fill(form, name, all, one) {
  set(form, "entry_id", crypto.randomUUID());
  days(form);
  projects(form, all, one);
  for (const [field, value] of Object.entries(all.last[name] ?? {})) set(form, field, value);
  options(form, "provider", all.providers.map(({ uuid, name }) => [uuid, name]), name === "contact" ? "" : (one?.provider ?? ""));
  $("datalist", form)?.replaceChildren(...all.providers.map(({ name }) => new Option("", name)));
  choices(form, "for_working_year", all.years.map(({ year, label }) => [String(year), label]), String(all.years.find((year) => year.usual)?.year ?? ""));
  if (name.startsWith("moment")) set(form, "version", "0");
  if (name === "moment2" && one?.window && isoDay(0) > one.window[1]) noDay(form, "date");
  if (name === "activity" && all.last.activity?.strategy) $("details summary", form).after($("#id_strategy_field", form)); // no question any more
  if (name === "contact") people(form, all.people, one);
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

/** Children are recorded where that is agreed; all else can be noted anywhere. @param {HTMLFormElement} form @param {Known} all @param {Person} [one] */
function projects(form, all, one) {
  const offered = all.projects.filter((project) => project.records || !form.action.includes("/participants/"));
  const usual = one?.project ?? offered[0]?.uuid ?? "";
  const place = $("#id_appointment_field, #id_appointment", form);
  if (offered.length > 1 && place) return choices(form, "appointment", offered.map(({ uuid, title }) => [uuid, title]), usual);
  place?.remove();
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "appointment", value: usual }));
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

/** Whom the contact is about: those seen last first; the one asked for ticked, with brothers and sisters beside. @param {HTMLFormElement} form @param {Person[]} all @param {Person} [one] */
function people(form, all, one) {
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
}

/** Ticks the brothers and sisters at once. @param {HTMLFormElement} form @param {Person[]} family */
function wholeFamily(form, family) {
  const offer = button(word("family", family.map(called).join(", ")), () => {
    const boxes = family.map(({ uuid }) => /** @type {HTMLInputElement} */ ($(`[name="trajectories"][value="${uuid}"]`, form)));
    for (const box of boxes) box.checked = true;
    form.dispatchEvent(new Event("change"));
    boxes[0].focus();
    offer.remove();
  });
  return offer;
}

/**
 * What is about someone who waits too, or names a provider who does, goes after them. In the outbox it is called by
 * whom or what it is about.
 * @param {HTMLFormElement} form @param {string[]} first what goes before it in any case
 */
function tellNeeds(form, first) {
  const said = new FormData(form);
  const ticked = said.getAll("trajectories").map((uuid) => personOf(String(uuid)));
  const named = [said.get("provider"), ...said.getAll("providers")].map(String);
  const providers = (known?.providers ?? []).filter(({ uuid, name }) => named.includes(uuid) || named.includes(name));
  if (ticked.length) form.dataset.about = ticked.map((one) => one && called(one)).join(", ");
  if (said.get("what")) form.dataset.about = String(said.get("what"));
  form.dataset.needs = [...first, ...[...ticked, ...providers].flatMap((one) => one?.needs ?? [])].join(" ");
}
