// What the shell knows: the snapshot, and what was begun on this device since.
// @ts-check
import { entries } from "./outbox.js";
import { word } from "./parts.js";
import { keeper, knownOf } from "./vault.js";

/**
 * `needs`: the entries that go first. `leads`: whose day is about activities, signals and results.
 * @typedef {{uuid: string, code: string, name: string, status: string, project: string | null, provider: string | null,
 *   rings: string, window?: [string, string] | null, asks: number[], due: {moment: number, words: string}[], family?: string[], person?: string, needs?: string[]}} Person
 * @typedef {{membership: string, place: string, at: string, leads: boolean, projects: {uuid: string, title: string, records: boolean}[],
 *   providers: {uuid: string, name: string, needs?: string[]}[], years: {year: number, label: string, usual: boolean}[],
 *   last: Record<string, Record<string, string>>, due: string[], people: Person[]}} Known
 */

/** @type {Known | undefined} */
export let known;
/** @type {import("./outbox.js").Opened[]} */
export let waiting = [];

export async function remember() {
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

export const personOf = (/** @type {string} */ uuid) => known?.people.find((one) => one.uuid === uuid);
export const called = (/** @type {Person} */ one) => `${one.code} · ${one.name}`;
