// The words of other languages than the program's own, which are brought when they are wanted.

// The build puts in each language there is, as its tag and its name; the program's own comes first. Where that is
// the only one, `ARE_MANY` is false, and the build leaves out what nobody needs then.
const ALL = LANGUAGES;
export const [[OWN]] = ALL;

const primary = (tag) => tag.split("-")[0].toLowerCase();

// The tag of the language that is meant, if there is one: this very one, or else the first that is spelt or
// spoken otherwise elsewhere, such as `en-GB` for `en`.
export function meant(wanted) {
  if (!ARE_MANY) return primary(wanted) === primary(OWN) ? OWN : undefined;
  const tags = ALL.map(([tag]) => tag);
  const isSame = (tag) => tag.toLowerCase() === wanted.toLowerCase();
  return tags.find(isSame) ?? tags.find((tag) => primary(tag) === primary(wanted));
}

export const tags = () => ALL.map(([tag]) => tag).join(" or ");

// A line for each language to choose from; none where there is no choice, or where the page has chosen.
export const offered = (host) =>
  ARE_MANY && !host.hasAttribute("language") ? ALL.map((language) => language.join(" ")).join("\n") : "";

// Brings the text of the file of a language.
let source;

export function provideWords(bringText) {
  source = bringText;
}

const brought = new Map();

// Promises the words of a language; those of the program's own need none. What could not be brought is asked for
// again the next time.
export function words(tag) {
  if (!ARE_MANY || tag === OWN) return Promise.resolve({});
  if (!brought.has(tag)) {
    const coming = source(tag).then((text) => {
      const said = JSON.parse(text);
      return { ...said, writing: writing(tag, said.direction) };
    });
    coming.catch(() => brought.delete(tag));
    brought.set(tag, coming);
  }
  return brought.get(tag);
}

const FORMS = ["zero", "one", "two", "few", "many", "other"];

// How a language is written, as `Writing::unpack` of the core reads it.
function writing(tag, direction) {
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  const upTo = (count, of) => Array.from({ length: count }, (_, number) => of(number)).join("");
  const forms = upTo(200, (count) => FORMS.indexOf(rules.select(count)));
  const group = numbers.formatToParts(1000).find(({ type }) => type === "group")?.value ?? "";
  return [tag, direction, forms, upTo(10, (digit) => numbers.format(digit)), group].join("\x1e");
}

// What brings the words of a language to the element around each root.
const elements = new WeakMap();

export function answer(root, speak) {
  elements.set(root, speak);
}

// The program asks for the words of a language, for what it has drawn into this frame.
export function bring(frame, tag) {
  elements.get(frame.getRootNode())?.(tag);
}
