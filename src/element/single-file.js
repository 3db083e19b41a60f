// The script of the single file: what the other one fetches stands in the page already.
import initialise from "./digital-leadership-check-app.js";
import { provide } from "./board-part.js";
import { TAG } from "./element.js";
import { provideWords } from "./languages.js";
import { start } from "./starting.js";

const part = (name) => document.querySelector(`[data-part="${name}"]`);
const text = (name) => part(name).textContent;
const bytes = (name) => Uint8Array.from(atob(text(name)), (letter) => letter.charCodeAt(0));

const check = async () => initialise({ module_or_path: bytes("program") });

// A questionnaire that somebody has put into the page, in the place of the one that ships with it.
const QUESTIONNAIRE = "questionnaire";
if (text(QUESTIONNAIRE).trim()) {
  for (const host of document.querySelectorAll(TAG)) host.setAttribute("questionnaire", `#${QUESTIONNAIRE}`);
}

const program = () => bytes("reader-program");
const readQuestionnaire = async () => ({
  read: (_address, language, root, level, spoken) =>
    part("reader").read({ text: text(QUESTIONNAIRE) }, language, root, level, spoken, program),
  load: (_address, language, { spoken }) =>
    part("reader").load({ text: text(QUESTIONNAIRE) }, language, { spoken, program }),
});

if (ARE_MANY) provideWords(async (tag) => text(`words-${tag}`));

provide(async () => part("board").bring(bytes("board-program"), text("board-styles")));

start(text("styles"), check(), readQuestionnaire);
