// What is kept under a passphrase: one text for each store, sealed by the browser's own crypto, which holds all texts
// of the store. While it is open they are here in memory, and each change seals all of them anew. So what is stored
// is there whole or not at all, and does not even tell which questions are answered.
//
// `docs/decisions/0032-one-sealed-text-for-a-store.md` says why, and what each name in the text means.

import { saveAs } from "./files.js";
import * as mirror from "./mirror.js";

// How anything here ends, for the program.
const [DONE, WRONG, DAMAGED, ELSEWHERE, FULL, FAILED] = [0, 1, 2, 3, 4, 5];

const PRODUCT = "digital-leadership-check";
const PREFIX = `${PRODUCT}/sealed/`;
const FORMAT = 1;
const ITERATIONS = 600_000;
// Fewer would be a weak seal, and more would keep a browser busy for minutes: neither is ours.
const [FEWEST_ITERATIONS, MOST_ITERATIONS] = [600_000, 10_000_000];
const MILLISECONDS_OF_PATIENCE = 3000;
const MILLISECONDS_OF_A_MOMENT = 1000;

// Tells every copy in this tab that a store was opened, closed or changed as a whole.
const TURNED = `${PRODUCT}-turned`;
const turn = () => dispatchEvent(new Event(TURNED));

// The stores that are open in this tab, by name, and what was to be stored in clear by a copy that did not know of the
// seal yet, as keys and texts. The board's part brings this script a second time, and is given the same.
let shared = { open: new Map(), homeless: [] };
export const everythingOpen = () => shared;
export function share(others) {
  shared = others;
}

// The name of the store that a text belongs to.
const storeOf = (key) => /^digital-leadership-check\/\d+\/([\w-]+)-[\da-f]{16}(?:\/|$)/.exec(key)?.[1];

const vaultOf = (store) => shared.open.get(store);
const sealAt = (store) => localStorage.getItem(PREFIX + store);

// The program knows a store by the place of its name here.
const names = [];
export function number(name) {
  const known = names.indexOf(name);
  return known >= 0 ? known : names.push(name) - 1;
}
const known = (work) => (number, ...given) => work(names[number], ...given);

export const isPossible = () => Boolean(isSecureContext && crypto.subtle && navigator.locks);
export const isOpen = known((store) => shared.open.has(store));
export const isClosed = known(isShut);
export const isSeal = known((store, key) => key === PREFIX + store);
export const isOf = known((store, key) => storeOf(key) === store);

function isShut(store) {
  const seal = vaultOf(store) ? undefined : sealAt(store);
  return Boolean(seal) && !parsed(seal)?.removed;
}

// All texts of an open store, each key followed by its text.
export const everything = known((store) => [...vaultOf(store).texts].flat());
export const read = known((store, key) => vaultOf(store).texts.get(key));

// Keeps a text that has come too late to be stored in clear until the store is open.
export function hold(key, text) {
  shared.homeless.push([key, text]);
}

// Changing what is open

// Stores texts, or removes those that are undefined, and tells whether it is done.
export const change = known((store, keys, texts, done) =>
  ask(store, { changes: keys.map((key, index) => [key, texts[index]]), done: (isKept) => done(Number(isKept)) }),
);

// Something else has removed all that is stored, and what is open here is no longer there.
export const forget = known((store) => Object.assign(vaultOf(store), { texts: new Map(), kept: new Map() }));

const changed = (store, changes, key) => new Promise((done) => ask(store, { changes, key, done }));

