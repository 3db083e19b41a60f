// The way from the check to the board's part, which is a program of its own: it is brought once the page is
// idle, and drawn into a place that the check makes for it.

import { everythingOpen } from "./sealing.js";

// How long nothing is said while it is brought.
const MILLISECONDS_OF_PATIENCE = 700;

// Brings what draws the board's part; a page that has none provides nothing.
let source;
let brought;

// Where the board's part comes from: `bring` promises what draws it.
export function provide(bring) {
  source = bring;
}

export function isThere() {
  return source !== undefined;
}

// One that could not be brought is asked for again the next time.
function bring() {
  brought ??= source().catch((error) => {
    brought = undefined;
    throw error;
  });
  return brought;
}

let settle;
// Everything that the page brings by itself is there, or cannot be brought.
export const whenBrought = new Promise((resolve) => (settle = resolve));

// Brings it after the first screen is seen, when there is nothing else to do.
export function bringWhenIdle() {
  const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 2000));
  // Whoever opens it later is told why it is not there.
  const work = () => bring().catch(() => {}).then(settle);
  requestAnimationFrame(() => whenIdle(work, { timeout: 5000 }));
}

// What the element knows and the check does not: the packed questionnaire, if the page has one of its own, the
// round that the page invites to, and the words of the language if it is not the program's own.
const known = new WeakMap();

// Whether the page, or the link to it, invites to a round.
let isInviting = false;
export const isInvited = () => isInviting;

export function accompany(root, questionnaire, round, spoken) {
  isInviting ||= Boolean(round) || /^#round=(role:)?\w{3}-?\w{3}$/i.test(location.hash);
  known.set(root, { questionnaire, round, spoken });
}

// Goes over to another language with everything that stands in the board's part.
export function speak(root, questionnaire, spoken) {
  if (!ARE_MANY) return;
  accompany(root, questionnaire, known.get(root)?.round, spoken);
  for (const { root: place, speak } of visits.values()) if (place === root) speak?.(questionnaire, spoken);
}

// Each visit that is under way, by number: where it is, what ends it and what makes it speak another language.
const visits = new Map();
let last = 0;

// Draws the board's part into a place as soon as it is there, and answers the number of this visit.
// `shipped` is the packed questionnaire that is asked where the page has none of its own.
export function open(place, level, store, storage, trustName, marks, leavesNoTrace, shipped) {
  const visit = (last += 1);
  const part = (name) => place.querySelector(`[data-${name}]`);
  const [waiting, loading, failed, again, room] = ["waiting", "loading", "failed", "again", "room"].map(part);
  const attempt = async () => {
    const patience = setTimeout(() => (loading.hidden = false), MILLISECONDS_OF_PATIENCE);
    // The button stays where it is while it is at work, so that the focus has a place.
    failed.hidden = true;
    again.setAttribute("aria-disabled", "true");
    try {
      const draw = await bring();
      if (!visits.has(visit)) return;
      const root = room.getRootNode();
      const { questionnaire, round, spoken = {} } = known.get(root) ?? {};
      const hadFocus = waiting.contains(root.activeElement);
      // Nobody else can open a file of this device, and a frame alone is not the page that members know.
      const isOurs = location.protocol.startsWith("http") && window === window.top;
      const address = isOurs ? location.href.split("#")[0] : "";
      const opening = [store, storage, trustName, marks, leavesNoTrace, questionnaire ?? shipped];
      const session = draw(everythingOpen(), room, level, ...opening, address, round || location.hash);
      const speak = (questionnaire, { board_stopped, writing, board, questionnaire: translated }) =>
        session.speak(board_stopped, writing, board, questionnaire ?? translated ?? shipped);
      if (ARE_MANY && spoken.board) speak(questionnaire, spoken);
      visits.set(visit, { root, speak, end: session.end });
      waiting.remove();
      if (hadFocus) room.querySelector("[data-focus=heading]")?.focus();
    } catch (error) {
      console.error(error);
      // A program that has stopped is no use to the next attempt.
      brought = undefined;
      room.replaceChildren();
      failed.hidden = again.hidden = false;
    } finally {
      clearTimeout(patience);
      loading.hidden = true;
      again.removeAttribute("aria-disabled");
    }
  };
  again.addEventListener("click", () => {
    if (!again.hasAttribute("aria-disabled")) attempt();
  });
  visits.set(visit, {});
  attempt();
  return visit;
}

// Ends a visit.
export function close(visit) {
  const { end } = visits.get(visit) ?? {};
  visits.delete(visit);
  end?.();
}
