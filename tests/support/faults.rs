//! Storage that fails, and storage that is watched.

use crate::Visit;

/// A script for [`Visit::preload`]: the browser gives the page no local storage, as one does that
/// blocks all site data.
pub const BLOCK_STORAGE: &str = "
Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});
";

/// A script for [`Visit::preload`]: the browser has no WebAssembly, as one in Lockdown Mode. That the
/// check does not start is then an error that the console tells too.
pub const NO_WEBASSEMBLY: &str = "
delete window.WebAssembly;
console.error = () => {};
";

/// A script for [`Visit::preload`]: a browser from before style sheets could be handed to an element.
pub const TOO_OLD: &str = "
delete window.CSSStyleSheet;
delete Document.prototype.adoptedStyleSheets;
console.error = () => {};
";

/// A script, at once or for [`Visit::preload`]: a file of questions begins, and comes on with each call of
/// `send`, until `breakOff` is called.
pub const COMES_SLOWLY: &str = "
const fetched = window.fetch;
window.fetch = (wanted, options) => {
  if (!/questions[^/]*[.]json$/.test(wanted)) return fetched(wanted, options);
  options.signal.addEventListener('abort', () => { window.isStopped = true; });
  const start = (file) => {
    window.send = () => file.enqueue(new Uint8Array(1));
    window.breakOff = () => file.error(new Error('broken off'));
  };
  return Promise.resolve(new Response(new ReadableStream({ start })));
};
";

/// A script for [`Visit::preload`]: a browser, or an address, that can seal nothing.
pub const CANNOT_SEAL: &str = "Object.defineProperty(navigator, 'locks', { value: undefined });";

/// A script for [`Visit::preload`]: the program is never loaded.
pub const NOT_LOADED: &str = "
const wanted = window.fetch;
window.fetch = (address, ...rest) =>
  `${address}`.endsWith('.wasm') ? Promise.reject(new TypeError('not loaded')) : wanted(address, ...rest);
console.error = () => {};
";

/// A script for [`Visit::preload`]: the program is on its way until `letGo` is called.
pub const HOLD_THE_PROGRAM: &str = "
const fetchAtOnce = window.fetch;
const isLetGo = new Promise((resolve) => { window.letGo = resolve; });
window.fetch = async (address, ...rest) => {
  if (`${address}`.endsWith('app_bg.wasm')) await isLetGo;
  return fetchAtOnce(address, ...rest);
};
";

/// A script for [`Visit::preload`]: no check ever starts, as while its files are under way.
pub const NEVER_START: &str = "customElements.define = () => {};";

/// A script, at once or for [`Visit::preload`]: from now on the store cannot be read.
pub const FAIL_TO_READ: &str = "
window.read = Storage.prototype.getItem;
Storage.prototype.getItem = () => { throw new DOMException('It cannot be read.', 'UnknownError'); };
";

/// Takes [`FAIL_TO_READ`] back.
pub const READ_AGAIN: &str = "Storage.prototype.getItem = window.read;";

/// A script, at once or for [`Visit::preload`]: from now on the store takes nothing.
pub const FAIL_TO_WRITE: &str = "
window.write = Storage.prototype.setItem;
Storage.prototype.setItem = () => { throw new DOMException('It is full.', 'QuotaExceededError'); };
";

/// Takes [`FAIL_TO_WRITE`] back.
pub const WRITE_AGAIN: &str = "Storage.prototype.setItem = window.write;";

/// A script, at once or for [`Visit::preload`]: from now on nothing can be removed from the store.
pub const FAIL_TO_REMOVE: &str = "
Storage.prototype.removeItem = () => { throw new DOMException('It cannot be removed.', 'UnknownError'); };
";

/// A script for [`Visit::preload`]: nothing can be put on the clipboard.
pub const FAIL_TO_COPY: &str = "
Object.defineProperty(navigator, 'clipboard', { value: undefined });
document.execCommand = () => false;
";

/// A script for [`Visit::preload`]: the page hears nothing of other tabs, as one that a browser has
/// frozen does not.
pub const HEAR_NOTHING: &str = "
for (const news of ['storage', 'visibilitychange']) {
  window.addEventListener(news, (event) => event.stopImmediatePropagation(), true);
}
";

/// A script for [`Visit::preload`]: every attempt to write is remembered for [`writes`], and how
/// many entries the history had as `lengthAtStart`.
pub const REMEMBER_WRITES: &str = "
window.writes = [];
window.lengthAtStart = history.length;
const write = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, text) {
  window.writes.push(key);
  return write.call(this, key, text);
};
";

/// The keys that something was written under, or tried to be.
#[must_use]
#[track_caller]
pub fn writes(visit: &Visit) -> Vec<String> {
    serde_json::from_value(visit.run("return window.writes;", [])).expect("writes are remembered")
}
