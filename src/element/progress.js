// Tells the page around an element how far its member is: how many questions are answered, and nothing
// about any answer.
export function tell({ host }, answered, questions) {
  const dispatch = (name) =>
    host.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: { answered, questions } }));
  // Whatever the page does then finds the element done with what it was doing.
  queueMicrotask(() => {
    dispatch("check-progress");
    if (answered === questions) dispatch("check-complete");
  });
}
