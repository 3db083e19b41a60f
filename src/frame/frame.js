// Tells the page around the frame how high the check is, and when it shows a new screen; nothing of what is
// asked or answered. It is told to no page but one of the origin that the frame's own address names:
// frame.html#parent=https://intranet.example

const TYPE = "digital-leadership-check";
const check = document.querySelector(TYPE);

// The origin that the fragment names, exactly as a browser writes it.
function namedOrigin() {
  const named = new URLSearchParams(location.hash.slice(1)).get("parent");
  if (/^https?:/.test(named) && originOf(named) === named) return named;
  const found = named === null ? "names no parent" : `names "${named.slice(0, 60)}"`;
  console.warn(
    `The frame of the check tells nobody its height: its address ${found}. Let it end in ` +
      "#parent=https://intranet.example, with the scheme, the name and the port, if any, of the page around it.",
  );
}

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
}

function report(origin) {
  let told;
  const tell = (more) => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === told && !more) return;
    told = height;
    parent.postMessage({ type: TYPE, height, ...more }, origin);
  };
  new ResizeObserver(() => tell()).observe(document.documentElement);
  // Each screen is drawn whole. The first is there once the element is defined, and is no new one.
  const isScreen = ({ classList }) => classList?.contains("screen");
  const screens = new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(isScreen))) tell({ screen: true });
  });
  const watch = () => {
    if (check.shadowRoot) screens.observe(check.shadowRoot, { childList: true, subtree: true });
  };
  customElements.whenDefined(TYPE).then(watch);
}

if (parent !== window) {
  const origin = namedOrigin();
  if (origin) report(origin);
}
