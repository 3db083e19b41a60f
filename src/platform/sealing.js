// What is kept under a passphrase: one text for each store, sealed by the browser's own crypto, which holds all texts
// of the store. While it is open they are here in memory, and each change seals all of them anew. So what is stored
// is there whole or not at all, and does not even tell which questions are answered.
//
// `docs/decisions/0032-one-sealed-text-for-a-store.md` says why, and what each name in the text means.

import * as mirror from "./mirror.js";

// How anything here ends, for the program.
const [DONE, WRONG, DAMAGED, ELSEWHERE, FULL, FAILED] = [0, 1, 2, 3, 4, 5];

const PRODUCT = "digital-leadership-check";
const PREFIX = `${PRODUCT}/sealed/`;
const ITERATIONS = 600_000;
// Nothing of ours keeps a browser busy for minutes.
const MOST_ITERATIONS = 10_000_000;
const MILLISECONDS_OF_PATIENCE = 3000;

// Tells every copy in this tab that a store was opened, closed or changed as a whole.
const TURNED = `${PRODUCT}-turned`;
const turn = () => dispatchEvent(new Event(TURNED));

// The stores that are open in this tab, by name. The board's part brings this script a second time, and is given them.
let open = new Map();
export const opened = () => open;
export function share(others) {
  open = others;
}

// What was to be stored in clear in a tab that did not know yet of the seal, as keys and texts.
const homeless = [];

// The name of the store that a text belongs to.
const storeOf = (key) => /^digital-leadership-check\/\d+\/([\w-]+)-[\da-f]{16}(?:\/|$)/.exec(key)?.[1];

export const isPossible = () => Boolean(isSecureContext && crypto.subtle && navigator.locks);
export const isOpen = (store) => open.has(store);
export const isClosed = (store) => !open.has(store) && localStorage.getItem(PREFIX + store) !== null;
export const isSeal = (store, key) => key === PREFIX + store;

// All texts of an open store, each key followed by its text.
export const everything = (store) => [...open.get(store).texts].flat();
export const read = (store, key) => open.get(store).texts.get(key);

// Keeps a text that has come too late to be stored in clear until the store is open.
export function hold(key, text) {
  homeless.push([key, text]);
}

// Changing what is open

// Stores texts, or removes those that are undefined, and tells whether it is done.
export function change(store, keys, texts, done) {
  ask(store, { changes: keys.map((key, index) => [key, texts[index]]), done });
}

// Stores all of it anew, where something else has removed it.
export const putBack = (store) => changed(store);

const changed = (store, key) => new Promise((done) => ask(store, { changes: [], key, done }));

function ask(store, asked) {
  const vault = open.get(store);
  apply(vault.texts, asked.changes);
  vault.waiting.push(asked);
  vault.working ??= work(store, vault);
}

function apply(texts, changes) {
  for (const [key, text] of changes) {
    if (text === undefined) texts.delete(key);
    else texts.set(key, text);
  }
}

async function work(store, vault) {
  // Whoever asks in the same turn is served together.
  await undefined;
  while (vault.waiting.length > 0) {
    const served = vault.waiting.splice(0);
    const { key } = served.findLast(({ key }) => key) ?? vault;
    const texts = new Map(vault.texts);
    const isKept = await keep(store, vault, key, texts).catch(() => false);
    vault.isFailing = !isKept;
    if (isKept) {
      Object.assign(vault, { key, kept: texts });
    } else {
      // What was not stored is not there; what has come meanwhile is tried next.
      vault.texts = new Map(vault.kept);
      for (const { changes } of vault.waiting) apply(vault.texts, changes);
    }
    for (const { done } of served) {
      try {
        done(isKept);
      } catch (error) {
        // The program has stopped, and what waits is stored all the same.
        reportError(error);
      }
    }
  }
  vault.working = undefined;
}

async function keep(store, vault, key, texts) {
  const sealed = await seal(store, key, vault.revision + 1, texts);
  if (open.get(store) !== vault) return false;
  localStorage.setItem(PREFIX + store, sealed);
  vault.revision += 1;
  vault.mirrored = mirror.write(PREFIX + store, sealed);
  return true;
}

async function whenIdle(vault) {
  while (vault.working) await vault.working;
}

// Opening and closing

export const unseal = (store, passphrase, done) =>
  tell(done, () =>
    alone(store, ELSEWHERE, async (giveBack) => {
      const found = await latest(store, await mirrored());
      if (!found) return DAMAGED;
      if (found.removed) {
        localStorage.removeItem(PREFIX + store);
        return DONE;
      }
      const key = await keyOf(passphrase, found.salt, found.iterations);
      const texts = await unsealed(store, key, found).catch(() => undefined);
      if (!texts) return WRONG;
      begin(store, key, found.revision, texts, giveBack);
      return DONE;
    }),
  ).then(turn);

