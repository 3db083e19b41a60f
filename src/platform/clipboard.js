// Putting a text on the clipboard.

export async function copy(text, ended) {
  ended(await copied(text));
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Inside a frame, or over plain HTTP, a page may still copy what is selected on it.
    return copiedBySelecting(text);
  }
}

function copiedBySelecting(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.style.position = "fixed";
  field.style.opacity = "0";
  const before = focused(document);
  document.body.append(field);
  field.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand("copy");
  } catch {
    // Then nothing is copied.
  }
  field.remove();
  before?.focus({ preventScroll: true });
  return isCopied;
}

function focused({ activeElement }) {
  return activeElement?.shadowRoot?.activeElement ? focused(activeElement.shadowRoot) : activeElement;
}
