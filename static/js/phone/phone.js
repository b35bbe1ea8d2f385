// On every page of an ambassador: the app installs itself, what waits is counted and sent, and the phone learns what it
// may know. Without a key for this person nothing is kept, and forms go to the server as they always did.
// @ts-check
import { takeOver } from "./forms.js";
import { count, listeners, lost, send } from "./outbox.js";
import { mark } from "./store.js";
import { keepSnapshot, keeper, unlock } from "./vault.js";

const place = document.querySelector("[data-outbox]");

/** Show how many wait, and say what was thrown away by the browser. */
export async function show() {
  if (!(place instanceof HTMLElement)) return;
  const number = await count();
  const { none = "", one = "", many = "" } = place.dataset;
  const link = /** @type {HTMLElement} */ (place.querySelector("a"));
  link.textContent = number === 0 ? none : number === 1 ? one : many.replace("{n}", String(number));
  place.classList.toggle("busy", number > 0);
  place.hidden = false;
}

async function tellLost() {
  const number = await lost();
  if (!number || !(place instanceof HTMLElement)) return;
  say((place.dataset.lost ?? "").replace("{n}", String(number)), "error");
  mark(await count());
}

/** @param {string} words @param {string} [kind] */
export function say(words, kind = "") {
  const banner = document.querySelector("#said");
  if (!(banner instanceof HTMLElement) || !words) return;
  banner.className = `banner ${kind}`;
  banner.textContent = words;
  banner.hidden = false;
}

/** Said once, after a form was sent and the page went on. */
export function sayWhatWasLeft() {
  const what = sessionStorage.getItem("said");
  sessionStorage.removeItem("said");
  const banner = document.querySelector("#said");
  if (what) say(banner?.getAttribute(`data-${what}`) ?? "");
  else if (banner instanceof HTMLElement) banner.hidden = true;
}

/** Ask what the phone may know of this workplace, and keep it locked. @returns {Promise<boolean>} whether it was learnt */
export async function learn(/** @type {string} */ address) {
  try {
    const asked = Date.now();
    const answer = await fetch(address, { headers: { "X-Outbox": "1" } });
    if (!answer.ok) return false;
    const known = await answer.json();
    await unlock(known.person, known.secret);
    const who = await keeper();
    if (who) await keepSnapshot(who, known, asked);
    localStorage.setItem("phone", known.person);
    localStorage.setItem("workplace", known.membership);
    return true;
  } catch {
    return false; // no reception, no room, or no locks on this browser: the server's own pages work without
  }
}

/** Send when there is a reason to hope: on opening, on coming back, when reception returns. */
export function keepSending() {
  const hopeful = () => document.visibilityState === "visible" && send();
  addEventListener("online", hopeful);
  document.addEventListener("visibilitychange", hopeful);
  hopeful();
}

async function start() {
  navigator.serviceWorker?.register("/sw.js");
  listeners.add(show);
  takeOver();
  sayWhatWasLeft();
  await tellLost();
  await show();
  const address = place instanceof HTMLElement ? place.dataset.snapshot : "";
  if (address) await learn(address);
  keepSending();
}

start();
