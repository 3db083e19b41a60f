// The custom element: lifecycle and nothing else. Everything a person sees is drawn by the wasm.
import initialise, { mount } from "./digital-leadership-check-app.js";

const TAG = "digital-leadership-check";
const beside = (name) => new URL(name, import.meta.url);

// Both requests are under way before either is waited for.
const program = initialise({ module_or_path: fetch(beside("digital-leadership-check-app_bg.wasm")) });
const styles = fetch(beside("digital-leadership-check.css")).then(async (response) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await response.text());
  return sheet;
});

function define(sheet) {
  if (customElements.get(TAG)) {
    console.warn(`<${TAG}> is defined already: this page loads it twice, or another script uses the name.`);
    return;
  }
  customElements.define(
    TAG,
    class extends HTMLElement {
      #session;

      connectedCallback() {
        // A node that is moved is disconnected and connected again: the running session stays.
        if (this.#session) return;
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        root.adoptedStyleSheets = [sheet];
        this.#session = mount(this, root);
      }

      disconnectedCallback() {
        queueMicrotask(() => {
          if (this.isConnected) return;
          this.#session?.free();
          this.#session = undefined;
        });
      }
    },
  );
}

try {
  const [sheet] = await Promise.all([styles, program]);
  define(sheet);
} catch (error) {
  // What stands between the tags stays on screen; the page may mark a paragraph to be shown now.
  for (const host of document.querySelectorAll(TAG)) {
    host.querySelector("[data-when-not-started]")?.removeAttribute("hidden");
  }
  console.error(`<${TAG}> could not start.`, error);
}
