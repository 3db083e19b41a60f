// The custom element: lifecycle and nothing else. Everything a person sees is drawn by the wasm.
import initialise, { mount } from "./digital-leadership-check-app.js";
import { forget, watch } from "./rescue.js";

const TAG = "digital-leadership-check";
const beside = (name) => new URL(name, import.meta.url);

// Both requests are under way before either is waited for.
const program = initialise({ module_or_path: fetch(beside("digital-leadership-check-app_bg.wasm")) });
const sheet = beside("digital-leadership-check.css");
// Our own page has loaded the same sheet for what stands there first; it is not asked for again.
const isLoaded = [...document.styleSheets].some(({ href }) => href === sheet.href);
const styles = fetch(sheet, { cache: isLoaded ? "force-cache" : "default" }).then(async (response) => {
  const adopted = new CSSStyleSheet();
  adopted.replaceSync(await response.text());
  return adopted;
});

function define(styleSheet) {
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
        root.adoptedStyleSheets = [styleSheet];
        try {
          this.#session = mount(this, root);
          watch(this);
        } catch (error) {
          root.replaceChildren(document.createElement("slot"));
          tell([this], error);
        }
      }

      disconnectedCallback() {
        queueMicrotask(() => {
          if (this.isConnected) return;
          // After a stop this throws, and the rescue screen stays as it is.
          this.#session?.free();
          this.#session = undefined;
          forget(this);
        });
      }
    },
  );
}

// What stands between the tags stays on screen; the page may mark a paragraph to be shown now.
function tell(hosts, error) {
  for (const host of hosts) {
    host.querySelector("[data-when-not-started]")?.removeAttribute("hidden");
  }
  console.error(`<${TAG}> could not start.`, error);
}

try {
  const [styleSheet] = await Promise.all([styles, program]);
  define(styleSheet);
} catch (error) {
  tell(document.querySelectorAll(TAG), error);
}