function begin(store, key, revision, texts, giveBack) {
  const vault = { key, revision, texts: new Map(texts), kept: new Map(texts), waiting: [], giveBack };
  open.set(store, vault);
  return vault;
}

// Forgets what opens a store once all of it is stored. Where something could not be, it stays open.
export async function lock(store) {
  const vault = open.get(store);
  if (!vault) return;
  await whenIdle(vault);
  if (vault.isFailing || open.get(store) !== vault) return;
  end(store, vault);
  turn();
}

function end(store, vault) {
  open.delete(store);
  vault.giveBack();
}

// Setting, changing and removing a passphrase

export const setPassphrase = (store, passphrase, done) =>
  tell(done, async () => {
    const key = await keyOf(passphrase, base64(crypto.getRandomValues(new Uint8Array(16))), ITERATIONS);
    const outcome = await (open.has(store) ? changeKey(store, key) : sealAll(store, key));
    if (outcome === DONE) turn();
    return outcome;
  });

async function changeKey(store, key) {
  const vault = open.get(store);
  if (!(await changed(store, key))) return FULL;
  await soon(vault.mirrored);
  return DONE;
}

const sealAll = (store, key) =>
  alone(store, ELSEWHERE, async (giveBack) => {
    const before = await mirrored();
    const { removed, revision = 0 } = parsed(before.get(PREFIX + store)) ?? {};
    if (isClosed(store) || (revision && !removed)) return ELSEWHERE;
    const clear = clearTexts(store, before);
    // From here on, whatever is stored goes into what is sealed.
    const vault = begin(store, key, revision, clear, giveBack);
    if (!(await changed(store))) {
      open.delete(store);
      return FULL;
    }
    await soon(vault.mirrored);
    await removeClear(clear, before);
    return DONE;
  });

export const removeSeal = (store, done) =>
  tell(done, async () => {
    const vault = open.get(store);
    await whenIdle(vault);
    const texts = [...vault.texts];
    try {
      for (const [key, text] of texts) localStorage.setItem(key, text);
    } catch {
      for (const [key] of texts) localStorage.removeItem(key);
      return FULL;
    }
    localStorage.removeItem(PREFIX + store);
    end(store, vault);
    await soon(Promise.all([...texts.map(([key, text]) => mirror.write(key, text)), noteRemoved(store, vault)]));
    turn();
    return DONE;
  });

// That there is no seal any more is noted, so that an older text that comes back after the browser was killed is not
// taken for one.
function noteRemoved(store, { revision }) {
  return mirror.write(PREFIX + store, JSON.stringify({ product: PRODUCT, sealed: 1, revision: revision + 1, removed: true }));
}

// Deletes everything of a store without opening it.
export const deleteSealed = (store, done) =>
  tell(done, () =>
    alone(store, ELSEWHERE, async () => {
      const before = await mirrored();
      const found = (await latest(store, before)) ?? { revision: 0 };
      const isOfStore = (key) => storeOf(key) === store;
      for (const key of Object.keys(localStorage).filter(isOfStore)) localStorage.removeItem(key);
      localStorage.removeItem(PREFIX + store);
      await soon(Promise.all([mirror.remove([...before.keys()].filter(isOfStore)), noteRemoved(store, found)]));
      return DONE;
    }),
  );

// What is sealed, as it is.
export const asItIs = (store, done) =>
  tell(done, async () => localStorage.getItem(PREFIX + store) ?? (await mirrored()).get(PREFIX + store) ?? "");

// What was lost, and what is left in clear

// Hands on what the mirror holds, once, when a copy opens. Where a browser that was killed has lost a seal, it is put
// back, and the copy is told of that instead. Of an open store it is what is left in clear, which is then sealed
// and removed.
export async function recover(store, found) {
  const pairs = await mirror.read();
  const vault = open.get(store);
  const sealed = parsed(pairs.get(PREFIX + store));
  if (vault) return gather(store, vault, pairs, found);
  try {
    if (sealed && !sealed.removed && !isClosed(store)) {
      localStorage.setItem(PREFIX + store, pairs.get(PREFIX + store));
      turn();
    }
  } catch {}
  const clear = [...pairs].filter(([key]) => !key.startsWith(PREFIX));
  handOn(isClosed(store) ? [] : clear, found);
}