function ask(store, asked) {
  const vault = vaultOf(store);
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
    const keys = served.flatMap(({ changes }) => changes.map(([key]) => key));
    if (isKept) {
      Object.assign(vault, { key, kept: texts });
      for (const key of keys) vault.unkept.delete(key);
    } else {
      // What was not stored is not there; what has come meanwhile is tried next.
      vault.texts = new Map(vault.kept);
      for (const { changes } of vault.waiting) apply(vault.texts, changes);
      for (const key of keys) vault.unkept.add(key);
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
  // Another tab has gone on, and this one starts again from what that has stored.
  if (vaultOf(store) !== vault) turn();
}

async function keep(store, vault, key, texts) {
  const sealed = await seal(store, key, vault.revision + 1, texts);
  if (vaultOf(store) !== vault) return false;
  if (parsed(sealAt(store))?.revision > vault.revision) {
    // Another tab has gone on while this one was put away with its lock.
    end(store, vault);
    return false;
  }
  localStorage.setItem(PREFIX + store, sealed);
  vault.revision += 1;
  // One after another, whichever program writes.
  vault.mirrored = vault.mirrored.then(() => mirror.write([[PREFIX + store, sealed]]));
  return true;
}

async function whenIdle(vault) {
  while (vault.working) await vault.working;
}

// Opening and closing

export const unseal = known((store, passphrase, done) =>
  tell(done, () =>
    alone(store, async (giveBack) => {
      const found = await latest(store, await mirrored());
      if (!found) return DAMAGED;
      if (found.removed) {
        localStorage.setItem(PREFIX + store, removed(found.revision));
        return DONE;
      }
      const key = await keyOf(passphrase, found.salt, found.iterations);
      const texts = await unsealed(store, key, found).catch(() => undefined);
      if (!texts) return WRONG;
      begin(store, key, found.revision, new Map(texts), giveBack);
      return DONE;
    }),
  ),
);

function begin(store, key, revision, texts, giveBack) {
  const ended = { waiting: [], unkept: new Set(), mirrored: Promise.resolve() };
  const vault = { key, revision, texts, kept: new Map(texts), giveBack, ...ended };
  shared.open.set(store, vault);
  return vault;
}

// Forgets what opens a store once all of it is stored. Where something could not be, it stays open.
export const lock = known((store, done) =>
  tell(done, async () => {
    const vault = vaultOf(store);
    await whenIdle(vault);
    if (vault.unkept.size > 0) return FULL;
    if (vaultOf(store) === vault) end(store, vault);
    return DONE;
  }),
);

function end(store, vault) {
  shared.open.delete(store);
  vault.giveBack();
}

// A page that is put away whole may come back much later, when another has gone on with the store.
addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return;
  for (const [store, vault] of shared.open) {
    whenIdle(vault).then(() => {
      if (vaultOf(store) === vault) end(store, vault);
      turn();
    });
  }
});

// Setting, changing and removing a passphrase

export const setPassphrase = known((store, passphrase, done) =>
  tell(done, async () => {
    const key = await keyOf(passphrase, base64(crypto.getRandomValues(new Uint8Array(16))), ITERATIONS);
    return vaultOf(store) ? changeKey(store, key) : sealAll(store, key);
  }),
);

async function changeKey(store, key) {
  const vault = vaultOf(store);
  if (!(await changed(store, [], key))) return FULL;
  await soon(vault.mirrored);
  return DONE;
}

const sealAll = (store, key) =>
  alone(store, async (giveBack) => {
    const pairs = await mirrored();
    const before = (await latest(store, pairs)) ?? { revision: 0, removed: true };
    if (isShut(store) || !before.removed) return ELSEWHERE;
    const clear = clearTexts(store, pairs);
    const texts = new Map();
    for (const pair of clear) takeIn(texts, pair);
    // Later than any seal that was removed before, even if nothing is known of that one. From here on, whatever is
    // stored goes into what is sealed.
    const revision = Math.max(Date.now(), before.revision);
    const vault = begin(store, key, revision, texts, giveBack);
    if (!(await changed(store, []))) {
      shared.open.delete(store);
      return FULL;
    }
    await soon(vault.mirrored);
    // Another copy on the page may have removed the passphrase again meanwhile.
    if (vaultOf(store) === vault) await removeClear(clear);
    return DONE;
  });

