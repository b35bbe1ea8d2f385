// What the shell is drawn with: its parts, its words, its rows, and days as people write them.
// @ts-check

export const $ = (/** @type {string} */ css, /** @type {ParentNode} */ from = document) => /** @type {HTMLElement} */ (from.querySelector(css));
export const part = (/** @type {string} */ name) => $(`[data-part="${name}"]`);
const words = $("template[data-words]").dataset;
export const word = (/** @type {string} */ name, /** @type {any} */ value = "") => (words[name] ?? "").replace("{n}", String(value));

/** @param {string} title @param {string} [lead] @param {string} [back] */
export function heading(title, lead = "", back = "") {
  part("h1").textContent = title;
  part("lead").textContent = lead;
  Object.assign(part("crumb"), { textContent: back, hidden: !back });
  document.title = document.title.replace(/^.* –/, `${title} –`);
}

/** A copy of a row, its slots filled. @param {string} name @param {Record<string, string>} texts */
export function row(name, texts) {
  const copy = /** @type {HTMLElement} */ (/** @type {any} */ ($(`template[data-row="${name}"]`)).content.firstElementChild.cloneNode(true));
  for (const slot of copy.querySelectorAll("[data-slot]")) {
    const text = texts[/** @type {HTMLElement} */ (slot).dataset.slot ?? ""] ?? "";
    if (/** @type {HTMLElement} */ (slot).dataset.slot === "rings") slot.innerHTML = text; // drawn by the server, of fixed words
    else slot.textContent = text;
    if (!text) slot.remove();
  }
  return copy;
}

/** @param {string} name @param {string} href @param {Record<string, string>} texts */
export function linked(name, href, texts) {
  const made = row(name, texts);
  $("a", made).setAttribute("href", href);
  return made;
}

/** @param {string} name @param {HTMLElement[]} rows */
export function list(name, rows) {
  const place = $(`[data-list="${name}"]`);
  place.replaceChildren(...rows);
  place.hidden = !rows.length;
}

/** A button that acts. @param {string} text @param {() => any} act */
export function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", className: "button quiet", textContent: text });
  made.addEventListener("click", act);
  return made;
}

/** @param {string} iso */
export const day = (iso) => new Intl.DateTimeFormat("nl-BE", { day: "2-digit", month: "2-digit", year: "numeric" }).format(new Date(iso));
/** @param {string} iso */
export const dayAndTime = (iso) => new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short", timeZone: "Europe/Brussels" }).format(new Date(iso));

/** @param {number} shift in days */
export function isoDay(shift) {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Brussels" });
  return parts.format(Date.now() + shift * 86_400_000);
}
