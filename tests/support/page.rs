//! The scripts that look into the page. Each begins with [`INSIDE`].

use std::collections::BTreeMap;

/// The second name is what a page calls the element where the first is taken.
///
/// Makes the widget that a visit is turned to, its shadow root and some help reachable.
pub(crate) const INSIDE: &str = r"
const widget = document.querySelectorAll('digital-leadership-check, trust-digital-check')[arguments[0]];
const root = widget?.shadowRoot;
const frame = root?.querySelector('.digital-leadership-check');
// White space as a person sees it, and the English in the words of the made-up languages: see `finding.rs`.
const plain = (text) => (text ?? '').replace(/\s+/g, ' ').trim()
  .replace(/[áéíóúñšťÁÉÍÓÚÑŠŤ]/g, '')
  .replace(/[\u0660-\u0669]/g, (digit) => digit.charCodeAt(0) - 0x660)
  .replace(/[\u05d0-\u05e9]\u05bf?/g, (letter) => {
    const plain = String.fromCharCode(letter.charCodeAt(0) - 0x5d0 + 97);
    return letter.length > 1 ? plain.toUpperCase() : plain;
  });
// Where no check has started, what a person has is the page itself.
const all = (selector) => [...(root ?? document).querySelectorAll(selector)];
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true });
";

/// Everything with the selector that is seen and may have the name, which the browser then decides.
pub(crate) const CANDIDATES: &str = r"
const [, selector, name] = arguments;
const said = (element) => [
  element.textContent,
  element.getAttribute('aria-label'),
  ...[...(element.labels ?? [])].map((label) => label.textContent),
].map(plain);
return all(selector).filter((element) => isSeen(element) && said(element).some((text) => text.includes(name)));
";

/// The text that is seen.
pub(crate) const TEXT: &str = "return plain(frame?.innerText);";

/// All text of the page that is seen, outside every check that has started.
pub(crate) const PAGE_TEXT: &str = "return plain(document.body?.innerText);";

/// Whether the page has said if it is kept for use without a network, or is none that will be.
pub(crate) const IS_KEPT: &str = "
const said = [...document.querySelectorAll('[data-offline=kept], [data-offline=questions-not-kept]')];
const isComing = navigator.serviceWorker && customElements.get('digital-leadership-check');
return said.length === 0 || said.some((line) => !line.hidden) || !isComing;
";

/// Presses a button outside every check, and tells whether there is one.
pub(crate) const PRESS_ON_PAGE: &str = r"
const isIt = (button) => isSeen(button) && !button.disabled && plain(button.textContent) === arguments[1];
const button = [...document.querySelectorAll('button')].find(isIt);
button?.click();
return button !== undefined;
";

/// What the page shows, for the message of a test that failed.
pub(crate) const SUMMARY: &str = r"
const controls = all('button, a[href], input, textarea, summary').filter(isSeen)
  .map((control) => `${control.localName}: ${plain(control.labels?.[0]?.textContent || control.textContent)}`);
const focus = root?.activeElement;
return [
  `address: ${location.href}`,
  `title: ${document.title}`,
  `focus: ${focus ? `${focus.localName} ${plain(focus.textContent).slice(0, 80)}` : 'none in the check'}`,
  `text: ${plain(frame?.innerText ?? document.body?.innerText).slice(0, 1500)}`,
  `controls: ${controls.slice(0, 60).join(' | ')}`,
].join('\n');
";

/// Answers after the next frame; a page that is not shown draws none.
pub(crate) const AFTER_A_FRAME: &str = r"
const [, done] = arguments;
if (document.hidden) done(null);
else requestAnimationFrame(() => done(null));
";

/// The one element of ours that has the focus.
pub(crate) const FOCUS: &str = "return (root ?? document).activeElement;";

/// Everything in local or session storage.
pub(crate) const STORED: &str = r"
const store = arguments[1] === 'local' ? localStorage : sessionStorage;
return Object.fromEntries(Object.keys(store).map((key) => [key, store.getItem(key)]));
";

/// Empties what the page's address has stored.
pub(crate) const FORGET: &str = r"
const [, done] = arguments;
localStorage.clear();
sessionStorage.clear();
const request = indexedDB.deleteDatabase('digital-leadership-check');
request.onsuccess = request.onerror = request.onblocked = () => done(null);
";

/// What opens a sealed text from its description alone, without anything of the check.
pub(crate) const UNSEAL: &str = "
const [, store, sealed, passphrase, done] = arguments;
const { revision, iterations, salt, iv, text } = JSON.parse(sealed);
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const utf8 = (text) => new TextEncoder().encode(text);
(async () => {
  const from = await crypto.subtle.importKey('raw', utf8(passphrase), 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(salt), iterations };
  const key = await crypto.subtle.deriveKey(how, from, { name: 'AES-GCM', length: 256 }, false, ['decrypt']);
  const additionalData = utf8([store, revision, iterations, salt].join(' '));
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv), additionalData }, key, bytes(text));
  done(Object.fromEntries(JSON.parse(new TextDecoder().decode(plain))));
})().catch((error) => done(String(error)));
";

