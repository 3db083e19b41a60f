// The board's part in the single file. No script inside a page can be imported by another, so it leaves what it
// does at its own tag.
import { ready } from "./board-program.js";

document.querySelector('[data-part="board"]').bring = ready;
