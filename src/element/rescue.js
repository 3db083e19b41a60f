// What is left when the program stops: a screen that was drawn before and is only uncovered. Nothing
// here needs the program.

import { save } from "./files.js";
import { guarded } from "./guard.js";
import { everythingOpen } from "./sealing.js";

const STOPPED = "data-stopped";

// Every element that is on the page.
const mounted = new Set();

// From now on the program's stop uncovers the rescue screen of this element.
export function watch(host) {
  mounted.add(host);
}

export function forget(host) {
  mounted.delete(host);
}

export const guard = (program) => guarded(program, stop);

// All elements share one program, so all of them stop together.
function stop() {
  for (const { shadowRoot: root } of mounted) {
    root.querySelector(".digital-leadership-check")?.setAttribute(STOPPED, "");
    const rescue = root.querySelector("[data-rescue]");
    if (rescue) rescue.hidden = false;
    // As a reload the browser keeps its place in the history; not every one does that for a link.
    root.querySelector("[href='']")?.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    root.querySelector("[data-copy]")?.addEventListener("click", ({ target }) => {
      try {
        save(copy(target.dataset));
      } catch {
        root.querySelector("[data-copy-failed]").hidden = false;
      }
    });
  }
}

// A copy of everything in the store of that name, whatever the format and the questionnaire, but for what
// others answered. Of nothing there is none.
function copy({ copy: store, kept }) {
  const isOurs = ([key]) => {
    const [, rest] = key.split(/^digital-leadership-check\/\d+\//);
    return rest?.startsWith(store) && /^-[\da-f]{16}(\/(?!\.board-)|$)/.test(rest.slice(store.length));
  };
  const clear = Object.entries(kept === "session" ? sessionStorage : localStorage);
  // What is open under a passphrase is not there.
  const unsealed = [...(everythingOpen().open.get(store)?.texts ?? [])];
  const stored = Object.fromEntries(clear.concat(unsealed).filter(isOurs));
  if (Object.keys(stored).length === 0) throw new Error(`Nothing is stored under "${store}".`);
  return JSON.stringify({ product: "digital-leadership-check", copy: 1, stored });
}
