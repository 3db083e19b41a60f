// The script of the single file: what the other one fetches stands in the page already.
import initialise from "./digital-leadership-check-app.js";
import { start } from "./starting.js";

const part = (name) => document.querySelector(`[data-part="${name}"]`).textContent;

const program = async () => {
  const bytes = Uint8Array.from(atob(part("program")), (letter) => letter.charCodeAt(0));
  return initialise({ module_or_path: bytes });
};

await start(part("styles"), program());
