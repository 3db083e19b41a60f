use super::phrase::say;
use crate::markup::{Markup, tag};
use assessment::text::TextKey;

/// A notice of that class.
pub(crate) fn notice<K: TextKey>(class: &'static str, heading: Option<K>, explanation: K) -> Markup {
    let line = |class, key| tag("p", class, vec![say(key)]);
    let mut lines: Vec<Markup> = heading.map(|key| line("notice__heading", key)).into_iter().collect();
    lines.push(line("notice__text", explanation));
    tag("div", class, lines)
}
