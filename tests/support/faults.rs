//! Storage that fails, and storage that is watched.

use crate::Visit;

/// A script for [`Visit::preload`]: the browser gives the page no local storage, as one does that
/// blocks all site data.
pub const BLOCK_STORAGE: &str = "
Object.defineProperty(window, 'localStorage', {
  get() { throw new DOMException('Access is denied for this document.', 'SecurityError'); },
});
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
