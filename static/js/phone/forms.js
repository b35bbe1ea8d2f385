// A form that adds something goes through the outbox: kept on this device first, then sent.
// @ts-check
import { entries, hasIt, keep, post, send, trouble } from "./outbox.js";
import { keeper, takeNote } from "./vault.js";

const SHELL = "/phone/";

/** What a form would send. @param {HTMLFormElement} form @returns {[string, string][]} */
export function pairsOf(form) {
  const skipped = new Set(["csrfmiddlewaretoken"]);
  return [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !skipped.has(name)).map(([name, value]) => [name, String(value)]);
}

/** @param {HTMLFormElement} form @param {string} name */
const hidden = (form, name) => /** @type {HTMLInputElement} */ (form.elements.namedItem(name));

/** Send a form as the browser does by itself. The server then shows it with what is wrong, or what another wrote. */
function sendItself(/** @type {HTMLFormElement} */ form) {
  addToken(form);
  HTMLFormElement.prototype.submit.call(form);
}

/** Say something on the next page: "saved" or "kept". @param {string} what */
const sayNext = (what) => sessionStorage.setItem("said", what);

/** @param {HTMLFormElement} form @param {string[]} [needs] */
export async function submit(form, needs = []) {
  const id = hidden(form, "entry_id").value;
  hidden(form, "logged_at").value ||= new Date().toISOString();
  const { title = document.querySelector("h1")?.textContent?.trim() ?? "", about = "", then = "" } = form.dataset;
  const path = new URL(form.action).pathname + new URL(form.action).search;
  const said = { title, about, path, pairs: pairsOf(form), needs };
  try {
    await keep(id, said);
    await takeNote(path, said.pairs);
  } catch {
    return sendAtOnce(form, id, said); // full: what was typed is still in the form
  }
  navigator.storage?.persist?.();
  const arrived = navigator.onLine === false ? new Map() : await inTime(send({ now: true }));
  const location = arrived.get(id);
  if (location !== undefined) {
    sayNext("saved");
    return go(location);
  }
  const row = (await entries()).find((one) => one.id === id);
  if (row && row.state !== "waiting" && !trouble) return sendItself(form);
  if (trouble === "login") return go(`${SHELL}#outbox`);
  sayNext("kept");
  return go(then ? `${SHELL}#${then}/${id}` : `${SHELL}#`);
}

/** Where nothing can be kept, the page itself keeps it until the server has it. @param {HTMLFormElement} form @param {string} id @param {import("./outbox.js").Form} said */
async function sendAtOnce(form, id, said) {
  const answer = await post(said);
  if (hasIt(id, answer)) {
    sayNext("saved");
    return go(answer.body.location);
  }
  if (answer.status >= 400 && answer.status < 500) return sendItself(form);
  const full = /** @type {HTMLElement} */ (document.querySelector("#full"));
  full.hidden = false;
  full.scrollIntoView({ block: "center" });
}

/** Nobody waits longer than this for a line that hangs: it is kept, and goes on being sent. @param {Promise<Map<string, string>>} sending */
const inTime = (sending) => Promise.race([sending, new Promise((resolve) => setTimeout(() => resolve(new Map()), 8000))]);

/** @param {string} address */
function go(address) {
  const stays = address === location.pathname + (location.hash || "#");
  location.href = address;
  if (stays) dispatchEvent(new HashChangeEvent("hashchange")); // the browser tells only of another place
}

/** The token is read when it is sent: a page may have stood open for a week. @param {HTMLFormElement} form */
export function addToken(form) {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? "";
  let field = hidden(form, "csrfmiddlewaretoken");
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name: "csrfmiddlewaretoken" });
    form.append(field);
  }
  field.value = token;
}

/** Let forms that add something go through the outbox, on whatever page they stand. */
export function takeOver() {
  const busy = new WeakSet(); // however often one presses, it is one entry
  document.addEventListener("submit", (event) => {
    const form = /** @type {HTMLFormElement} */ (event.target);
    if (!("entry" in form.dataset) || event.defaultPrevented) return;
    event.preventDefault();
    if (busy.has(form)) return;
    busy.add(form);
    const needs = (form.dataset.needs ?? "").split(" ").filter(Boolean);
    keeper()
      .catch(() => undefined)
      .then((who) => (who ? submit(form, needs) : sendItself(form)))
      .finally(() => {
        busy.delete(form);
        delete form.dataset.sent;
      });
  });
}

/** Give a form that was refused back to the server, which shows it with what is wrong. @param {import("./outbox.js").Opened} row */
export function correct(row) {
  if (!row.form) return;
  const form = Object.assign(document.createElement("form"), { method: "post", action: row.form.path });
  for (const [name, value] of row.form.pairs) {
    form.append(Object.assign(document.createElement("textarea"), { name, value }));
  }
  form.hidden = true;
  addToken(form);
  document.body.append(form);
  form.submit();
}

