// What reads a questionnaire, in the single file. No script inside a page can be imported by another, so it
// leaves its work at its own tag.
import { load, read } from "./questionnaire.js";

Object.assign(document.querySelector('[data-part="reader"]'), { load, read });
