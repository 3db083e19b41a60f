use crate::markup::{Markup, tag};

/// Something folded away until it is wanted.
pub(crate) fn disclosure(class: &'static str, summary: Markup, content: Vec<Markup>) -> Markup {
    let summary = tag("summary", "nhsuk-details__summary", vec![summary]);
    tag("details", class, vec![summary, tag("div", "nhsuk-details__text", content)])
}
