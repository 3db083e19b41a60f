//! Every state of every screen, checked by axe-core, measured for flaws, and pictured at three widths.
//!
//! The list is `support/states.rs`. The pictures are for looking at: `target/screenshots/`, a folder for each
//! engine. What a person may ask of their system or browser is in `variants.rs`.

use browser_tests::states::in_every_state;
use browser_tests::{Site, Visit};

/// A phone, a tablet and a laptop.
const PICTURED: [u32; 3] = [375, 820, 1280];
/// The smallest phone, which is also what a laptop has left when everything is four times as large, and the others.
const MEASURED: [u32; 3] = [320, 820, 1280];
const HEIGHT: u32 = 900;

#[test]
fn no_screen_has_a_violation_that_axe_finds() {
    let problems = in_every_state(&mut Visit::to(Site::built()), |visit, _| {
        let mut found = Vec::new();
        for width in [PICTURED[0], PICTURED[2]] {
            visit.resize(width, HEIGHT);
            found.extend(visit.violations().into_iter().map(|violation| format!("at {width}: {violation}")));
        }
        found
    });
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

#[test]
fn every_text_of_every_screen_is_to_be_seen_at_every_width() {
    let problems = in_every_state(&mut Visit::to(Site::built()), |visit, state| {
        let mut found = Vec::new();
        for width in MEASURED {
            visit.resize(width, HEIGHT);
            found.extend(visit.flaws().into_iter().map(|flaw| format!("at {width}: {flaw}")));
        }
        for width in PICTURED {
            visit.resize(width, HEIGHT);
            visit.keep_picture_of_the_whole(width, &format!("{}-{width}", state.name));
        }
        found
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
