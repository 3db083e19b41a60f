// Reading many files, a slice at a time, so that the page stays alive whatever their number and size.

// How long is worked without giving the browser a turn.
const MILLISECONDS_OF_WORK = 20;

// So many files are asked for ahead, because the browser fetches each from elsewhere, and that takes longer than
// reading it here.
const FILES_AHEAD = 16;

// `whole` is the number of characters up to which a file is handed over in one piece; longer ones come in slices
// of whole lines of about `size` characters. `slice` answers whether to go on.
export async function read(event, whole, size, begun, slice, ended) {
  // They are taken before the field is emptied, so that the same files can be chosen again.
  const files = [...(event.dataTransfer ?? event.target).files];
  if (!event.dataTransfer) event.target.value = "";
  if (files.length === 0) return;
  begun(files.length);
  const turn = takingTurns();
  const textOf = (file) => file?.text().catch(() => undefined);
  const asked = files.slice(0, FILES_AHEAD).map(textOf);
  for (let number = 1; number <= files.length; number += 1) {
    const text = await asked.shift();
    asked.push(textOf(files[number - 1 + FILES_AHEAD]));
    for (const [firstLine, part, isLast] of slices(text, whole, size)) {
      await turn();
      if (!slice(number, firstLine, part, isLast)) return;
    }
  }
  ended();
}

function* slices(text, whole, size) {
  if (text === undefined || text.length <= whole) {
    yield [1, text, true];
    return;
  }
  let [line, start] = [1, 0];
  while (start < text.length) {
    const lineEnd = text.indexOf("\n", Math.min(start + size, text.length - 1));
    const end = lineEnd < 0 ? text.length : lineEnd + 1;
    const part = text.slice(start, end);
    yield [line, part, end === text.length];
    line += part.split("\n").length - 1;
    start = end;
  }
}

// Waits for the browser's next turn when enough was done in this one.
function takingTurns() {
  const { port1, port2 } = new MessageChannel();
  let since = performance.now();
  return () =>
    new Promise((go) => {
      if (performance.now() - since < MILLISECONDS_OF_WORK) return go();
      port1.onmessage = () => {
        since = performance.now();
        go();
      };
      port2.postMessage(null);
    });
}
