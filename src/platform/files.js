// Handing the person a copy as a file. It needs no program, so the rescue screen can do it too.

export function save(text) {
  // The date where the person is; Swedish writes it as 2026-11-24.
  saveAs(text, `digital-leadership-check-${new Date().toLocaleDateString("sv")}.json`, "application/json");
}

export function saveAs(text, name, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers begin to load it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
