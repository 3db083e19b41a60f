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

let database;

function open() {
  database ??= (async () => {
    const request = indexedDB.open(NAME);
    request.onupgradeneeded = () => request.result.createObjectStore(RECORDS);
    return answer(request);
  })();
  return database;
}

async function change(work) {
  try {
    work((await open()).transaction(RECORDS, "readwrite", { durability: "relaxed" }).objectStore(RECORDS));
  } catch {}
}

export function write(key, text) {
  change((records) => records.put(text, key));
}

export function remove(keys) {
  change((records) => keys.forEach((key) => records.delete(key)));
}

// Calls `found` with keys and texts, each in the same order, if there is anything. Where nothing was ever
// written, nothing is made to look for it.
export async function read(found) {
  try {
    const known = await indexedDB.databases();
    if (!known.some(({ name }) => name === NAME)) return;
    const records = (await open()).transaction(RECORDS).objectStore(RECORDS);
    found(...(await Promise.all([answer(records.getAllKeys()), answer(records.getAll())])));
  } catch {}
}
