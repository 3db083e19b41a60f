//! The browser keeps nothing, or no more, or is asked to keep nothing.

use std::collections::BTreeMap;

use assessment::app::Screen;
use assessment::persist::{Record, Stored, Subject};
use browser_tests::content::{
    STORE, answer_key, answers_of, element, element_title, indicator, keys, left_on, level, mixed_answers,
    played, questionnaire, wording,
};
use browser_tests::faults::{
    BLOCK_STORAGE, FAIL_TO_READ, FAIL_TO_REMOVE, FAIL_TO_WRITE, READ_AGAIN, REMEMBER_WRITES, WRITE_AGAIN,
    writes,
};
use browser_tests::{Role, Site, Visit};

const BLOCKED: &str = "Your answers are not saved";
const FAILING: &str = "Your latest answers are not saved";
const WIPED: &str = "Your saved answers were removed";
const UNREADABLE: &str = "Something that is stored here cannot be read";
const DO_NOT_KEEP: &str = "Do not keep my answers on this device";

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
    visit.see_text("Your answers are not kept.");
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

/// On question 7 after a visit that answered everything, with everything stored.
fn begin_on_question_7() -> Visit {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(7)), &mixed_answers()));
    visit.press("Continue");
    visit.see_question(7);
    visit
}

/// On the start screen after a visit that answered everything and ended on question 7, with these texts
/// stored besides, or instead.
fn begin_with(texts: &BTreeMap<String, String>) -> Visit {
    let mut records = played(STORE, left_on(Screen::Question(indicator(7)), &mixed_answers())).records;
    records.extend(texts.clone());
    let visit = Visit::to(Site::built());
    visit.open_with(&records, "/");
    visit
}

/// Runs a script in another tab of the same website.
fn run_in_another_tab(visit: &Visit, script: &str) {
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    visit.run(script, []);
    visit.turn_to(&first);
}

fn delete_everything(visit: &Visit) {
    visit.press("Delete my answers");
    visit.press("Yes, delete everything");
    visit.see(Role::Button, "Answer all the questions");
}

fn texts<const N: usize>(texts: [(String, &str); N]) -> BTreeMap<String, String> {
    texts.into_iter().map(|(key, text)| (key, text.to_owned())).collect()
}

/// Those of the stored texts that have these keys.
fn stored_of(visit: &Visit, texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    visit.local_storage().into_iter().filter(|(key, _)| texts.contains_key(key)).collect()
}

#[test]
fn where_reading_fails_from_the_start_the_check_goes_on_and_changes_nothing_stored() {
    let before = played(STORE, left_on(Screen::Check, &mixed_answers())).records;
    let visit = Visit::to(Site::built());
    visit.preload(FAIL_TO_READ);
    visit.open_with(&before, "/");
    visit.see_text(BLOCKED);
    visit.start_the_check();
    visit.answer((indicator(1), level(4)));
    visit.see_question(2);
    assert!(visit.asks_before_leaving());
    visit.run(READ_AGAIN, []);
    assert_eq!(visit.local_storage(), before);
}

#[test]
fn where_reading_begins_to_fail_the_latest_answer_is_kept_on_the_page_and_the_notice_says_so() {
    let visit = begin_on_question_7();
    let before = visit.local_storage();
    visit.run(FAIL_TO_READ, []);
    visit.choose(wording((indicator(7), level(4))));
    visit.see_text(FAILING);
    visit.see_no_text("Saved on this device");
    assert!(visit.asks_before_leaving());
    visit.run(READ_AGAIN, []);
    assert_eq!(visit.local_storage(), before, "what cannot be looked at is not written over");
    visit.press("Save them again");
    visit.see_no_text(FAILING);
    assert_ne!(visit.local_storage()[&answer_key(STORE, 7)], before[&answer_key(STORE, 7)]);
}

