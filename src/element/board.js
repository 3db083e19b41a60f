// The script of the board's part, which the check loads: brings its program and its styles from beside itself.
import { ready } from "./board-program.js";

const beside = (name) => new URL(name, import.meta.url);

async function styles() {
  const sheet = beside("digital-leadership-check-board.css");
  const response = await fetch(sheet);
  if (!response.ok) throw new Error(`${sheet} could not be loaded: ${response.status}`);
  return response.text();
}

export const bring = () => ready(fetch(beside("digital-leadership-check-board.wasm")), styles());
