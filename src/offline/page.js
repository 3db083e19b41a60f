// Keeps the page and all that belongs to it on the device, so that it opens without a network, and offers a newer
// version where there is one. What the page says of it stands in the page, hidden until it is true.

import { whenBrought } from "./digital-leadership-check.js";

const WORKER = "offline-worker.js";
// The page's policy lets this one name make an address of a script, and the name makes one address.
const POLICY = "digital-leadership-check-offline";

const check = document.querySelector("digital-leadership-check");

function show(name, isShown = true) {
  for (const part of document.querySelectorAll(`[data-offline=${name}]`)) part.hidden = !isShown;
}

function worker() {
  const createScriptURL = () => new URL(WORKER, document.baseURI).href;
  return window.trustedTypes?.createPolicy(POLICY, { createScriptURL }).createScriptURL("") ?? createScriptURL();
}

// Tells a worker something, and calls `heard` with what it answers.
function tell(worker, what, heard) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard(data);
  worker.postMessage(what, [port2]);
}

async function keep() {
  try {
    const registration = await navigator.serviceWorker.register(worker(), { updateViaCache: "none" });
    watch(registration);
    // Once everything is there, and not before.
    const { active } = await navigator.serviceWorker.ready;
    const own = check.getAttribute("questionnaire");
    if (!own) return show("kept");
    const address = new URL(own, document.baseURI).href;
    const say = (isKept) => show(isKept ? "kept" : "questions-not-kept");
    if (address.startsWith(registration.scope)) tell(active, { keep: address }, say);
    else say(false);
  } catch (error) {
    console.info("This page is not kept on the device, so it needs a network each time.", error);
  }
}

// A newer version waits beside the one that is used.
function watch(registration) {
  const look = () => {
    if (registration.active && registration.waiting) offer(registration.waiting);
  };
  const follow = () => registration.installing?.addEventListener("statechange", look);
  registration.addEventListener("updatefound", follow);
  follow();
  look();
}

// Whether the browser would ask before the page is left, because something in it is kept nowhere else.
const isHeldHereAlone = () => !dispatchEvent(new Event("beforeunload", { cancelable: true }));

const load = () => location.reload();

function offer(waiting) {
  show("new-version");
  document.querySelector("[data-offline=new-version] button").onclick = () => {
    for (const refusal of ["held-here-alone", "open-elsewhere"]) show(refusal, false);
    // What is said again is heard again only if it was gone.
    const refuse = (why) => setTimeout(() => show(why));
    if (isHeldHereAlone()) return refuse("held-here-alone");
    navigator.serviceWorker.addEventListener("controllerchange", load);
    tell(waiting, "use", () => {
      navigator.serviceWorker.removeEventListener("controllerchange", load);
      refuse("open-elsewhere");
    });
  };
}

if ("serviceWorker" in navigator) {
  // The browser has then loaded most of it already. A page that nobody sees yet brings nothing by itself.
  (document.hidden ? Promise.resolve() : whenBrought).then(keep);
} else if (!isSecureContext) {
  show("needs-https");
}
