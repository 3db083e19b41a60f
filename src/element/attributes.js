// What the attributes of an element say. One that makes no sense is named in the console once, and left out;
// only where answers are kept is then nowhere.

import { OWN, meant, tags } from "./languages.js";

const oneOf = (values, usual = values[0]) => ({
  usual,
  expected: values.join(" or "),
  fits: (value) => values.includes(value),
});

const ATTRIBUTES = {
  language: { usual: OWN, expected: tags(), fits: meant },
  // Whoever mistypes where to keep answers wants less kept, not more.
  storage: { ...oneOf(["device", "session", "none"]), otherwise: "none" },
  "storage-key": {
    usual: "answers",
    expected: "1 to 40 letters, digits, - and _",
    fits: (value) => /^[\w-]{1,40}$/.test(value),
  },
  navigation: oneOf(["contained", "page"]),
  "heading-level": oneOf(["1", "2", "3", "4"], "2"),
  "trust-name": { usual: "", expected: "at most 100 letters", fits: ({ length }) => length <= 100 },
  // Any address: one that leads nowhere is told on the screen, and never passed over.
  questionnaire: { usual: "", fits: () => true },
  // What it means, the board's part knows and tells.
  round: { usual: "", fits: () => true },
};

export const NAMES = Object.keys(ATTRIBUTES);

const refused = new Set();

// What an attribute says, or what is usual. No more than 60 letters of a value are repeated.
export function attribute(host, name) {
  const { usual, expected, fits, otherwise = usual } = ATTRIBUTES[name];
  const value = host.getAttribute(name);
  if (!value) return usual;
  if (fits(value)) return value;
  const taken = otherwise === usual ? "it is left out" : `taken as ${otherwise}`;
  const said = `<${host.localName}> ${name}="${value.slice(0, 60)}": expected ${expected}; ${taken}.`;
  if (!refused.has(said)) console.warn(said);
  refused.add(said);
  return otherwise;
}
