use crate::markup::{Markup, tag};

/// What every screen is wrapped in.
pub(crate) fn screen(children: Vec<Markup>) -> Markup {
    tag("div", "screen", children).with("part", "screen")
}
