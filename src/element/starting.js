// How both scripts of ours begin: the element is defined once the styles and the program are there.
import { bringWhenIdle } from "./board-part.js";
import { TAG, elementClass, mayRun, tell } from "./element.js";
import { offer } from "./first-choices.js";

// The class of the element, or why there is none. Nobody may rely on our script's having run to its end:
// WebKit hands over a module that is still waiting for something.
let settle;
const beginning = new Promise((resolve) => (settle = resolve));

// Defines the element under another name, for a page on which the usual one is taken. Where it could not
// start, those of that name are told.
export async function define(name = TAG) {
  const { Check, failure } = await beginning;
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
  if (mayRun()) offer();
  try {
    const [styleSheet] = await Promise.all([sheet(styles), program]);
    settle({ Check: elementClass(styleSheet, readQuestionnaire) });
    bringWhenIdle();
  } catch (failure) {
    settle({ failure });
  }
  define();
}

// The browser has read the styles by the time that the program comes.
async function sheet(text) {
  const styleSheet = new CSSStyleSheet();
  styleSheet.replaceSync(await text);
  return styleSheet;
}
