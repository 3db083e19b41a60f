// Answers for the page when it asks for its own files, from the device. It knows nothing of what anybody does there:
// it sees addresses of files, keeps files, and sends nothing but the requests for them.

// The build puts in each file with its sum; what a trust may change has none, and says of which release it is.
const FILES = {};
const VERSION = "";

const PAGE = "index.html";
const WORKER = "offline-worker.js";
// A page of ours, whole, of this release; one of any release; and one that wants to be kept.
const IS_OF_THIS_RELEASE = new RegExp(`<meta name="release" content="${VERSION}">[^]*</html>`);
const IS_OURS = /<meta name="release" content="\w+">[^]*<\/html>/;
const IS_WANTED = /<script [^>]*src="offline\.js"/;
// How long a page is waited for before the one on the device is shown.
const MILLISECONDS_OF_PATIENCE = 3000;

// Several folders of one website may have the check, each with a worker of its own.
const OURS = `digital-leadership-check ${registration.scope} `;
const CACHE = OURS + VERSION;

const addressOf = (name) => new URL(name, registration.scope).href;

// What an address is called in our folder, if it is in it.
function nameOf(address) {
  const scope = new URL(registration.scope);
  const { origin, pathname } = new URL(address);
  if (origin !== scope.origin || !pathname.startsWith(scope.pathname)) return undefined;
  return pathname.slice(scope.pathname.length) || PAGE;
}

const isFile = (name) => name !== undefined && Object.hasOwn(FILES, name);
const isPage = (name) => name.endsWith(".html");

// All or nothing: with one file missing or different, the version that was there goes on.
async function install() {
  // After a way back to an older release this may be the one that is used.
  const isThere = await caches.has(CACHE);
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(Object.entries(FILES).map(([name, sum]) => bring(cache, name, sum)));
  } catch (error) {
    if (!isThere) await caches.delete(CACHE);
    console.info("This version is not kept on the device.", error);
    throw error;
  }
}

async function bring(cache, name, integrity) {
  const ask = (how) => fetch(addressOf(name), { redirect: "error", ...how });
  // What the page has loaded a moment ago is the right file if its sum is, and is not asked for again.
  const answer = integrity
    ? await ask({ integrity, cache: "force-cache" }).catch(() => ask({ integrity, cache: "reload" }))
    : await ask({ cache: "no-cache" });
  if (!answer.ok) throw new Error(`${addressOf(name)} could not be loaded: ${answer.status}`);
  if (isPage(name) && !IS_OF_THIS_RELEASE.test(await answer.clone().text())) {
    throw new Error(`${addressOf(name)} is of another release, or broken off`);
  }
  await cache.put(addressOf(name), answer);
}

async function activate() {
  await forget((name) => name !== CACHE);
  await clients.claim();
}

async function forget(isUnwanted) {
  const names = await caches.keys();
  const unwanted = names.filter((name) => name.startsWith(OURS) && isUnwanted(name));
  await Promise.all(unwanted.map((name) => caches.delete(name)));
}

// Looking makes no cache where there is none any more.
const kept = (address) => caches.match(address, { cacheName: CACHE, ignoreVary: true });

async function keep(address, answer) {
  if (await caches.has(CACHE)) await (await caches.open(CACHE)).put(address, answer);
}

// Programs, scripts and styles are all of one version. Another page in this folder, such as the one for a frame, is not
// kept, and gets its own from the server.
async function file(name, { clientId, request }) {
  const client = await clients.get(clientId);
  const isForOurs = !client || isFile(nameOf(client.url));
  return (isForOurs && (await kept(addressOf(name)))) || fetch(request);
}

// A page comes from the server, so that a trust's change of it is seen at once. Where the server does not answer, not
// soon, or with anything but this release's page, it comes from the device.
async function page(name, asked, judged) {
  const verdict = await Promise.race([judged.catch(() => undefined), patience()]);
  if (verdict && verdict !== "strange") return asked;
  return (await kept(addressOf(name))) ?? asked;
}

const patience = () => new Promise((resolve) => setTimeout(resolve, MILLISECONDS_OF_PATIENCE));

// What an answer is, which this reads to its end: "ours" of this release, "unwanted" if nothing is to be kept any more,
// "passing" if it is shown this once, or else "strange".
async function judge(name, answer) {
  // To sign in somewhere else, say: the browser follows it.
  if (answer.type === "opaqueredirect") return "passing";
  if (isGone(answer)) {
    if (name !== PAGE) return "passing";
    return (await isTakenAway()) ? "unwanted" : "strange";
  }
  if (answer.status !== 200) return "strange";
  const text = await answer.text();
  if (name === PAGE && isUnwanted(text)) return "unwanted";
  return IS_OF_THIS_RELEASE.test(text) ? "ours" : "strange";
}

const isGone = (answer) => answer.status === 404 || answer.status === 410;

const isUnwanted = (text) => IS_OURS.test(text) && !IS_WANTED.test(text.replace(/<!--[^]*?-->/g, ""));

// While files are copied, one or another may be missing for a moment.
async function isTakenAway() {
  const answer = await fetch(addressOf(WORKER), { cache: "no-store" }).catch(() => undefined);
  return answer !== undefined && isGone(answer);
}

async function renew(name, answer, verdict) {
  if (verdict === "unwanted") await leave();
  if (verdict === "ours" && !answer.redirected) await keep(addressOf(name), answer);
}

// From the next page on, everything comes from the server.
async function leave() {
  await registration.unregister();
  await forget(() => true);
}

// A questionnaire of the page's own comes from the server too, and from the device without one.
async function other(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && (await kept(request.url))) await keep(request.url, answer.clone());
    return answer;
  } catch (error) {
    const before = await kept(request.url);
    if (!before) throw error;
    return before;
  }
}

async function keepOther(address, port) {
  const answer = await fetch(address, { cache: "no-cache" }).catch(() => undefined);
  if (answer?.ok) await keep(address, answer);
  port.postMessage(Boolean(answer?.ok));
}

// The version that waits takes over if nobody has the other one open elsewhere, where it could be in the middle of
// something.
async function use(asking, port) {
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const others = open.filter(({ id, url }) => id !== asking.id && [PAGE, "frame.html"].includes(nameOf(url)));
  if (others.length > 0) port.postMessage("open elsewhere");
  else await skipWaiting();
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("message", (event) => {
  const { data, source, ports } = event;
  if (data === "use") event.waitUntil(use(source, ports[0]));
  else if (data.keep) event.waitUntil(keepOther(data.keep, ports[0]));
});
addEventListener("fetch", (event) => {
  const name = event.request.method === "GET" ? nameOf(event.request.url) : undefined;
  if (name === undefined) return;
  if (!isFile(name)) {
    if (name.endsWith(".json")) event.respondWith(other(event.request));
    return;
  }
  if (!isPage(name)) return event.respondWith(file(name, event));
  const asked = fetch(event.request);
  const copied = asked.then((answer) => [answer.clone(), answer.clone()]);
  const judged = copied.then(([read]) => judge(name, read));
  const renewed = Promise.all([copied, judged]).then(([[, stored], verdict]) => renew(name, stored, verdict));
  event.waitUntil(renewed.catch(() => {}));
  event.respondWith(page(name, asked, judged));
});
