// The script that is loaded where a page names a questionnaire of its own: brings the file, has the second
// program check it, and draws what is wrong. The first program never sees a file that has not been checked.
import initialise, { read as check } from "./digital-leadership-check-questionnaire.js";
import { language as own, questionnaire_failures as ownWords } from "./interface.en.json";

const LARGEST = 1_000_000;
const SECONDS_OF_SILENCE = 30;
const SECONDS_TO_PROGRESS = 5;
// The words of the language that is wanted, and its tag.
let words = ownWords;
let spokenLanguage = own;

// What trying again cannot help.
const FOR_GOOD = ["no-address", "stopped"];

const besideThis = () => fetch(new URL("digital-leadership-check-questionnaire_bg.wasm", import.meta.url));

// Why there is no questionnaire, in words for whoever looks after the page.
class Failure extends Error {
  constructor(reason, values, problems = [], more = 0) {
    super(fill(reason, values));
    this.isForGood = FOR_GOOD.includes(reason);
    this.problems = problems;
    this.more = more;
  }
}

// The packed questionnaire, as soon as there is one. Until then `root` says that it is loading, or what is
// wrong, with a button to try again if that can help. `source`, `program` and `spoken` are those of `load`,
// `level` is that of the heading.
export async function read(source, language, root, level, spoken, program) {
  speak(language, spoken);
  const screen = new Screen(root, level);
  for (let isRetry = false; ; isRetry = true) {
    try {
      return await screen.whileWaiting((onProgress) => load(source, language, { spoken, program, onProgress }));
    } catch (failure) {
      // Something else has been drawn meanwhile, or the mistake is ours.
      if (!screen.isThere || !(failure instanceof Failure)) throw failure;
      const isForGood = failure.isForGood || source.text !== undefined;
      await screen.show(failure, { isRetry, isForGood });
    }
  }
}

// What is under way before an element asks for it, by its address.
const expected = new Map();

// Begins to bring what an element will ask for. What goes wrong is told when it asks.
export function expect(source) {
  const address = resolve(source);
  start(besideThis, address).catch(() => {});
  const early = { onProgress() {} };
  early.text = bring(address, (size) => early.onProgress(size));
  early.text.catch(() => {});
  expected.set(address, early);
}

// The text at an address; for the first who asks, what is under way already.
function take(address, onProgress) {
  const early = expected.get(address);
  if (!early) return bring(address, onProgress);
  expected.delete(address);
  early.onProgress = onProgress;
  return early.text;
}

function speak(language, { questionnaire_failures: translated } = {}) {
  words = translated ?? ownWords;
  spokenLanguage = translated ? language : own;
}

// The packed questionnaire, or a `Failure`.
//
// `source` is an address, or an object with the `text` of a file that is in the page itself. `program`
// brings the second program, as a response or as bytes. `spoken` are the words of the language.
export async function load(source, language, { spoken, program = besideThis, onProgress = () => {} } = {}) {
  speak(language, spoken);
  const address = source.text === undefined ? resolve(source) : words["this-file"];
  const [text] = await Promise.all([source.text ?? take(address, onProgress), start(program, address)]);
  let answer;
  try {
    answer = check(text, language);
  } catch (problems) {
    // Whatever else is thrown left the program halfway.
    if (typeof problems !== "string") throw new Failure("stopped", { address });
    const [count, ...told] = problems.split("\n");
    throw new Failure("problems", { address }, told, count - told.length);
  }
  const [taken, packed] = answer.split("\n");
  if (primary(taken) !== primary(language)) {
    console.warn(`The questionnaire in ${address} has no texts in "${language}"; those in "${taken}" are shown.`);
  }
  return packed;
}

const primary = (tag) => tag.split("-")[0].toLowerCase();

function resolve(source) {
  try {
    const { protocol, href } = new URL(source, document.baseURI);
    if (/^https?:$/.test(protocol)) return href;
  } catch {
    // It is told below, as one of another kind is.
  }
  throw new Failure("no-address", { address: source });
}

let started;

// One program serves every element. One that could not be loaded is asked for again the next time.
async function start(program, address) {
  try {
    started ??= initialise({ module_or_path: program() });
    await started;
  } catch (error) {
    started = undefined;
    console.error(error);
    throw new Failure("no-program", { address });
  }
}

