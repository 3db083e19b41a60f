//! The browser keeps nothing, or no more, or is asked to keep nothing.

use browser_tests::content::{answers_of, element, element_title, indicator, level, mixed_answers, wording};
use browser_tests::faults::{BLOCK_STORAGE, REMEMBER_WRITES, writes};
use browser_tests::{Role, Site, Visit};

const BLOCKED: &str = "Your answers are not saved";
const FAILING: &str = "Your latest answers are not saved";
const DO_NOT_KEEP: &str = "Do not keep my answers on this computer";

/// A browser that gives the page no storage, as one does that blocks all site data.
fn begin_with_storage_blocked() -> Visit {
    let visit = Visit::to(Site::built());
    visit.preload(BLOCK_STORAGE);
    visit.open("/");
    visit
}

/// On question 2 with a full storage, after the first answer was kept.
fn begin_and_fill_the_storage() -> Visit {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.fill_the_storage();
    visit
}

/// A person who wants nothing kept, in a browser that remembers every attempt to write.
fn begin_without_keeping() -> Visit {
    let visit = Visit::to(Site::built());
    visit.preload(REMEMBER_WRITES);
    visit.open("/");
    visit.tick(DO_NOT_KEEP);
    visit.see_text("As you asked, your answers are not kept.");
    visit
}

#[test]
fn with_storage_blocked_the_check_goes_on_to_its_results() {
    let visit = begin_with_storage_blocked();
    visit.press("Choose one element");
    visit.press(element_title(8));
    visit.answer_all(&answers_of(element(8), level(2)));
    visit.see_text("In parts: 50 out of 100");
}

#[test]
fn with_storage_blocked_the_notice_stays_on_every_screen() {
    let visit = begin_with_storage_blocked();
    visit.see_text(BLOCKED);
    visit.start_the_check();
    visit.see_text(BLOCKED);
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.see_text(BLOCKED);
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.see_text(BLOCKED);
    visit.press("See your results");
    visit.see_heading("Your results");
    visit.see_text(BLOCKED);
}

#[test]
fn with_storage_blocked_leaving_asks_once_there_is_an_answer() {
    let visit = begin_with_storage_blocked();
    visit.start_the_check();
    assert!(!visit.asks_before_leaving(), "there is nothing to lose yet");
    visit.choose(wording((indicator(1), level(1))));
    assert!(visit.asks_before_leaving());
}

#[test]
fn with_storage_blocked_nothing_goes_wrong_in_the_log() {
    let visit = begin_with_storage_blocked();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn with_storage_full_the_answer_is_still_chosen() {
    let visit = begin_and_fill_the_storage();
    visit.choose(wording((indicator(2), level(3))));
    visit.press("Continue");
    visit.see_question(3);
    visit.press("Back");
    visit.see_question(2);
    visit.see_chosen(wording((indicator(2), level(3))));
}

#[test]
fn with_storage_full_the_notice_stays() {
    let visit = begin_and_fill_the_storage();
    visit.choose(wording((indicator(2), level(3))));
    visit.see_text(FAILING);
    visit.press("Continue");
    visit.see_question(3);
    visit.see_text(FAILING);
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.see_text(FAILING);
}

#[test]
fn with_storage_full_leaving_asks() {
    let visit = begin_and_fill_the_storage();
    assert!(!visit.asks_before_leaving(), "everything is kept so far");
    visit.choose(wording((indicator(2), level(3))));
    assert!(visit.asks_before_leaving());
}

#[test]
fn with_storage_full_nobody_is_told_that_the_answer_is_saved() {
    let visit = begin_and_fill_the_storage();
    visit.choose(wording((indicator(2), level(3))));
    visit.see_text(FAILING);
    visit.see_no_text("Saved on this device");
}

#[test]
fn with_room_again_everything_is_kept() {
    let visit = begin_and_fill_the_storage();
    visit.answer((indicator(2), level(3)));
    visit.see_question(3);
    visit.answer((indicator(3), level(3)));
    visit.see_question(4);
    visit.make_room();
    visit.choose(wording((indicator(4), level(3))));
    visit.see_that("four stored answers", |visit| visit.stored_answers().len() == 4);
}

#[test]
fn with_room_again_the_notice_goes() {
    let visit = begin_and_fill_the_storage();
    visit.answer((indicator(2), level(3)));
    visit.see_question(3);
    visit.see_text(FAILING);
    visit.make_room();
    visit.choose(wording((indicator(3), level(3))));
    visit.see_no_text(FAILING);
}

#[test]
fn with_room_again_leaving_does_not_ask() {
    let visit = begin_and_fill_the_storage();
    visit.answer((indicator(2), level(3)));
    visit.see_question(3);
    visit.make_room();
    visit.choose(wording((indicator(3), level(3))));
    visit.see_no_text(FAILING);
    assert!(!visit.asks_before_leaving());
}

#[test]
fn whoever_wants_nothing_kept_leaves_nothing_in_any_storage() {
    let visit = begin_without_keeping();
    visit.press("Choose one element");
    visit.press(element_title(1));
    visit.answer_all(&answers_of(element(1), level(1)));
    visit.see_heading(element_title(1));
    visit.press("See all your results");
    visit.write("A line of your own (optional)", "Ask why the pilot ended");
    visit.see_heading("Your results");
    assert_eq!(writes(&visit), [""; 0], "no write was even tried");
    assert_eq!((visit.local_storage().len(), visit.session_storage().len()), (0, 0));
}

#[test]
fn whoever_wants_nothing_kept_leaves_nothing_in_the_history() {
    let visit = begin_without_keeping();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    assert_eq!(visit.history_state(), serde_json::Value::Null);
    assert_eq!(visit.run("return history.length", []), visit.run("return window.lengthAtStart", []));
}

#[test]
fn whoever_wants_nothing_kept_has_one_title_throughout() {
    let visit = begin_without_keeping();
    visit.start_the_check();
    visit.see_title("Digital leadership check");
    visit.press("All elements");
    visit.see_heading("Choose an element");
    visit.see_title("Digital leadership check");
}

#[test]
fn whoever_wants_nothing_kept_is_asked_before_leaving() {
    let visit = begin_without_keeping();
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    assert!(visit.asks_before_leaving());
}

#[test]
fn whoever_wants_nothing_kept_finds_nothing_after_a_reload() {
    let visit = begin_without_keeping();
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    visit.reload();
    visit.see(Role::Button, "Answer all the questions");
}

#[test]
fn whoever_wants_nothing_kept_can_go_back_with_the_back_link() {
    let visit = begin_without_keeping();
    visit.start_the_check();
    visit.answer(mixed_answers()[0]);
    visit.see_question(2);
    visit.press("Back");
    visit.see_question(1);
}

#[test]
fn whoever_thinks_again_about_keeping_has_answers_kept() {
    let visit = begin_without_keeping();
    visit.tick(DO_NOT_KEEP);
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(1))));
    assert_eq!(visit.stored_answers().len(), 1);
}
