//! From the first byte of a page to its first question.

use browser_tests::content::{first_screen_words, indicator, level, own_questionnaire};
use browser_tests::faults::HOLD_THE_PROGRAM;
use browser_tests::{Role, Site, Visit};
use serde_json::json;

const ALL: &str = "Answer all the questions";
const ONE: &str = "Choose one element";
const DO_NOT_KEEP: &str = "Do not keep my answers on this device";

/// Opens a page whose program is on its way until [`the_program_comes`].
fn begin_before_the_program(site: Site) -> Visit {
    let visit = Visit::to(site);
    visit.preload(HOLD_THE_PROGRAM);
    visit.go_to("/");
    visit
}

#[track_caller]
fn the_program_comes(visit: &Visit) {
    assert_eq!(visit.text().unwrap_or_default(), "", "there is a program already");
    visit.run("window.letGo();", []);
}

#[test]
fn all_questions_asked_for_before_the_program_is_there_are_begun_when_it_comes() {
    let visit = begin_before_the_program(Site::built());
    visit.press(ALL);
    visit.see_on_page(first_screen_words("loading"));
    the_program_comes(&visit);
    visit.see_question(1);
}

/// Lets the time pass after which it is said that loading takes long.
const LATER: &str = "
for (const animation of document.getAnimations()) animation.finish();
return getComputedStyle(document.querySelector('.start__late')).visibility;
";

#[test]
fn that_it_takes_long_is_said_to_those_who_wait_and_does_not_lie_over_what_can_be_chosen() {
    let visit = begin_before_the_program(Site::built());
    visit.see(Role::Button, ALL);
    assert_eq!(visit.run(LATER, []), "hidden");
    visit.press(ALL);
    visit.see_on_page(first_screen_words("loading"));
    assert_eq!(visit.run(LATER, []), "visible");
}

#[test]
fn one_element_asked_for_before_the_program_is_there_can_be_chosen_when_it_comes() {
    let visit = begin_before_the_program(Site::built());
    visit.press(ONE);
    the_program_comes(&visit);
    visit.see_heading("Choose an element");
}

#[test]
fn every_other_way_asked_for_before_the_program_is_there_is_gone_when_it_comes() {
    for (way, heading) in [
        ("Your data", "Your data"),
        ("Where this comes from", "Where this comes from"),
        ("For whoever combines a board’s answers", "The board’s picture"),
    ] {
        let visit = begin_before_the_program(Site::built());
        visit.press(way);
        the_program_comes(&visit);
        visit.see_heading(heading);
    }
}

#[test]
fn what_is_ticked_before_the_program_is_there_counts() {
    let visit = begin_before_the_program(Site::built());
    visit.tick(DO_NOT_KEEP);
    visit.press(ALL);
    the_program_comes(&visit);
    visit.see_question(1);
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    assert!(visit.stored_answers().is_empty());
}

#[test]
fn what_has_the_focus_keeps_it_when_the_program_comes() {
    let visit = begin_before_the_program(Site::built());
    visit.tab_to(Role::Button, ONE);
    the_program_comes(&visit);
    visit.see_that("the start", |visit| visit.text().is_some_and(|text| !text.is_empty()));
    visit.see_focus_on(Role::Button, ONE);
}

#[test]
fn what_was_asked_for_early_is_done_once() {
    let visit = begin_before_the_program(Site::built());
    visit.press(ALL);
    the_program_comes(&visit);
    visit.see_question(1);
    visit.press("Back");
    visit.see(Role::Button, ALL);
    visit.run("widget.setAttribute('trust-name', 'Anywhere Trust');", []);
    visit.see_text("Anywhere Trust");
    visit.see(Role::Button, ALL);
}

#[test]
fn where_the_program_does_not_come_nothing_is_offered_any_more() {
    let visit = begin_before_the_program(Site::built().without("digital-leadership-check-app_bg.wasm"));
    visit.see(Role::Button, ALL);
    the_program_comes(&visit);
    visit.see_on_page(first_screen_words("not_loaded"));
    assert_eq!(visit.names(Role::Button), [""; 0]);
}

#[test]
fn whoever_has_answers_is_offered_no_fresh_start_while_the_check_is_loading() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.preload(HOLD_THE_PROGRAM);
    visit.go_to("/");
    visit.see_on_page(first_screen_words("loading"));
    assert_eq!(visit.names(Role::Button), [""; 0]);
    the_program_comes(&visit);
    visit.see(Role::Button, "Continue");
}

/// Collects what moved without anybody's doing.
const WATCH_FOR_SHIFTS: &str = "
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value)))
  .observe({ type: 'layout-shift', buffered: true });
";

#[test]
fn nothing_moves_when_the_program_takes_over() {
    let visit = Visit::to(Site::built());
    visit.preload(&[HOLD_THE_PROGRAM, WATCH_FOR_SHIFTS].concat());
    for width in [320, 375, 820, 1280] {
        // What the program draws is new, so only what stands below it can be seen to move.
        visit.resize(width, 2_400);
        visit.go_to("/");
        visit.see(Role::Button, ALL);
        visit.let_two_frames_pass();
        the_program_comes(&visit);
        visit.see(Role::Button, "Where this comes from");
        visit.let_two_frames_pass();
        assert_eq!(visit.run("return window.shifts;", []), json!([]), "at {width}");
    }
}

/// Whether the browser waits for the sheet before it draws; not every one tells.
const WAITS_FOR_THE_STYLES: &str = "
const sheets = performance.getEntriesByName(new URL('digital-leadership-check.css', location).href);
return sheets.some(({ initiatorType, renderBlockingStatus }) =>
  initiatorType === 'link' && renderBlockingStatus !== 'non-blocking');
";

#[test]
fn nothing_is_drawn_before_its_styles_are_there() {
    let visit = Visit::begin();
    assert_eq!(visit.run(WAITS_FOR_THE_STYLES, []), json!(true));
}

#[test]
fn all_that_a_first_visit_needs_is_asked_for_before_any_of_it_is_used() {
    let visit = Visit::to(Site::with_page(
        "papers.html",
        "<digital-leadership-check questionnaire=\"our-questions.json\"></digital-leadership-check>",
    ));
    visit.publish("our-questions.json", &own_questionnaire(3).to_string());
    visit.preload(HOLD_THE_PROGRAM);
    visit.go_to("/papers.html");
    for name in [
        "digital-leadership-check.css",
        "digital-leadership-check-questionnaire.js",
        "digital-leadership-check-questionnaire_bg.wasm",
        "our-questions.json",
    ] {
        visit.see_that(name, |visit| {
            visit.requests().iter().any(|request| request.path_and_query == format!("/{name}"))
        });
    }
    the_program_comes(&visit);
    visit.see_heading("Our own questions");
}
