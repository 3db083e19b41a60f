// The script that a page loads: brings the program and the styles from beside itself and defines the element.
import initialise from "./digital-leadership-check-app.js";
import { provide } from "./board-part.js";
import { TAG } from "./element.js";
import { provideWords } from "./languages.js";
import { start } from "./starting.js";

export { whenBrought } from "./board-part.js";
export { define } from "./starting.js";

const beside = (name) => new URL(name, import.meta.url);

// Both requests are under way before either is waited for.
const program = initialise({ module_or_path: fetch(beside("digital-leadership-check-app_bg.wasm")) });
const sheet = beside("digital-leadership-check.css");
// Our own page has loaded the same sheet for what stands there first; it is not asked for again.
const isLoaded = [...document.styleSheets].some(({ href }) => href === sheet.href);
const styles = fetch(sheet, { cache: isLoaded ? "force-cache" : "default" }).then((response) => {
  if (!response.ok) throw new Error(`${sheet} could not be loaded: ${response.status}`);
  return response.text();
});

if (ARE_MANY) provideWords(async (tag) => {
  const file = beside(`digital-leadership-check-words-${tag}.json`);
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} could not be loaded: ${response.status}`);
  return response.text();
});

// A script that could not be loaded is asked for again under another fragment only, which no server sees.
let attempts = 0;
provide(async () => {
  const script = beside("digital-leadership-check-board.js");
  if (attempts > 0) script.hash = attempts;
  attempts += 1;
  return (await import(script)).bring();
});

// One promise for all who ask, so that what is under way is known before an element asks for it.
let reading;
const reader = () => (reading ??= import(beside("digital-leadership-check-questionnaire.js")).catch((error) => {
  reading = undefined;
  throw error;
}));
// What a page names is under way with the program, and not after it. Whether it comes is told when it is asked for.
for (const host of document.querySelectorAll(`${TAG}[questionnaire]`)) {
  reader().then(({ expect }) => expect(host.getAttribute("questionnaire"))).catch(() => {});
}

start(styles, program, reader);
