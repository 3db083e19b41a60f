//! Every state of every screen again, for people who have asked their system, their browser or a page of their
//! own for something else than what is usual. It takes long, so it is part of `cargo xtask test --full` alone.
//!
//! The pictures are in `target/screenshots/`, each with the name of its variant.

use browser_tests::states::{State, in_every_state};
use browser_tests::{Preference, Site, Visit};

/// A phone and a laptop.
const WIDTHS: [u32; 2] = [375, 1280];
const HEIGHT: u32 = 900;

/// A laptop's window when everything in it is four times as large.
const FOUR_TIMES: (u32, u32) = (320, 225);

/// The style sheet of an intranet that has grown over the years.
const INTRANET: &str = "
html { font-size: 62.5%; }
* { box-sizing: border-box; }
body { font: italic 1.3rem/1.1 Verdana, sans-serif; color: #333; background: #fff; text-align: justify;
  text-transform: lowercase; letter-spacing: -0.02em; word-break: break-all; }
h1, h2, h3, h4 { margin: 0; font-size: 4rem; line-height: 0.9; color: #c00; }
p, ul, ol, dl, dd, fieldset { margin: 0; padding: 0; border: 0; }
a, button, summary { color: #c00; text-transform: uppercase; }
button, input, textarea { height: 20px; padding: 0; font-size: 1rem; border: 0; }
table, td, th { border: 3px solid #c00; white-space: nowrap; }
svg { width: 16px; height: 16px; }
:focus { outline: 0 !important; }
digital-leadership-check { max-width: 620px; margin: 0 auto; border: 1px solid #ccc; }
";

/// Measures each state at the widths of a phone and of a laptop, and pictures it at both.
#[track_caller]
fn assert_no_flaw(mut visit: Visit, variant: &str, prepare: impl Fn(&Visit)) {
    let problems = in_every_state(&mut visit, |visit, state| {
        prepare(visit);
        let mut found = Vec::new();
        for width in WIDTHS {
            visit.resize(width, HEIGHT);
            found.extend(visit.flaws().into_iter().map(|flaw| format!("at {width}: {flaw}")));
            visit.keep_picture_of_the_whole(width, &picture(state, variant, width));
        }
        found
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

fn picture(state: &State, variant: &str, width: u32) -> String {
    format!("{}-{variant}-{width}", state.name)
}

fn with(preference: Preference) -> Visit {
    Visit::of_somebody_who_prefers(preference, Site::built())
}

#[test]
fn on_a_dark_system_every_text_can_be_read() {
    assert_no_flaw(with(Preference::Dark), "dark", |_| {});
}

#[test]
fn in_forced_colours_every_text_can_be_read() {
    assert_no_flaw(with(Preference::ForcedColours), "forced-colours", |_| {});
}

#[test]
fn for_somebody_who_wants_less_motion_nothing_moves() {
    assert_no_flaw(with(Preference::LessMotion), "less-motion", |_| {});
}

#[test]
fn with_wider_spacing_every_text_has_its_room() {
    assert_no_flaw(with(Preference::None), "spacing", Visit::space_the_text);
}

#[test]
fn at_four_times_the_size_every_text_has_its_room() {
    let problems = in_every_state(&mut with(Preference::None), |visit, state| {
        let (width, height) = FOUR_TIMES;
        visit.resize(width, height);
        let flaws = visit.flaws();
        visit.keep_picture_of_the_whole(width, &picture(state, "zoom", width));
        flaws
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

#[test]
fn on_an_intranet_every_text_of_the_check_has_its_room() {
    let site = Site::built().with_changed("index.html", |page| {
        page.replacen("</head>", "<link rel=\"stylesheet\" href=\"intranet.css\">\n</head>", 1)
    });
    let mut visit = Visit::to(site);
    visit.publish("intranet.css", INTRANET);
    let problems = in_every_state(&mut visit, |visit, state| {
        // What stands there until a check starts is the intranet's own.
        if visit.text().is_none() {
            return vec![];
        }
        let mut found = Vec::new();
        for width in WIDTHS {
            visit.resize(width, HEIGHT);
            found.extend(visit.flaws_inside().into_iter().map(|flaw| format!("at {width}: {flaw}")));
            visit.keep_picture_of_the_whole(width, &picture(state, "intranet", width));
        }
        found
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The site in which the check speaks that language from the start.
fn in_language(tag: &str) -> Visit {
    let said = format!("<digital-leadership-check language=\"{tag}\"");
    let site = Site::of_other_languages()
        .with_changed("index.html", |page| page.replacen("<digital-leadership-check", &said, 1));
    Visit::to(site)
}

#[test]
fn in_a_language_with_longer_words_every_text_has_its_room() {
    assert_no_flaw(in_language("en-XA"), "longer", |_| {});
}

#[test]
fn in_a_language_from_the_right_every_text_has_its_room() {
    assert_no_flaw(in_language("ar-XB"), "from-the-right", |_| {});
}

#[test]
fn every_control_of_every_state_is_come_to_with_tab_and_seen_then() {
    let problems = in_every_state(&mut with(Preference::None), |visit, _| {
        let (width, height) = FOUR_TIMES;
        visit.resize(width, height);
        visit.flaws_of_the_way_through()
    });
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