// The text at an address. No more of it is read than a questionnaire may have.
async function bring(address, onProgress) {
  const stop = new AbortController();
  let isSilent = false;
  let silence;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      isSilent = true;
      stop.abort();
    }, SECONDS_OF_SILENCE * 1000);
  };
  const chunks = [];
  try {
    listen();
    const response = await fetch(address, {
      credentials: "same-origin",
      // What was mended a moment ago is to be seen.
      cache: "no-cache",
      referrerPolicy: "no-referrer",
      signal: stop.signal,
    });
    const { ok, status, body } = response;
    if (!ok || !body) throw new Failure("status", { address, status });
    let size = 0;
    for (const reader = body.getReader(); ; ) {
      listen();
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > LARGEST) throw new Failure("too-large", { address });
      onProgress(size);
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof Failure) throw error;
    const seconds = SECONDS_OF_SILENCE;
    throw isSilent ? new Failure("silent", { address, seconds }) : new Failure("unreachable", { address });
  } finally {
    clearTimeout(silence);
    stop.abort();
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await new Blob(chunks).arrayBuffer());
  } catch {
    throw new Failure("not-text", { address });
  }
}

function fill(name, values) {
  return words[name].replace(/\{(\w+)\}/g, (_, value) => values[value]);
}

// What stands in the element until there is a questionnaire.
class Screen {
  #root;
  #level;
  #frame = part("div", "digital-leadership-check");
  // It is there before something is said in it, so that a screen reader hears that.
  #status = part("p", "nhsuk-body");
  #failure = part("div");
  #tryAgain;

  constructor(root, level) {
    this.#root = root;
    this.#level = level;
    this.#frame.lang = spokenLanguage;
    this.#status.setAttribute("role", "status");
    const screen = part("div", "screen", this.#failure, this.#status);
    screen.setAttribute("part", "screen");
    this.#frame.append(part("div", "nhsuk-width-container", screen));
    root.append(this.#frame);
  }

  get isThere() {
    return this.#frame.isConnected;
  }

  // Says that the questionnaire is being loaded until `work` has ended, and every few seconds how far it is.
  async whileWaiting(work) {
    let size = 0;
    const say = (text) => (this.#status.textContent = text);
    const beginning = requestAnimationFrame(() => say(words.loading));
    const reports = setInterval(
      () => say(fill("still-loading", { kilobytes: Math.round(size / 1000) })),
      SECONDS_TO_PROGRESS * 1000,
    );
    try {
      return await work((now) => {
        if (!this.isThere) throw new Error("Nobody waits for it any more.");
        size = now;
      });
    } finally {
      cancelAnimationFrame(beginning);
      clearInterval(reports);
      say("");
    }
  }

  // Draws a failure, and waits until somebody asks to try again.
  show(failure, { isRetry, isForGood }) {
    const heading = part(`h${this.#level}`, "nhsuk-heading-l", words.heading);
    heading.tabIndex = -1;
    heading.setAttribute("part", "heading");
    const reason = part("p", "nhsuk-body", failure.message);
    // Nobody has asked for it yet who could be taken there.
    reason.setAttribute("role", "alert");
    const problems = failure.problems.map((problem) => part("li", "", problem));
    if (failure.more > 0) problems.push(part("li", "", fill("more", { count: failure.more })));
    const list = problems.length > 0 ? [part("ul", "nhsuk-list", ...problems)] : [];
    const retry = isForGood ? [] : [this.#retry()];
    // Somebody may be elsewhere on the page by now.
    const hadFocus = this.#root.activeElement !== null;
    this.#failure.replaceChildren(heading, reason, ...list, ...retry);
    this.#root.replaceChildren(this.#frame);
    if (isRetry && hadFocus) heading.focus();
    return new Promise((resolve) => (this.#tryAgain = resolve));
  }

  // It stays while what it has asked for is under way, so that the focus has a place.
  #retry() {
    const retry = part("button", "nhsuk-button", words.retry);
    retry.type = "button";
    retry.setAttribute("part", "button");
    retry.addEventListener("click", () => {
      retry.setAttribute("aria-disabled", "true");
      const [, ...told] = this.#failure.children;
      for (const line of told) if (line !== retry) line.remove();
      this.#tryAgain();
    });
    return retry;
  }
}

function part(tag, classes = "", ...children) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  element.append(...children);
  return element;
}
