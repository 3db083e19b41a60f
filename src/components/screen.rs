use crate::markup::tag;
use leptos::prelude::*;

/// What every screen is wrapped in.
pub(crate) fn screen(children: Vec<AnyView>) -> AnyView {
    tag("div", "screen", children)
}
