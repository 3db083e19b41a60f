// What is left when the program of the board's part stops: a plain screen in its room. The check around it goes
// on.
import { board_stopped as ownWords, language as own } from "./interface.en.json";
import { guarded } from "./guard.js";

// Each room that the program has drawn: the level of its highest heading, and the words for it.
const rooms = new Map();

export function watch(room, level) {
  rooms.set(room, { level, words: ownWords, language: own });
}

// What would be said in a room from now on; without words, what the program itself would. Answers whether the
// program still has the room.
export function speak(room, words = ownWords, language = own) {
  const watched = rooms.get(room);
  if (watched) Object.assign(watched, { words, language });
  return Boolean(watched);
}

// Answers whether the program still has the room.
export function forget(room) {
  return rooms.delete(room);
}

export const guard = (program) => guarded(program, stop);

function stop() {
  for (const [room, { level, words, language }] of rooms) {
    // As a reload the browser keeps its place in the history; not every one does that for a link.
    const reload = part("a", "nhsuk-button", words.reload);
    reload.setAttribute("href", "");
    reload.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    const back = part("button", "nhsuk-back-link", words.back);
    back.type = "button";
    back.addEventListener("click", () => room.dispatchEvent(new Event("left")));
    const told = part("div", "", part(`h${level}`, "nhsuk-heading-l", words.heading), part("p", "nhsuk-body", words.text));
    told.setAttribute("role", "alert");
    const screen = part("div", "screen", back, told, reload);
    screen.lang = language;
    room.replaceChildren(screen);
  }
  rooms.clear();
}

function part(tag, classes, ...children) {
  const element = document.createElement(tag);
  if (classes) element.className = classes;
  element.append(...children);
  return element;
}
