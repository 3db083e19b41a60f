// Handing the person a copy as a file. It needs no program, so the rescue screen can do it too.

export function save(text) {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  // The date where the person is; Swedish writes it as 2026-11-24.
  link.download = `digital-leadership-check-${new Date().toLocaleDateString("sv")}.json`;
  link.click();
  // Some browsers begin to load it later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
