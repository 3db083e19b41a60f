// What reads a questionnaire, in the single file. No script inside a page can be imported by another, so it
// leaves its work at its own tag.
import { read } from "./questionnaire.js";

document.querySelector('[data-part="reader"]').read = read;