async function gather(store, vault, pairs, found) {
  const clear = clearTexts(store, pairs);
  const held = homeless.splice(0).filter(([key]) => storeOf(key) === store);
  const late = clear.concat(held);
  const unknown = late.filter(([key]) => !vault.texts.has(key));
  if (unknown.length > 0) ask(store, { changes: unknown, done() {} });
  handOn(late, found);
  await whenIdle(vault);
  if (!vault.isFailing) await removeClear(clear, pairs);
}

const handOn = (pairs, found) => found(pairs.map(([key]) => key), pairs.map(([, text]) => text));

// What stands in clear in local storage, and in the mirror, of a store.
function clearTexts(store, mirrored) {
  const isOfStore = ([key]) => storeOf(key) === store;
  return [...[...mirrored].filter(isOfStore), ...Object.entries(localStorage).filter(isOfStore)];
}

async function removeClear(clear, mirrored) {
  // What another tab has written since is taken in the next time.
  for (const [key, text] of clear) if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  await soon(mirror.remove(clear.map(([key]) => key).filter((key) => mirrored.has(key))));
}

// The mirror may be slow or broken, and is then as if there were none.
const mirrored = () => soon(mirror.all()).then((found) => found ?? new Map());

const soon = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, MILLISECONDS_OF_PATIENCE))]);

// Sealing

// The latest of what is stored that is whole; nothing if none is.
async function latest(store, mirrored) {
  const texts = [localStorage.getItem(PREFIX + store), mirrored.get(PREFIX + store)];
  const [here, there] = await Promise.all(texts.map(whole));
  // That it was removed before says nothing about one that is damaged.
  if (texts[0] !== null && !here && there?.removed) return undefined;
  return here && there ? (there.revision > here.revision ? there : here) : (here ?? there);
}

function parsed(text) {
  try {
    const found = JSON.parse(text);
    return found?.sealed === 1 && Number.isSafeInteger(found.revision) ? found : undefined;
  } catch {
    return undefined;
  }
}

async function whole(text) {
  const found = parsed(text);
  if (!found || found.removed) return found;
  const isOurs = found.iterations >= ITERATIONS && found.iterations <= MOST_ITERATIONS;
  return isOurs && found.sum === (await sumOf(found)) ? found : undefined;
}

// Tells what is damaged from what another passphrase sealed. It is over nothing but what can be read anyway.
async function sumOf({ revision, iterations, salt, iv, text }) {
  const sum = await crypto.subtle.digest("SHA-256", utf8([revision, iterations, salt, iv, text].join(" ")));
  return base64(new Uint8Array(sum));
}

async function keyOf(passphrase, salt, iterations) {
  const material = utf8(passphrase.normalize("NFKC"));
  const from = await crypto.subtle.importKey("raw", material, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: bytes(salt), iterations };
  const kind = { name: "AES-GCM", length: 256 };
  return { salt, iterations, secret: await crypto.subtle.deriveKey(how, from, kind, false, ["encrypt", "decrypt"]) };
}

const cipher = (store, { salt, iterations }, revision, iv) => ({
  name: "AES-GCM",
  iv,
  additionalData: utf8([store, revision, iterations, salt].join(" ")),
});

async function seal(store, key, revision, texts) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = utf8(JSON.stringify([...texts]));
  const sealed = await crypto.subtle.encrypt(cipher(store, key, revision, iv), key.secret, plain);
  const { salt, iterations } = key;
  const record = { product: PRODUCT, sealed: 1, revision, iterations, salt, iv: base64(iv), text: base64(new Uint8Array(sealed)) };
  return JSON.stringify({ ...record, sum: await sumOf(record) });
}

async function unsealed(store, key, { revision, iv, text }) {
  const plain = await crypto.subtle.decrypt(cipher(store, key, revision, bytes(iv)), key.secret, bytes(text));
  return JSON.parse(new TextDecoder().decode(plain));
}

const utf8 = (text) => new TextEncoder().encode(text);
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
const base64 = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

// Does something that only one tab may do with a store, and no other meanwhile. What keeps the store open after that
// gives it back when it ends.
async function alone(store, otherwise, work) {
  const giveBack = await take(store);
  if (!giveBack) return otherwise;
  try {
    return await work(giveBack);
  } finally {
    if (open.get(store)?.giveBack !== giveBack) giveBack();
  }
}

const take = (store) =>
  new Promise((resolve, reject) => {
    const held = (lock) => (lock ? new Promise(resolve) : resolve());
    navigator.locks.request(PREFIX + store, { ifAvailable: true }, held).catch(reject);
  });

// A function of the program that is never called stays in memory for good, so it is called in any case, once.
async function tell(done, work) {
  done(await work().catch(() => FAILED));
}
