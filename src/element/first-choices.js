// The choices of the static first screen, before the program is there: what a person has chosen by then is done
// as soon as the program has drawn the same.

// What every key of this product begins with.
const PRODUCT = "digital-leadership-check/";

// Shows the choices where a first screen stands, and takes them from now on.
export function offer() {
  if (hasAnswers()) return;
  for (const screen of document.querySelectorAll("[data-first-screen]")) {
    screen.dataset.firstScreen = "offered";
    screen.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button) wait(screen, button);
    });
  }
}

// Whoever has answers here is given other choices by the program, and would see these turn into them.
function hasAnswers() {
  try {
    return [localStorage, sessionStorage].some((store) => Object.keys(store).some((key) => key.startsWith(PRODUCT)));
  } catch {
    return false;
  }
}

// Says in the place of the choices that the check is loading.
function wait(screen, button) {
  button.dataset.chosen = "";
  screen.dataset.firstScreen = "";
  const loading = screen.querySelector("[data-while-starting]");
  loading.tabIndex = -1;
  loading.focus();
}

// Takes the choices of an element back.
export function withdraw(host) {
  for (const screen of host.querySelectorAll("[data-first-screen]")) screen.dataset.firstScreen = "";
}

// What has been chosen in an element so far, as what does it in what the program has drawn there, once.
export function chosen(host) {
  const name = (state) => host.querySelector(`[data-choice]${state}`)?.dataset.choice;
  const [focused, ticked, pressed] = [":focus", ":checked", "[data-chosen]"].map(name);
  return (root) => {
    withdraw(host);
    for (const choice of host.querySelectorAll("[data-choice]")) {
      delete choice.dataset.chosen;
      choice.checked = false;
    }
    const drawn = (choice) => root.querySelector(`[data-choice=${choice}]`);
    drawn(focused)?.focus();
    drawn(ticked)?.click();
    drawn(pressed)?.click();
  };
}
