//! Printing, with everything opened that is folded away on screen.

use crate::app::Frame;
use assessment::app::PrintPart;
use assessment::lists::Listed as _;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, HtmlDetailsElement};

/// Set on our part of the page while only what goes to the board is printed.
const PART: &str = "data-print";
/// Set on a disclosure that was opened to be printed.
const OPENED: &str = "data-opened-to-print";

/// Prints the part below `within`.
pub(crate) fn print(part: PrintPart, within: &Element) {
    match part {
        PrintPart::TakeToBoard => print_alone("take-to-board", within),
        PrintPart::Everything => print_everything(),
    }
}

/// Prints the page as it is.
pub(crate) fn print_everything() {
    let _ = window().print();
}

/// Prints one part below `within`, which the styles know by that name, and nothing else of the check around it.
pub(crate) fn print_alone(part: &str, within: &Element) {
    let frame = within.closest(".digital-leadership-check").ok().flatten();
    let _ = frame.as_ref().unwrap_or(within).set_attribute(PART, part);
    print_everything();
}

/// Opens every disclosure marked `data-open-in-print` before printing and folds it afterwards, until
/// the current owner is disposed of.
pub(crate) fn open_disclosures(frame: Frame) {
    let before = window_event_listener_untyped("beforeprint", move |_| {
        for details in details(frame, "details[data-open-in-print]:not([open])") {
            details.set_open(true);
            let _ = details.set_attribute(OPENED, "");
        }
    });
    let after = window_event_listener_untyped("afterprint", move |_| {
        frame.with(|frame| frame.remove_attribute(PART));
        for details in details(frame, "[data-opened-to-print]") {
            details.set_open(false);
            let _ = details.remove_attribute(OPENED);
        }
    });
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
}

fn details(frame: Frame, selector: &str) -> Vec<HtmlDetailsElement> {
    let found = frame.with(|frame| frame.query_selector_all(selector).ok()).flatten();
    let Some(found) = found else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).listed()
}
