//! Every state of every screen, checked by axe-core, measured for flaws, and pictured at three widths.
//!
//! The list is `support/states.rs`. The pictures are for looking at: `target/screenshots/`, a folder for each
//! engine. What a person may ask of their system or browser is in `variants.rs`.

use browser_tests::states::assert_no_problem_in_any_state;
use browser_tests::{Measured, Site, Visit};

/// The smallest phone, which is also what a laptop has left when everything is four times as large; a tablet; and a
/// laptop.
const SIZES: [(u32, u32); 3] = [(320, 900), (820, 900), (1280, 900)];

#[test]
fn every_state_can_be_used_and_seen_at_every_width() {
    assert_no_problem_in_any_state(
        || Visit::to(Site::built()),
        |visit, state| [violations(visit), visit.flaws(Measured::Page, &SIZES, state.name)].concat(),
    );
}

/// What axe-core finds on a phone and on a laptop, between which the screens change.
fn violations(visit: &Visit) -> Vec<String> {
    let mut found = Vec::new();
    for (width, height) in [SIZES[0], SIZES[2]] {
        visit.resize(width, height);
        found.extend(visit.violations().into_iter().map(|violation| format!("at {width}: {violation}")));
    }
    found
}
