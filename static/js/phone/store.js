// What this device keeps, in IndexedDB: what waits to be sent, the keys, and what the phone may know.
// @ts-check

const NAME = "verbindingsambassadeurs";
const MARK = "waiting"; // in localStorage, to notice that the browser has cleared the database

/** @typedef {"outbox" | "keys" | "snapshots"} Store */

/** @type {Promise<IDBDatabase> | undefined} */
let opened;

/** @returns {Promise<IDBDatabase>} */
function database() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("outbox", { keyPath: "id" });
      request.result.createObjectStore("keys", { keyPath: "person" });
      request.result.createObjectStore("snapshots", { keyPath: "membership" });
    };
    request.onsuccess = () => {
      request.result.onclose = () => (opened = undefined);
      request.result.onversionchange = () => {
        request.result.close(); // cleared by somebody; the next one opens it anew
        opened = undefined;
      };
      resolve(request.result);
    };
    request.onerror = () => {
      opened = undefined;
      reject(request.error);
    };
  });
  return opened;
}

/**
 * Do `act` in one transaction. Resolves when it is on disk: only then may somebody hear that it is kept.
 * @template T
 * @param {Store} store
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} act
 * @returns {Promise<T>}
 */
export async function run(store, mode, act) {
  const transaction = (await database()).transaction(store, mode, { durability: "strict" });
  return new Promise((resolve, reject) => {
    const request = act(transaction.objectStore(store));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = transaction.onerror = () => reject(transaction.error ?? request.error);
  });
}

/** @param {Store} store @param {any} row */
export const put = (store, row) => run(store, "readwrite", (rows) => rows.put(row));
/** @param {Store} store @param {string} key @returns {Promise<any>} */
export const get = (store, key) => run(store, "readonly", (rows) => rows.get(key));
/** @param {Store} store @returns {Promise<any[]>} */
export const all = (store) => run(store, "readonly", (rows) => rows.getAll());
/** @param {Store} store @param {string} key */
export const remove = (store, key) => run(store, "readwrite", (rows) => rows.delete(key));

/** Remember how many wait, where the database's fate does not reach. @param {number} number */
export function mark(number) {
  localStorage.setItem(MARK, String(Math.max(0, number)));
}

/** How many waited when the database was last seen: more than there are means that the browser threw them away. */
export const marked = () => Number(localStorage.getItem(MARK) ?? 0);