export const removeSeal = known((store, done) =>
  tell(done, async () => {
    const vault = vaultOf(store);
    await whenIdle(vault);
    if (vaultOf(store) !== vault) return FAILED;
    const texts = [...vault.texts];
    const note = removed(vault.revision + 1);
    try {
      for (const [key, text] of texts) localStorage.setItem(key, text);
      localStorage.setItem(PREFIX + store, note);
    } catch {
      for (const [key] of texts) localStorage.removeItem(key);
      return FULL;
    }
    end(store, vault);
    // All of it or nothing, so that no seal is gone before what it held is there.
    await soon(vault.mirrored.then(() => mirror.write([...texts.filter(isMirrored), [PREFIX + store, note]])));
    return DONE;
  }),
);

// That there is no seal any more is noted, in both stores, so that an older text that comes back after the browser was
// killed is not taken for one.
const removed = (revision) => JSON.stringify({ product: PRODUCT, sealed: FORMAT, revision, removed: true });

// Deletes everything of a store without opening it.
export const deleteSealed = known((store, done) =>
  tell(done, () =>
    alone(store, async () => {
      const pairs = await mirrored();
      const found = await latest(store, pairs);
      const note = removed(Math.max((found?.revision ?? 0) + 1, Date.now()));
      shared.homeless = shared.homeless.filter(isOfOther(store));
      const keys = clearTexts(store, pairs).map(([key]) => key);
      for (const key of keys) localStorage.removeItem(key);
      localStorage.setItem(PREFIX + store, note);
      await soon(Promise.all([mirror.remove(keys), mirror.write([[PREFIX + store, note]])]));
      return DONE;
    }),
  ),
);

// Hands the person what is sealed as a file, as it is.
export const save = known(async (store) => {
  const seal = sealAt(store) ?? (await mirrored()).get(PREFIX + store);
  if (seal) saveAs(seal, `${PRODUCT}-locked.json`, "application/json");
});

// What was lost, and what is left in clear

// Hands on what the mirror holds, once, when a copy opens. Where a browser that was killed has lost a seal, it is put
// back, and the copy is told of that instead. What is left in clear of an open store is sealed and removed.
export const recover = known(async (store, found) => {
  const pairs = await mirror.read();
  let clear = [...pairs].filter(([key]) => !key.startsWith(PREFIX));
  try {
    if (vaultOf(store)) await gather(store, vaultOf(store), pairs);
    else await putBack(store, pairs.get(PREFIX + store));
    if (vaultOf(store) || isShut(store)) {
      clear = [];
    } else {
      clear.push(...heldFor(store));
      shared.homeless = shared.homeless.filter(isOfOther(store));
    }
  } catch (error) {
    console.info("What the mirror holds was not taken in.", error);
  }
  found(
    clear.map(([key]) => key),
    clear.map(([, text]) => text),
  );
});

async function putBack(store, mirrored) {
  const seal = await whole(mirrored);
  const here = sealAt(store);
  // One that is here and cannot be read is for the member to see.
  if (!seal || seal.removed || (here !== null && !(parsed(here)?.revision < seal.revision))) return;
  localStorage.setItem(PREFIX + store, mirrored);
  turn();
}

async function gather(store, vault, pairs) {
  const late = await laterTexts(store, vault, pairs.get(PREFIX + store));
  const clear = clearTexts(store, pairs);
  const all = [...late, ...clear, ...heldFor(store)];
  if (all.length === 0) return;
  const texts = new Map(vault.texts);
  for (const pair of all) takeIn(texts, pair);
  const changes = [...texts].filter(([key, text]) => vault.texts.get(key) !== text);
  if (vaultOf(store) !== vault || !(await changed(store, changes))) return;
  shared.homeless = shared.homeless.filter(isOfOther(store));
  await removeClear(clear);
  turn();
}

// What a mirror that answered too late for the opening has of the same passphrase, if that is later.
async function laterTexts(store, vault, sealed) {
  const there = await whole(sealed);
  if (!there || there.removed || there.revision <= vault.revision || there.salt !== vault.key.salt) return [];
  vault.revision = there.revision;
  return unsealed(store, vault.key, there).catch(() => []);
}

