// The script that a page loads: brings the program and the styles from beside itself and defines the element.
import initialise from "./digital-leadership-check-app.js";
import { TAG, elementClass, tell } from "./element.js";

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

let Check;

// Defines the element under another name, for a page on which the usual one is taken.
export function define(name = TAG) {
  if (customElements.get(name)) {
    console.warn(`<${name}> is defined already: this page loads it twice, or another script uses the name.`);
  } else if (Check) {
    // One class can have one name only.
    customElements.define(name, class extends Check {});
  }
}

try {
  const [styleSheet] = await Promise.all([styles, program]);
  Check = elementClass(styleSheet, () => import(beside("digital-leadership-check-questionnaire.js")));
  define();
} catch (error) {
  tell(document.querySelectorAll(TAG), error);
}