/// Everything in the mirror, by key; nothing is made to look for it.
pub(crate) const MIRRORED: &str = r"
const [, done] = arguments;
indexedDB.databases().then((known) => {
  if (known.length === 0) return done({});
  const opening = indexedDB.open('digital-leadership-check');
  opening.onsuccess = () => {
    const records = opening.result.transaction('records').objectStore('records');
    const [keys, texts] = [records.getAllKeys(), records.getAll()];
    records.transaction.oncomplete = () => {
      opening.result.close();
      done(Object.fromEntries(keys.result.map((key, place) => [key, texts.result[place]])));
    };
  };
});
";

/// Fills local storage to the last character with something of another program, in ever smaller pieces.
pub(crate) const FILL: &str = r"
let piece = 0;
for (let size = 1 << 20; size >= 1; size = Math.floor(size / 2)) {
  try {
    for (;;) localStorage.setItem(`another program ${piece += 1}`, 'x'.repeat(size));
  } catch { /* Full for pieces of this size. */ }
}
";

/// Takes out what [`FILL`] put in.
pub(crate) const MAKE_ROOM: &str = r"
for (const key of Object.keys(localStorage)) {
  if (key.startsWith('another program')) localStorage.removeItem(key);
}
";

/// Puts a text into the field with that label.
pub(crate) const PUT_INTO: &str = r"
const [, name, text] = arguments;
const field = all('input[type=text], textarea').find((field) => plain(field.labels[0].textContent) === name);
field.value = text;
field.dispatchEvent(new Event('input', { bubbles: true }));
";

/// Whether the page would make the browser ask before it is left.
pub(crate) const ASKS: &str = r"
const leaving = new Event('beforeunload', { cancelable: true });
window.dispatchEvent(leaving);
return leaving.defaultPrevented;
";

/// Names everything that Tab should come to, and remembers how it looks without the focus.
pub(crate) const STOPS: &str = r"
// Of radios that belong together, the chosen one is come to, or else the first.
const isOfItsGroup = (input) => {
  if (input.type !== 'radio') return true;
  const group = all('input[type=radio]').filter(({ name }) => name === input.name);
  return input === (group.find(({ checked }) => checked) ?? group[0]);
};
const stops = all('button, a[href], input, textarea, summary, [tabindex]')
  .filter((element) => !element.matches('[data-around]') && isSeen(element) && element.tabIndex >= 0 && !element.disabled && isOfItsGroup(element));
window.lookOf = (element) => JSON.stringify(
  [element, ...element.querySelectorAll('*'), ...(element.labels ?? [])].flatMap((part) =>
    [null, '::before', '::after'].map((pseudo) => {
      const style = getComputedStyle(part, pseudo);
      const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`;
      return [outline, style.boxShadow, style.backgroundColor, style.borderWidth, style.borderColor];
    })));
window.stops = new Map(stops.map((element, index) => {
  const said = plain(element.labels?.[0]?.textContent || element.textContent) || element.localName;
  return [element, { name: `${index + 1}: ${said.slice(0, 80)}`, look: lookOf(element) }];
}));
return [...window.stops.values()].map((stop) => stop.name);
";

/// The name that [`STOPS`] gave to what has the focus.
pub(crate) const STOP: &str = "return window.stops.get((root ?? document).activeElement)?.name ?? null;";

/// Whether what has the focus looks different from how [`STOPS`] remembers it.
pub(crate) const SHOWS_FOCUS: &str = r"
const focus = (root ?? document).activeElement;
return Boolean(focus) && lookOf(focus) !== window.stops.get(focus)?.look;
";

/// Puts a link before everything and one behind it, and the focus on the first.
pub(crate) const BEFORE_AND_BEHIND: &str = r"
const link = (name) => {
  const link = document.createElement('a');
  link.href = `#${name}`;
  link.textContent = name;
  link.dataset.around = '';
  return link;
};
document.body.prepend(link('before'));
document.body.append(link('behind'));
document.body.firstChild.focus();
";

/// Whether what has the focus is no control, and can be scrolled.
pub(crate) const IS_ONLY_SCROLLED: &str = r"
const focus = (root ?? document).activeElement;
if (!focus || window.stops.has(focus)) return false;
return /auto|scroll/.test(getComputedStyle(focus).overflowY) && focus.scrollHeight > focus.clientHeight;
";

/// Whether something lies over what has the focus, or it is out of sight.
pub(crate) const IS_HIDDEN: &str = r"
const focus = (root ?? document).activeElement;
const [box] = focus.getClientRects();
const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
if (right - left < 1 || bottom - top < 1) return true;
const there = (root ?? document).elementFromPoint((left + right) / 2, (top + bottom) / 2);
return !(focus.contains(there) || there?.contains(focus) || [...(focus.labels ?? [])].some((label) => label.contains(there)));
";

/// Puts records into local storage; runs before the page does, and so without [`INSIDE`].
pub(crate) fn store(records: &BTreeMap<String, String>) -> String {
    format!(
        "for (const [key, text] of Object.entries({})) localStorage.setItem(key, text);",
        serde_json::json!(records)
    )
}
