use super::phrase::say;
use crate::markup::{Markup, tag, words};
use assessment::lists::Listed as _;
use assessment::text::TextKey;

/// A notice of that class.
pub(crate) fn notice<K: TextKey>(class: &'static str, heading: Option<K>, explanation: K) -> Markup {
    let line = |class, key| tag("p", class, [say(key)]);
    let mut lines: Vec<Markup> = heading.map(|key| line("notice__heading", key)).into_iter().listed();
    lines.push(line("notice__text", explanation));
    tag("div", class, lines)
}

/// Says that something was done.
pub(crate) fn done_notice(said: String) -> Markup {
    tag("div", "notice notice--done", [tag("p", "notice__text", [words(said)])])
}
