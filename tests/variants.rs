//! Every state of every screen again, for people who have asked their system, their browser or a page of their
//! own for something else than what is usual. It takes long, so it is part of `cargo xtask test --full` alone.
//!
//! The pictures are in `target/screenshots/`, each with the name of its variant.

use browser_tests::states::assert_no_problem_in_any_state;
use browser_tests::{Measured, Preference, Site, Visit};

/// A phone and a laptop.
const SIZES: [(u32, u32); 2] = [(375, 900), (1280, 900)];

/// A laptop's window when everything in it is four times as large.
const FOUR_TIMES: (u32, u32) = (320, 225);

/// The style sheet of an intranet that has grown over the years.
const INTRANET: &str = "
html { font-size: 62.5%; }
* { box-sizing: border-box; }
body { font: italic 1.3rem/1.1 Verdana, sans-serif; color: #333; background: #fff; text-align: justify;
  letter-spacing: -0.02em; word-break: break-all; }
h1, h2, h3, h4 { margin: 0; font-size: 4rem; line-height: 0.9; color: #c00; }
p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; }
a, button, summary { color: #c00; }
button, input, textarea { height: 20px; padding: 0; font-size: 1rem; border: 0; }
table, td, th { border: 3px solid #c00; white-space: nowrap; }
svg { width: 16px; height: 16px; }
:focus { outline: 0 !important; }
digital-leadership-check { max-width: 620px; margin: 0 auto; border: 1px solid #ccc; }
";

/// Measures each state at the widths of a phone and of a laptop, and pictures it at both.
fn assert_no_flaw(variant: &str, begin: impl Fn() -> Visit + Sync) {
    assert_no_problem_in_any_state(begin, |visit, state| {
        visit.flaws(Measured::Page, &SIZES, &format!("{}-{variant}", state.name))
    });
}

fn with(preference: Preference) -> Visit {
    Visit::of_somebody_who_prefers(preference, Site::built())
}

#[test]
fn on_a_dark_system_without_motion_every_text_can_be_read_and_nothing_moves() {
    assert_no_flaw("dark", || with(Preference::DarkAndStill));
}

#[test]
fn in_forced_colours_every_text_can_be_read() {
    assert_no_flaw("forced-colours", || with(Preference::ForcedColours));
}

#[test]
fn tab_comes_to_every_control_and_four_times_as_large_or_widely_spaced_every_text_has_its_room() {
    assert_no_problem_in_any_state(
        || with(Preference::None),
        |visit, state| {
            // Before anything is resized, with which some windows lose the focus.
            let on_the_way = visit.flaws_of_the_way_through();
            let cramped = visit.flaws(Measured::Page, &[FOUR_TIMES], &format!("{}-zoom", state.name));
            visit.space_the_text();
            let spaced = visit.flaws(Measured::Page, &SIZES, &format!("{}-spacing", state.name));
            [on_the_way, cramped, spaced].concat()
        },
    );
}

#[test]
fn on_an_intranet_every_text_of_the_check_has_its_room() {
    let begin = || {
        let site = Site::built().with_changed("index.html", |page| {
            page.replacen("</head>", "<link rel=\"stylesheet\" href=\"intranet.css\">\n</head>", 1)
        });
        let visit = Visit::to(site);
        visit.publish("intranet.css", INTRANET);
        visit
    };
    assert_no_problem_in_any_state(begin, |visit, state| {
        // What stands there until a check starts is the intranet's own.
        match visit.text() {
            Some(_) => visit.flaws(Measured::Check, &SIZES, &format!("{}-intranet", state.name)),
            None => vec![],
        }
    });
}

/// The site in which the check speaks that language from the start.
fn in_language(tag: &str) -> Visit {
    Visit::to(Site::of_other_languages().saying(&format!("language=\"{tag}\"")))
}

#[test]
fn in_a_language_with_longer_words_every_text_has_its_room() {
    assert_no_flaw("longer", || in_language("en-XA"));
}

#[test]
fn in_a_language_from_the_right_every_text_has_its_room() {
    assert_no_flaw("from-the-right", || in_language("ar-XB"));
}
