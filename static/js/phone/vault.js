// The lock on what this device keeps. The server hands the key to whoever logs in; it is kept so that it cannot be read
// out, and forgotten when somebody else logs in. What waits stays, locked, until its owner is back.
// @ts-check
import { all, get, put, remove } from "./store.js";

/** @typedef {{iv: Uint8Array<ArrayBuffer>, data: ArrayBuffer}} Sealed */
/** @typedef {{person: string, key: CryptoKey}} Keeper */

const ALGORITHM = "AES-GCM";

/** Keep the key of a person who is logged in, and forget those of others. @param {string} person @param {string} secret base64 */
export async function unlock(person, secret) {
  const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", bytes, ALGORITHM, false, ["encrypt", "decrypt"]);
  await forgetOthers(person);
  await put("keys", { person, key });
}

/** Forget the keys of everyone but `person`, with what the phone knew. Entries stay. @param {string} person "" for all */
export async function forgetOthers(person) {
  for (const row of await all("keys")) if (row.person !== person) await remove("keys", row.person);
  for (const row of await all("snapshots")) if (row.person !== person) await remove("snapshots", row.membership);
}

/** Who logs on this device now, if their key is here. @returns {Promise<Keeper | undefined>} */
export const keeper = async () => (await all("keys"))[0];

/** @param {CryptoKey} key @param {any} value @returns {Promise<Sealed>} */
export async function seal(key, value) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt({ name: ALGORITHM, iv }, key, text) };
}

/** @param {CryptoKey} key @param {Sealed} sealed @returns {Promise<any>} */
export async function unseal(key, { iv, data }) {
  return JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: ALGORITHM, iv }, key, data)));
}

/**
 * Keep what the phone may know of one workplace; what was asked before something was noted here knows less, and goes.
 * @param {Keeper} who @param {any} snapshot @param {number} asked when
 */
export async function keepSnapshot({ person, key }, snapshot, asked) {
  const { secret, ...known } = snapshot;
  if ((await get("snapshots", known.membership))?.noted > asked) return;
  const sealed = await seal(key, known);
  await put("snapshots", { membership: known.membership, person, at: known.at, sealed });
}

/** What the phone knows of a workplace; of the one seen last, without a name. @param {Keeper} who @param {string | null} membership */
export async function knownOf({ key }, membership) {
  const rows = await all("snapshots");
  const newest = rows.sort((a, b) => b.at.localeCompare(a.at))[0];
  const row = (membership && (await get("snapshots", membership))) || newest;
  return row && (await unseal(key, row.sealed));
}


/**
 * What was just noted is no longer to follow up, and whom it was about was seen last: also before the server says so.
 * @param {string} path where it goes @param {[string, string][]} pairs
 */
export async function takeNote(path, pairs) {
  const [, membership] = path.match(/^\/w\/([^/]+)\//) ?? [];
  const who = await keeper();
  const row = membership && (await get("snapshots", membership));
  if (!who || !row) return;
  const known = await unseal(who.key, row.sealed);
  const [, about, moment = "0"] = path.match(/trajectories\/([^/]+)\/(?:moments\/(\d))?/) ?? [];
  const seen = about ? [about] : pairs.filter(([name]) => name === "trajectories").map(([, uuid]) => uuid);
  const met = (/** @type {any} */ one) => seen.includes(one.uuid);
  for (const one of known.people.filter(met)) {
    one.due = one.due.filter((/** @type {any} */ due) => due.moment !== Number(moment));
    one.asks = one.asks.filter((/** @type {number} */ n) => n !== Number(moment));
  }
  known.due = known.due.filter((/** @type {string} */ uuid) => known.people.find((/** @type {any} */ one) => one.uuid === uuid)?.due.length);
  known.people.sort((/** @type {any} */ a, /** @type {any} */ b) => Number(met(b)) - Number(met(a)));
  await put("snapshots", { ...row, noted: Date.now(), sealed: await seal(who.key, known) });
}
