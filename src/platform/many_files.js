// Reading many files, a slice at a time, so that the page stays alive whatever their number and size.

// How long is worked without giving the browser a turn.
const MILLISECONDS_OF_WORK = 20;

// So many files are asked for ahead, because the browser fetches each from elsewhere, and that takes longer than
// reading it here.
const FILES_AHEAD = 16;

// `whole` is the number of bytes up to which a file is handed over in one piece; a larger one comes in slices of
// whole lines, as the browser brings it. `slice` answers whether to go on.
export async function read(event, whole, begun, slice, ended) {
  // They are taken before the field is emptied, so that the same files can be chosen again.
  const files = [...(event.dataTransfer ?? event.target).files];
  if (!event.dataTransfer) event.target.value = "";
  if (files.length === 0) return;
  begun(files.length);
  const turns = takingTurns();
  const textOf = (file) => (file && file.size <= whole ? file.text().catch(() => undefined) : undefined);
  const asked = files.slice(0, FILES_AHEAD).map(textOf);
  for (const [index, file] of files.entries()) {
    const text = await asked.shift();
    asked.push(textOf(files[index + FILES_AHEAD]));
    for await (const [firstLine, part, isLast] of file.size <= whole ? [[1, text, true]] : slices(file)) {
      await turns.whenDue();
      if (!slice(index + 1, firstLine, part, isLast)) return;
    }
  }
  await turns.next();
  ended();
}

// The lines of a file as they come. One that breaks off is told by a slice without a text.
async function* slices(file) {
  let [line, rest] = [1, ""];
  const parts = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  try {
    for (;;) {
      const { value, done } = await parts.read();
      if (done) break;
      const end = value.lastIndexOf("\n") + 1;
      for (const slice of end === 0 ? [] : cut(rest + value.slice(0, end))) {
        yield [line, slice, false];
        line += slice.split("\n").length - 1;
      }
      rest = end === 0 ? rest + value : value.slice(end);
    }
    yield [line, rest, true];
  } catch {
    yield [line, undefined, true];
  }
}

// Whole lines, of about so many characters together.
const SLICE = 32_000;

function* cut(lines) {
  for (let start = 0; start < lines.length; ) {
    const end = lines.indexOf("\n", Math.min(start + SLICE, lines.length - 1)) + 1;
    yield lines.slice(start, end);
    start = end;
  }
}

// Waits for the browser's next turn, or only when enough was done in this one.
function takingTurns() {
  const { port1, port2 } = new MessageChannel();
  let since = performance.now();
  const next = () =>
    new Promise((go) => {
      port1.onmessage = () => {
        since = performance.now();
        go();
      };
      port2.postMessage(null);
    });
  return { next, whenDue: () => (performance.now() - since < MILLISECONDS_OF_WORK ? undefined : next()) };
}
