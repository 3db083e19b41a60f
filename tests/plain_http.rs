//! The check at an address without https, as some intranets have it: to the browser no secure context.

use assessment::app::view;
use browser_tests::content::{expected, indicator, level, mixed_answers, wording};
use browser_tests::{Site, Visit};
use serde_json::json;

/// A visit by a name of an intranet, which the browser trusts less than this machine's own address.
fn begin_on_plain_http() -> Visit {
    let visit = Visit::to(Site::built()).by_name("intranet.test");
    visit.open("/");
    assert_eq!(visit.run("return isSecureContext;", []), false);
    visit
}

fn after_one_answer() -> Visit {
    let visit = begin_on_plain_http();
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.see_text("Saved on this device");
    visit
}

#[test]
fn a_whole_check_leads_to_the_score() {
    let visit = begin_on_plain_http();
    visit.start_the_check();
    visit.answer_all(&mixed_answers());
    visit.press("See your results");
    visit.see_text(&view::results(&expected(&mixed_answers())).overall);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn an_answer_is_there_after_a_reload() {
    let visit = after_one_answer();
    visit.reload();
    visit.see_chosen(wording((indicator(1), level(2))));
}

#[test]
fn an_answer_that_local_storage_has_lost_comes_back() {
    let visit = after_one_answer();
    visit.see_the_mirror_hold_what_is_stored();
    visit.run("localStorage.clear();", []);
    visit.reload();
    visit.see_chosen(wording((indicator(1), level(2))));
}

#[test]
fn a_copy_can_be_downloaded_and_loaded() {
    let mut visit = after_one_answer();
    visit.press("Back");
    visit.press("Your data");
    let copy = visit.download("Download a copy");
    visit.forget_everything();
    visit.open("/");
    visit.load_copy(&copy);
    assert_eq!(visit.stored_answers().len(), 1);
}

#[test]
fn the_results_can_be_printed() {
    let visit = after_one_answer();
    visit.run("window.printed = 0; window.print = () => { window.printed += 1; };", []);
    visit.press("All elements");
    visit.press("See your results");
    visit.press("Print all of this");
    visit.see_that("the page printed", |visit| visit.run("return window.printed;", []) == json!(1));
    visit.print();
}
