// The program of the board's part, its styles, and how it is drawn into a room.
import initialise, { mount_board } from "./digital-leadership-check-board.js";
import { forget, speak, watch } from "./board-guard.js";
import { share } from "./sealing.js";

// Promises a function that draws the board's part and answers what takes it away again and what makes it speak
// another language. `program` is a response or bytes, and `styles` a text.
export async function ready(program, styles) {
  const [text] = await Promise.all([styles, initialise({ module_or_path: program })]);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return (...given) => draw(sheet, ...given);
}

function draw(sheet, others, room, level, store, storage, trustName, marks, leavesNoTrace, questionnaire, address, invitation) {
  const root = room.getRootNode();
  if (!root.adoptedStyleSheets.includes(sheet)) {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
  // What is open under a passphrase is open for both programs.
  share(others);
  const session = mount_board(
    room,
    level,
    store,
    storage,
    trustName,
    questionnaire,
    marks,
    leavesNoTrace,
    address,
    invitation,
  );
  watch(room, level);
  return {
    // What has stopped is not entered again, and goes with its room.
    speak(words, writing, ...others) {
      if (speak(room, words, writing?.split("\x1e")[0])) session.speak(writing, ...others);
    },
    end() {
      if (forget(room)) session.free();
    },
  };
}