// Puts a text among others, unless what is there is later. Of two that do not tell which is later, both stay.
function takeIn(texts, [key, text]) {
  const before = texts.get(key);
  if (before === undefined || isLater(text, before)) texts.set(key, text);
  else if (before !== text && isLater(before, text) === undefined) takeIn(texts, [`${key}/.unreadable`, text]);
}

// Whether a record is a later change than another, by their stamps; undefined if one has none.
function isLater(text, other) {
  const [one, two] = [text, other].map(stamp);
  if (!one || !two) return undefined;
  const place = one.findIndex((part, index) => part !== two[index]);
  return place >= 0 && one[place] > two[place];
}

function stamp(text) {
  try {
    const { epoch, counter, writer } = JSON.parse(text);
    return Number.isInteger(epoch) && Number.isInteger(counter) && writer ? [epoch, counter, writer] : undefined;
  } catch {
    return undefined;
  }
}

const isOfOther = (store) => ([key]) => storeOf(key) !== store;
const heldFor = (store) => shared.homeless.filter(([key]) => storeOf(key) === store);

// A round is in the mirror under a passphrase alone, so one that stands there in clear is out of date.
const isMirrored = ([key]) => !key.includes("/.board-");

// What stands in clear of a store, in local storage and in the mirror.
function clearTexts(store, pairs) {
  const all = [...Object.entries(localStorage), ...[...pairs].filter(isMirrored)];
  return all.filter(([key]) => storeOf(key) === store);
}

async function removeClear(clear) {
  for (const [key, text] of clear) {
    // What another tab has written since is taken in the next time.
    if (localStorage.getItem(key) === text) localStorage.removeItem(key);
  }
  await soon(mirror.remove(clear.map(([key]) => key)));
}

// The mirror may be slow or broken, and is then as if there were none.
const mirrored = async () => (await soon(mirror.all())) ?? new Map();

function soon(promise) {
  return Promise.race([promise, new Promise((resolve) => setTimeout(resolve, MILLISECONDS_OF_PATIENCE))]);
}

// Sealing

// The latest of what is stored that is whole; nothing if none is.
async function latest(store, pairs) {
  const texts = [sealAt(store), pairs.get(PREFIX + store)];
  const [here, there] = await Promise.all(texts.map(whole));
  // That one was removed before says nothing about one that is damaged.
  if (texts[0] !== null && !here && there?.removed) return undefined;
  return here && there?.revision > here.revision ? there : (here ?? there);
}

function parsed(text) {
  try {
    const found = JSON.parse(text);
    return found?.sealed === FORMAT && Number.isSafeInteger(found.revision) ? found : undefined;
  } catch {
    return undefined;
  }
}

async function whole(text) {
  const found = parsed(text);
  if (!found || found.removed) return found;
  const isOurs = found.iterations >= FEWEST_ITERATIONS && found.iterations <= MOST_ITERATIONS;
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
  const text = new Uint8Array(await crypto.subtle.encrypt(cipher(store, key, revision, iv), key.secret, plain));
  const { salt, iterations } = key;
  const record = { product: PRODUCT, sealed: FORMAT, revision, iterations, salt, iv: base64(iv), text: base64(text) };
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
async function alone(store, work) {
  const giveBack = await take(store);
  if (!giveBack) return ELSEWHERE;
  try {
    return await work(giveBack);
  } finally {
    if (vaultOf(store)?.giveBack !== giveBack) giveBack();
  }
}

// A tab that has just been closed gives back what it had a moment later.
const take = (store) =>
  new Promise((resolve, reject) => {
    const patience = new AbortController();
    setTimeout(() => patience.abort(), MILLISECONDS_OF_A_MOMENT);
    const held = () => new Promise(resolve);
    const given = navigator.locks.request(PREFIX + store, { signal: patience.signal }, held);
    given.catch((error) => (error.name === "AbortError" ? resolve() : reject(error)));
  });

// A function of the program that is never called stays in memory for good, so it is called in any case, once.
async function tell(done, work) {
  const outcome = await work().catch(() => FAILED);
  done(outcome);
  // Every copy finds out what is so now.
  if (outcome === DONE) turn();
}
