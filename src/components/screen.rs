use crate::markup::{Children, Markup, tag};

/// What every screen is wrapped in.
pub(crate) fn screen(children: impl Children) -> Markup {
    tag("div", "screen", children).with("part", "screen")
}
