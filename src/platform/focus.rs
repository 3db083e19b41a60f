//! Moving the focus, inside our own part of the page only.

use assessment::app::FocusTarget;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, FocusOptions, HtmlElement};

/// The heading of a screen.
pub(crate) const HEADING: &str = "heading";
/// The error summary.
pub(crate) const ERROR_SUMMARY: &str = "error-summary";

/// The value of `data-focus` on whatever can be given the focus.
pub(crate) fn name(target: FocusTarget) -> &'static str {
    match target {
        FocusTarget::Heading => HEADING,
        FocusTarget::ErrorSummary => ERROR_SUMMARY,
        FocusTarget::Field => "field",
        FocusTarget::TakeToBoard => "take-to-board",
        FocusTarget::Changed => "changed",
    }
}

/// Moves the focus to the target of that name below `within` once what changed is drawn.
pub(crate) fn move_to(target: &str, within: Element) {
    let (selector, is_heading) = (["[data-focus=", target, "]"].concat(), target == HEADING);
    request_animation_frame(move || {
        let Ok(Some(found)) = within.query_selector(&selector) else { return };
        let Ok(found) = found.dyn_into::<HtmlElement>() else { return };
        let options = FocusOptions::new();
        if is_heading {
            // A new screen is read from its top, where its back link is, and not from its heading.
            within.scroll_into_view();
            options.set_prevent_scroll(true);
        }
        let _ = found.focus_with_options(&options);
    });
}
