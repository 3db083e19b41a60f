// The functions of a program, which stop for good with the first error that leaves one of them: whether a
// panic, a trap, or a stack or memory that ran out, it left the program halfway through something. `onStop`
// is called once, then.
export function guarded(program, onStop) {
  let isStopped = false;
  const around = (work) => (...given) => {
    if (isStopped) throw new Error("The program has stopped.");
    try {
      return work(...given);
    } catch (error) {
      if (!isStopped) {
        isStopped = true;
        onStop();
      }
      throw error;
    }
  };
  const entries = Object.entries(program);
  return Object.fromEntries(entries.map(([name, it]) => [name, it instanceof Function ? around(it) : it]));
}
