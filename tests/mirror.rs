//! What is stored a second time, for the day on which local storage has lost something.

use assessment::app::Screen;
use assessment::persist::Subject;
use browser_tests::content::{
    STORE, answer_key, element_title, indicator, key, left_on, level, mixed_answers, question, wording,
};
use browser_tests::{Role, Site, Visit};
use serde_json::json;

/// A browser without IndexedDB.
const NO_MIRROR: &str = "Object.defineProperty(window, 'indexedDB', { value: undefined });";

/// Answers the first two questions, on the third.
fn after_two_answers() -> Visit {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer_all(&[(indicator(1), level(1)), (indicator(2), level(4))]);
    visit.see_question(3);
    visit
}

#[test]
fn every_record_is_mirrored() {
    let visit = after_two_answers();
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.see_text("Saved on this device");
    visit.see_the_mirror_hold_what_is_stored();
}

#[test]
fn what_local_storage_has_lost_comes_back_and_is_stored_again() {
    let visit = after_two_answers();
    visit.see_the_mirror_hold_what_is_stored();
    let before = visit.local_storage();
    visit.run("localStorage.clear(); history.replaceState(null, '');", []);
    visit.reload();
    visit.see_text("2 of 32 questions answered");
    visit.press("Continue");
    visit.see_question(3);
    assert_eq!(visit.local_storage(), before);
}

#[test]
fn a_delete_that_local_storage_has_lost_stays_a_delete() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    let before = visit.local_storage();
    visit.press("Delete my answers");
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
    visit.see_the_mirror_hold_what_is_stored();
    visit.run(
        "for (const [key, text] of Object.entries(arguments[1])) localStorage.setItem(key, text);",
        [json!(before)],
    );
    visit.reload();
    visit.see(Role::Button, "Answer all the questions");
    visit.see_that("nothing but the mark of the delete", |visit| {
        visit.local_storage().into_keys().eq([key(Subject::Header)])
    });
}

#[test]
fn deleting_empties_the_mirror_too() {
    let visit = after_two_answers();
    visit.see_the_mirror_hold_what_is_stored();
    visit.press("All elements");
    visit.press("See your results");
    visit.press("Finish and clear my answers");
    visit.press("Yes, delete everything");
    visit.see_that("no answer in the mirror", |visit| !visit.mirrored().contains_key(&answer_key(STORE, 1)));
    visit.see_the_mirror_hold_what_is_stored();
}

#[test]
fn whoever_wants_nothing_kept_has_no_mirror() {
    let visit = Visit::begin();
    visit.tick("Do not keep my answers on this device");
    visit.press("Choose one element");
    visit.press(element_title(1));
    visit.choose(wording((indicator(1), level(2))));
    visit.see_chosen(wording((indicator(1), level(2))));
    assert_eq!(
        visit.run_until_it_answers("indexedDB.databases().then((known) => arguments[1](known.length));", []),
        0
    );
}

#[test]
fn without_a_mirror_everything_else_works() {
    let visit = Visit::to(Site::built());
    visit.preload(NO_MIRROR);
    visit.open("/");
    visit.start_the_check();
    visit.answer((indicator(1), level(2)));
    visit.see_question(2);
    visit.reload();
    visit.see_heading(question(2));
    assert_eq!(visit.stored_answers().len(), 1);
    assert_eq!(visit.logged_errors(), [""; 0]);
}

#[test]
fn a_note_that_comes_back_while_its_question_is_shown_is_in_its_field() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.see_text("Saved on this device");
    visit.see_the_mirror_hold_what_is_stored();
    visit.run("localStorage.clear();", []);
    visit.reload();
    visit.see_question(1);
    visit.unfold("Add a private note");
    visit.see_value(Role::TextBox, "Your note", "Ask the chief nurse");
}
