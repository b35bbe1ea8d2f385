// What waits to be sent. An entry leaves this device only after the server said that it has it, by name.
// One at a time, the oldest first, and nothing before what it depends on.
// @ts-check
import { all, get, mark, marked, put, remove } from "./store.js";
import { keeper, seal, unseal } from "./vault.js";

/**
 * What a form said: `pairs` as the browser would send them, `path` where to, `needs` the entries that go first.
 * @typedef {{title: string, about: string, path: string, pairs: [string, string][], needs: string[], why?: string}} Form
 * @typedef {"waiting" | "refused" | "conflict"} State
 * @typedef {{id: string, person: string, at: number, state: State, tries: number, next: number, sealed: import("./vault.js").Sealed}} Entry
 * @typedef {Entry & {form?: Form, location?: string}} Opened
 */

const LONGEST_PAUSE = 300_000;
const PATIENCE = 20_000; // for one answer
const CHANNEL = new BroadcastChannel("outbox");

/** Told in this tab and the others whenever something changed. @type {Set<() => void>} */
export const listeners = new Set();
CHANNEL.onmessage = () => listeners.forEach((tell) => tell());
function changed() {
  listeners.forEach((tell) => tell());
  CHANNEL.postMessage("changed");
}

/** Why nothing is sent, as far as we know: "" · "offline" · "login" */
export let trouble = "";

/** How many entries the browser threw away; 0 if none. The mark is counted up and down, never anew: it remembers. */
export async function lost() {
  return Math.max(0, marked() - (await all("outbox")).length);
}

/** Keep a form until it is sent. The same `id` replaces what was refused. @param {string} id @param {Form} form */
export async function keep(id, form) {
  const who = await keeper();
  if (!who) throw new Error("No key: this device keeps nothing.");
  const known = await get("outbox", id);
  const sealed = await seal(who.key, form);
  await put("outbox", { id, person: who.person, at: known?.at ?? Date.now(), state: "waiting", tries: 0, next: 0, sealed });
  if (!known) mark(marked() + 1);
  changed();
}

/** Everything that waits, the oldest first; opened where its owner is here. @returns {Promise<Opened[]>} */
export async function entries() {
  const who = await keeper();
  const rows = (await all("outbox")).sort((a, b) => a.at - b.at);
  return Promise.all(
    rows.map(async (row) => {
      const form = who && row.person === who.person ? await unseal(who.key, row.sealed).catch(() => undefined) : undefined;
      return { ...row, form };
    }),
  );
}

export const count = async () => (await all("outbox")).length;

/** Take an entry away, for good. @param {string} id */
export async function drop(id) {
  await remove("outbox", id);
  mark(marked() - 1);
  changed();
}

/** Put back what was taken away a moment ago. @param {Entry} entry */
export async function restore({ id, person, at, state, tries, next, sealed }) {
  if (!(await get("outbox", id))) mark(marked() + 1);
  await put("outbox", { id, person, at, state, tries, next, sealed });
  changed();
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let later;

/**
 * Send what can be sent. One tab at a time does. Returns where the server put each entry, by id.
 * @param {{now?: boolean}} [options] `now`: a person asked, so no pause counts
 * @returns {Promise<Map<string, string>>}
 */
export async function send({ now = false } = {}) {
  /** @type {Map<string, string>} */
  const arrived = new Map();
  const act = () => sendAll(arrived, now);
  await (navigator.locks ? navigator.locks.request("outbox", act) : act());
  return arrived;
}

/** @param {Map<string, string>} arrived @param {boolean} now */
async function sendAll(arrived, now) {
  clearTimeout(later);
  trouble = "";
  const rows = await entries();
  const waits = new Set(rows.map((row) => row.id));
  for (const row of rows) {
    if (!row.form || row.state !== "waiting" || row.form.needs.some((id) => waits.has(id))) continue;
    if (!now && row.next > Date.now()) continue;
    const answer = await post(row.form);
    if (await settle(row, answer)) {
      waits.delete(row.id);
      arrived.set(row.id, answer.body.location ?? "");
    }
    if (trouble) break;
  }
  changed();
  const nexts = (await all("outbox")).filter((row) => row.state === "waiting").map((row) => row.next);
  if (nexts.length && trouble !== "login") later = setTimeout(send, Math.max(1000, Math.min(...nexts) - Date.now()));
}

/** @typedef {{status: number, body: any}} Answer  status 0: no answer */

/** Whether an answer says, by name, that the server has an entry: a network that answers for it says anything else. @param {string} id @param {Answer} answer */
export const hasIt = (id, { status, body }) => (status === 200 || status === 201) && body.entry_id === id;

/** @param {Form} form @returns {Promise<Answer>} */
export async function post(form) {
  const first = await tryPost(form);
  if (first.status !== 403 || !first.body.csrf) return first;
  await fetch(`${form.path.split("/").slice(0, 3).join("/")}/phone/`, { headers: { "X-Outbox": "1" } }); // a fresh token
  return tryPost(form);
}

/** @param {Form} form @returns {Promise<Answer>} */
async function tryPost({ path, pairs }) {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]*)/)?.[1] ?? "";
  try {
    const answer = await fetch(path, {
      method: "POST",
      body: new URLSearchParams(pairs),
      headers: { "X-Outbox": "1", "X-CSRFToken": token },
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0, body: {} };
  }
}

/**
 * Do with an entry what the answer says. True when the server has it.
 * @param {Opened} row
 * @param {Answer} answer
 */
async function settle(row, answer) {
  const { status, body } = answer;
  if (hasIt(row.id, answer)) {
    await remove("outbox", row.id);
    mark(marked() - 1);
    return true;
  }
  if (status === 401) {
    trouble = "login";
  } else if (status === 409) {
    await note(row, "conflict", body);
  } else if ([400, 403, 404, 413, 422].includes(status)) {
    await note(row, "refused", body);
  } else {
    // No answer, an answer that is not ours, or a server in trouble: later, and later again.
    if (status === 0) trouble = "offline";
    const tries = row.tries + 1;
    const { form, ...kept } = row;
    await put("outbox", { ...kept, tries, next: Date.now() + Math.min(2 ** tries * 1000, LONGEST_PAUSE) });
  }
  return false;
}

/** Keep an entry that cannot be sent as it is, with the reason. @param {Opened} row @param {State} state @param {any} body */
async function note(row, state, body) {
  const { form, ...kept } = row;
  const why = body.error ?? Object.values(body.errors ?? {}).flat().join(" ");
  const who = await keeper();
  if (form && who) await put("outbox", { ...kept, state, sealed: await seal(who.key, { ...form, why }) });
}
