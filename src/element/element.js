// The custom element: lifecycle and nothing else. Everything a person sees is drawn by the program.
import { mount } from "./digital-leadership-check-app.js";
import { NAMES, attribute } from "./attributes.js";
import { accompany, speak } from "./board-part.js";
import { chosen, withdraw } from "./first-choices.js";
import { OWN, answer, meant, offered, words } from "./languages.js";
import { forget, watch } from "./rescue.js";

export const TAG = "digital-leadership-check";

// The one element to which the page's title and history belong.
let titled;

// The class of the element. `readQuestionnaire` brings what reads one that an attribute names.
export function elementClass(styleSheet, readQuestionnaire) {
  return class extends HTMLElement {
    static observedAttributes = NAMES;
    #session;
    // Counts the mountings, so that one that was overtaken while it waited for a file is not finished.
    #turn = 0;
    #isStale = false;
    // The language that was wanted last, so that one that comes later is not the one that stays.
    #wanted;

    connectedCallback() {
      // A node that is moved is disconnected and connected again: the running session stays.
      if (!this.#session) this.#open();
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (!this.isConnected) this.#close();
      });
    }

    // Whatever the page changes at one go counts once. What stands there before anything is drawn is no
    // change.
    attributeChangedCallback(name, before, after) {
      if (before === after || this.#isStale || this.#turn === 0) return;
      // Another language changes words alone, unless the choice is the member's from now on or no longer.
      if (ARE_MANY && name === "language" && before && after) return void this.#speak(meant(attribute(this, name)));
      this.#isStale = true;
      queueMicrotask(() => {
        this.#isStale = false;
        if (this.isConnected) this.#openAfresh();
      });
    }

    async #open() {
      const turn = (this.#turn += 1);
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [styleSheet];
      try {
        const said = (name) => attribute(this, name);
        const language = meant(said("language"));
        const level = Number(said("heading-level"));
        const address = said("questionnaire");
        let questionnaire;
        let spoken = {};
        if (address || (ARE_MANY && language !== OWN)) {
          // What stands between the tags is seen until something is drawn over it.
          root.replaceChildren(document.createElement("slot"));
          spoken = await wordsOrNone(this, language);
          if (turn !== this.#turn) return;
        }
        if (address) {
          const { read } = await readQuestionnaire();
          if (turn !== this.#turn) return;
          questionnaire = await read(address, language, root, level, spoken);
          if (turn !== this.#turn) return;
        }
        // Whoever asked to try again stays where they were.
        const hadFocus = root.activeElement !== null;
        const choose = chosen(this);
        root.replaceChildren();
        accompany(root, questionnaire, said("round"), spoken);
        if (ARE_MANY) answer(root, (tag) => this.#speak(tag));
        this.#session = mount(
          root,
          said("storage-key"),
          said("storage"),
          this.#navigation(),
          level,
          said("trust-name"),
          questionnaire,
          offered(this),
        );
        if (ARE_MANY && spoken.check) this.#session.speak(spoken.writing, spoken.check, questionnaire ?? spoken.questionnaire);
        watch(this);
        if (hadFocus) root.querySelector("[data-focus=heading]")?.focus();
        choose(root);
      } catch (error) {
        if (turn !== this.#turn) return;
        this.#giveBackTitle();
        root.replaceChildren(document.createElement("slot"));
        tell([this], error);
      }
    }

    // Goes over to another language with everything that was put in. Until its words are there, nothing changes.
    async #speak(language) {
      if (!ARE_MANY) return;
      const turn = this.#turn;
      this.#wanted = language;
      const isOvertaken = () => turn !== this.#turn || language !== this.#wanted;
      try {
        const spoken = await words(language);
        const address = attribute(this, "questionnaire");
        const own = address ? await (await readQuestionnaire()).load(address, language, { spoken }) : undefined;
        if (isOvertaken() || !this.#session) return;
        this.#session.speak(spoken.writing, spoken.check, own ?? spoken.questionnaire);
        speak(this.shadowRoot, own, spoken);
      } catch (error) {
        console.error(error);
        if (!isOvertaken()) this.#session?.miss(language);
      }
    }

    #navigation() {
      const navigation = attribute(this, "navigation");
      if (navigation === "contained") return navigation;
      if (titled?.isConnected && titled !== this) {
        console.warn(`<${this.localName}> navigation="page": another one on this page has its title and history; it is left out.`);
        return "contained";
      }
      titled = this;
      return navigation;
    }

    #giveBackTitle() {
      if (titled === this) titled = undefined;
    }

    // Everything is saved as it is put in, so a fresh copy goes on with it.
    #openAfresh() {
      if (this.shadowRoot?.querySelector("[data-held-here-alone]")) {
        console.warn(`<${this.localName}> has answers that are kept nowhere else: a change of its attributes counts when the page is loaded again.`);
        return;
      }
      this.#close();
      this.shadowRoot?.replaceChildren();
      this.#open();
    }

    #close() {
      this.#turn += 1;
      this.#giveBackTitle();
      try {
        // After a stop this throws, and the rescue screen stays as it is.
        this.#session?.free();
        this.#session = undefined;
      } finally {
        forget(this);
      }
    }
  };
}

// The words of a language. Where they cannot be brought, the program's own are better than none.
async function wordsOrNone(host, language) {
  if (!ARE_MANY) return {};
  try {
    return await words(language);
  } catch (error) {
    console.warn(`<${host.localName}> language="${language}": its words could not be loaded.`, error);
    return {};
  }
}

// What stands between the tags stays on screen. What it says of starting is hidden there, and the reason
// uncovered: each that is marked with this one, or with none in particular.
export function tell(hosts, error) {
  const reason = whyNot();
  for (const host of hosts) {
    withdraw(host);
    for (const part of host.querySelectorAll("[data-while-starting]")) part.hidden = true;
    for (const part of host.querySelectorAll("[data-when-not-started]")) {
      part.hidden = ![reason, ""].includes(part.dataset.whenNotStarted);
    }
  }
  console.error(`<${TAG}> could not start.`, error);
}

// The reason, as far as the browser itself is one.
function whyNot() {
  if (!mayRun()) return "no-webassembly";
  return "adoptedStyleSheets" in document ? "not-loaded" : "too-old";
}

// Whether WebAssembly is there and allowed, as the smallest program of all tells. Under a policy without it,
// Chromium refuses to make one and WebKit only to run one.
export function mayRun() {
  try {
    return Boolean(new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))));
  } catch {
    return false;
  }
}
