use crate::markup::{Markup, tag};

/// Something folded away until it is wanted.
pub(crate) fn disclosure(class: &'static str, summary: Markup, content: Vec<Markup>) -> Markup {
    let summary = tag("summary", "nhsuk-details__summary", [summary]);
    tag("details", class, [summary, tag("div", "nhsuk-details__text", content)])
}
