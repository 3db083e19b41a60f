// How both scripts of ours begin: the element is defined once the styles and the program are there.
import { TAG, elementClass, tell } from "./element.js";

let Check;
// Why there is none.
let failure;

// Defines the element under another name, for a page on which the usual one is taken. Where it could not
// start, those of that name are told.
export function define(name = TAG) {
  if (customElements.get(name)) {
    console.warn(`<${name}> is defined already: this page loads it twice, or another script uses the name.`);
  } else if (Check) {
    // One class can have one name only.
    customElements.define(name, class extends Check {});
  } else {
    tell(document.querySelectorAll(name), failure);
  }
}

// Waits for the text of the styles and for the program.
export async function start(styles, program, readQuestionnaire) {
  try {
    const [text] = await Promise.all([styles, program]);
    const styleSheet = new CSSStyleSheet();
    styleSheet.replaceSync(text);
    Check = elementClass(styleSheet, readQuestionnaire);
  } catch (error) {
    failure = error;
  }
  define();
}