#[test]
fn where_writing_begins_to_fail_everything_is_made_up_for_later() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer((indicator(1), level(1)));
    visit.see_question(2);
    visit.run(FAIL_TO_WRITE, []);
    visit.answer((indicator(2), level(1)));
    visit.see_text(FAILING);
    visit.answer((indicator(3), level(1)));
    visit.see_question(4);
    assert_eq!(visit.stored_answers().len(), 1);
    assert!(visit.asks_before_leaving());
    visit.run(WRITE_AGAIN, []);
    visit.press("Save them again");
    visit.see_no_text(FAILING);
    assert_eq!(visit.stored_answers().len(), 3);
    assert!(!visit.asks_before_leaving());
}

#[test]
fn when_another_tab_clears_the_storage_the_notice_says_so_and_leaving_asks() {
    let visit = begin_on_question_7();
    run_in_another_tab(&visit, "localStorage.clear();");
    visit.see_text(WIPED);
    assert!(visit.asks_before_leaving());
    assert_eq!(visit.local_storage().len(), 0, "nothing is saved again before it is asked for");
}

#[test]
fn what_another_tab_cleared_can_be_saved_again_whole() {
    let visit = begin_on_question_7();
    let before = visit.local_storage();
    run_in_another_tab(&visit, "localStorage.clear();");
    visit.press("Save them again");
    visit.see_no_text(WIPED);
    assert_eq!(visit.local_storage(), before);
    assert!(!visit.asks_before_leaving());
}

#[test]
fn after_a_script_of_the_same_page_cleared_the_storage_the_next_answer_brings_everything_back() {
    let visit = begin_on_question_7();
    let mut before = visit.local_storage();
    visit.run("localStorage.clear();", []);
    visit.choose(wording((indicator(7), level(4))));
    visit.see_that("everything stored", |visit| visit.local_storage().len() == before.len());
    let mut after = visit.local_storage();
    assert!(after.remove(&answer_key(STORE, 7)).is_some());
    before.remove(&answer_key(STORE, 7));
    assert_eq!(after, before);
    visit.see_no_text(WIPED);
}

#[test]
fn one_record_that_another_tab_removed_can_be_saved_again() {
    let visit = begin_on_question_7();
    let before = visit.local_storage();
    run_in_another_tab(&visit, &format!("localStorage.removeItem('{}');", answer_key(STORE, 3)));
    visit.see_text(WIPED);
    visit.press("Save them again");
    visit.see_no_text(WIPED);
    assert_eq!(visit.local_storage(), before);
}

#[test]
fn the_start_screen_says_that_something_cannot_be_read_and_your_data_what() {
    for text in ["{\"level\":", "no record at all", r#"{"note":"of another shape"}"#] {
        let visit = begin_with(&texts([(answer_key(STORE, 7), text)]));
        visit.see_text(UNREADABLE);
        visit.see_text("31 of 32 questions answered");
        visit.press("Your data");
        visit.see_heading("What is stored and not shown");
        visit.see_text(&answer_key(STORE, 7));
    }
}

#[test]
fn what_cannot_be_read_is_set_aside_when_its_question_is_answered_again() {
    for text in ["{\"level\":", "no record at all", r#"{"note":"of another shape"}"#] {
        let visit = begin_with(&texts([(answer_key(STORE, 7), text)]));
        visit.press("Continue");
        visit.see_question(7);
        visit.choose(wording((indicator(7), level(4))));
        visit.see_text("Saved on this device");
        let stored = visit.local_storage();
        assert_eq!(stored[&format!("{}/.unreadable", answer_key(STORE, 7))], text);
        let subject = Subject::Answer(indicator(7));
        let record = Record::decode(&stored[&answer_key(STORE, 7)], subject, questionnaire());
        assert_eq!(record.map(|record| record.stored), Ok(Stored::Answer(Some(level(4)))));
    }
}

