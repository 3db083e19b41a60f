//! What is left when the program stops: a plain screen that was drawn before and is only uncovered.

use std::cell::RefCell;
use std::sync::Once;
use web_sys::Element;

/// Set on every mounted copy when the program has stopped.
const STOPPED: &str = "data-stopped";

thread_local! {
    static MOUNTED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };
}

/// From now on a panic uncovers the rescue screen inside `mounted`.
pub(crate) fn watch(mounted: Element) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| std::panic::set_hook(Box::new(|panic| stop(&panic.to_string()))));
    MOUNTED.with_borrow_mut(|all| all.push(mounted));
}

/// Forgets a copy that is no longer mounted.
pub(crate) fn forget(mounted: &Element) {
    MOUNTED.with_borrow_mut(|all| all.retain(|element| element != mounted));
}

/// All copies share one program, so all of them stop together.
fn stop(reason: &str) {
    web_sys::console::error_1(&reason.into());
    MOUNTED.with(|all| {
        let Ok(all) = all.try_borrow() else { return };
        for mounted in all.iter() {
            let _ = mounted.set_attribute(STOPPED, "");
        }
    });
}
