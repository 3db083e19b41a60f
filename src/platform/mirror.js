// Every record a second time, in IndexedDB. Browsers put local storage on the disk late, Chromium up to
// a minute after the change; what IndexedDB has acknowledged outlives a browser that is killed.
//
// What fails here fails in silence: local storage is what counts and what is spoken of.

const NAME = "digital-leadership-check";
const RECORDS = "records";

const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });

let opening;

async function open() {
  const request = indexedDB.open(NAME);
  request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
  const database = await answer(request);
  // Whoever deletes the database is let, and the next change makes a new one.
  database.onversionchange = () => {
    database.close();
    opening = undefined;
  };
  database.onclose = () => {
    opening = undefined;
  };
  return database;
}

async function records(mode) {
  opening ??= open();
  try {
    return (await opening).transaction(RECORDS, mode, { durability: "relaxed" }).objectStore(RECORDS);
  } catch (error) {
    opening = undefined;
    throw error;
  }
}

// What is there is read before anything is written over it.
let reading;

async function change(work) {
  try {
    await reading;
    // One that could never be read back would be there for nothing.
    if (!indexedDB.databases) return;
    const store = await records("readwrite");
    const { transaction } = store;
    const ended = new Promise((resolve) => (transaction.oncomplete = transaction.onabort = resolve));
    work(store);
    transaction.commit?.();
    await ended;
  } catch {}
}

// Both promise that it has ended, well or not.

// Writes pairs of keys and texts, all of them or none.
export const write = (pairs) => change((store) => pairs.forEach(([key, text]) => store.put(text, key)));

export const remove = (keys) => change((store) => keys.forEach((key) => store.delete(key)));

// Promises every text by its key, once, when a copy opens.
export function read() {
  reading = all();
  return reading;
}

// Promises every text by its key as it is now; none where they cannot be read.
export const all = () => everything().catch(() => new Map());

// Where nothing was ever written, nothing is made to look for it.
async function everything() {
  const known = await indexedDB.databases();
  if (!known.some(({ name }) => name === NAME)) return new Map();
  const store = await records("readonly");
  const [keys, texts] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
  return new Map(keys.map((key, index) => [key, texts[index]]));
}