#[test]
fn a_copy_holds_what_cannot_be_read() {
    let text = "{\"level\":";
    let visit = begin_with(&texts([(answer_key(STORE, 7), text)]));
    visit.press("Continue");
    visit.choose(wording((indicator(7), level(4))));
    visit.see_text("Saved on this device");
    let stored = visit.local_storage();
    visit.open_tab();
    visit.open("/");
    visit.press("Your data");
    let copy = std::fs::read_to_string(visit.download("Download a copy")).expect("the copy can be read");
    let copy: serde_json::Value = serde_json::from_str(&copy).expect("the copy is JSON");
    assert_eq!(copy["stored"], serde_json::json!(stored));
    assert_eq!(copy["stored"][format!("{}/.unreadable", answer_key(STORE, 7))], text);
}

/// From "Your data" to the question that was left, and an answer to it.
fn go_on_and_answer(visit: &Visit) {
    visit.press("Back");
    visit.press("Continue");
    visit.choose(wording((indicator(7), level(4))));
    visit.see_text("Saved on this device");
}

#[test]
fn what_another_version_of_the_check_stored_is_listed_and_stays_as_it_is() {
    let newer = keys().prefix().replace("/1/", "/2/");
    let others = texts([(newer.clone(), "{\"all\":[]}"), (format!("{newer}/more"), "more")]);
    let visit = begin_with(&others);
    visit.see_text(UNREADABLE);
    visit.press("Your data");
    visit.see_text("Another version of this check stored these");
    visit.see_text(&format!("{newer}/more"));
    go_on_and_answer(&visit);
    assert_eq!(stored_of(&visit, &others), others);
}

#[test]
fn answers_to_another_version_of_the_questions_are_listed_and_stay_as_they_are() {
    let fingerprint = questionnaire().fingerprint().to_string();
    let older = answer_key(STORE, 1).replace(&fingerprint, "0123456789abcdef");
    let others = texts([(older.clone(), r#"{"level":1,"epoch":0,"counter":1,"writer":"0000000000000abc"}"#)]);
    let visit = begin_with(&others);
    visit.see_no_text(UNREADABLE);
    visit.press("Your data");
    visit.see_text("These are answers to another version of the questions.");
    visit.see_text(&older);
    go_on_and_answer(&visit);
    assert_eq!(stored_of(&visit, &others), others);
}

#[test]
fn what_other_programs_stored_is_never_touched() {
    let prefix = keys().prefix().to_owned();
    let others = texts([
        ("theme".to_owned(), "dark"),
        ("digital-leadership-check".to_owned(), "{"),
        ("digital-leadership-check-notes/1/answers".to_owned(), "{}"),
        (format!("another/{prefix}"), "null"),
        (prefix.replace("answers", "second-board"), "another copy on the same website"),
    ]);
    let visit = begin_with(&others);
    visit.press("Your data");
    visit.see_text("32 of 32 questions answered");
    visit.see_no_text("What is stored and not shown");
    visit.press("Back");
    delete_everything(&visit);
    assert_eq!(stored_of(&visit, &others), others);
    assert_eq!(visit.local_storage().len(), others.len() + 1, "and the mark that there was a delete");
}

#[test]
fn deleting_says_what_else_it_deletes_and_does() {
    let others = texts([
        (answer_key(STORE, 7), "no record at all"),
        (keys().prefix().replace("/1/", "/2/"), "of a newer version"),
    ]);
    let visit = begin_with(&others);
    visit.press("Delete my answers");
    visit.see_text("What is stored here and cannot be read, or belongs to other questions, is deleted too.");
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
    assert_eq!(visit.local_storage().into_keys().collect::<Vec<_>>(), [keys().prefix()]);
}

#[test]
fn when_deleting_fails_it_is_said() {
    let visit = begin_with(&BTreeMap::new());
    visit.run(FAIL_TO_REMOVE, []);
    delete_everything(&visit);
    visit.see_text("Your answers could not be deleted");
    visit.see_no_text("Your answers have been deleted.");
}
