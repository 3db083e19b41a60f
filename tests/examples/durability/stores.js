// The stores that a page has, and what might make a browser commit local storage earlier.

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const database = () => {
  const opening = indexedDB.open('numbers', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('numbers');
  return done(opening);
};

const indexed = (durability) => {
  let opened;
  return {
    write: async (number) => {
      opened ??= await database();
      const transaction = opened.transaction('numbers', 'readwrite', { durability });
      transaction.objectStore('numbers').put(number, 'number');
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    },
    read: async () => {
      opened ??= await database();
      return await done(opened.transaction('numbers').objectStore('numbers').get('number')) ?? 0;
    },
  };
};

export const stores = {
  local: {
    write: async (number) => localStorage.setItem('number', number),
    read: async () => Number(localStorage.getItem('number')),
  },
  // Only ever touched by a hidden frame that is gone again at once.
  framed: {
    write: async (number) => {
      const frame = document.createElement('iframe');
      frame.hidden = true;
      document.body.append(frame);
      frame.contentWindow.localStorage.setItem('number', number);
      frame.remove();
    },
    read: async () => Number(localStorage.getItem('number')),
  },
  relaxed: indexed('relaxed'),
  strict: indexed('strict'),
  // Every note that the check has kept ends with its number. It takes over the later of both stores.
  check: {
    read: async () => {
      const notes = Object.entries(localStorage).concat(await mirrored());
      return Math.max(0, ...notes
        .filter(([key]) => key.endsWith('/note'))
        .map(([, text]) => Number(text.match(/Number (\d+)/)?.[1] ?? 0)));
    },
  },
};

// What the check has stored a second time.
const mirrored = async () => {
  const name = 'digital-leadership-check';
  const known = await indexedDB.databases();
  if (!known.some((database) => database.name === name)) return [];
  const records = (await done(indexedDB.open(name))).transaction('records').objectStore('records');
  const [keys, texts] = await Promise.all([done(records.getAllKeys()), done(records.getAll())]);
  return keys.map((key, place) => [key, texts[place]]);
};

const every = (count, act) => (number) => (number % count === 0 ? act() : undefined);
const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

// To another site, as the browser sees it, and so to another process.
const go = async (page) => {
  const other = location.hostname === '127.0.0.1' ? 'localhost' : '127.0.0.1';
  location.href = `http://${other}:${location.port}/${page}`;
  await pause(10_000);
};

export const tricks = {
  frame: every(4, async () => {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.src = 'touching.html';
    document.body.append(frame);
    await pause(200);
    frame.remove();
  }),
  worker: every(4, async () => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
    await new Promise((resolve) => { worker.onmessage = resolve; });
    worker.terminate();
  }),
  persist: every(4, () => navigator.storage.persist()),
  window: every(4, async () => {
    const opened = window.open('touching.html', '', 'noopener');
    await pause(200);
    opened?.close();
  }),
  // Another tab comes to the front and goes away again.
  hidden: every(4, async () => {
    const front = window.open('touching.html', 'front');
    await pause(500);
    if (document.visibilityState !== 'hidden') throw new Error('the page can still be seen');
    front.close();
  }),
  reload: every(4, async () => {
    location.reload();
    await pause(10_000);
  }),
  away: every(4, () => go(`returning.html?to=${encodeURIComponent(location.href)}`)),
  // For good, after 40 numbers.
  leave: every(40, () => go('touching.html')),
};
