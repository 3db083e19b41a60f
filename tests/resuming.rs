//! A member stops in the middle and comes back.

use std::collections::BTreeSet;

use assessment::answers::Answer;
use assessment::app::Screen;
use assessment::persist::{Record, Stored, Subject};
use browser_tests::content::{
    Given, STORE, answer_key, indicator, key, left_on, level, mixed_answers, played, question, questionnaire,
    wording,
};
use browser_tests::faults::HEAR_NOTHING;
use browser_tests::{Role, Site, Tab, Visit};

/// On question 3, with the first three answered.
fn in_the_middle() -> Visit {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.answer_all(&first_two());
    visit.see_question(3);
    visit.choose(wording(third()));
    visit
}

fn first_two() -> [Given; 2] {
    [(indicator(1), level(1)), (indicator(2), Answer::DontKnow)]
}

fn third() -> Given {
    (indicator(3), level(4))
}

#[test]
fn a_reload_comes_back_to_the_question() {
    let visit = in_the_middle();
    visit.reload();
    visit.see_question(3);
}

#[test]
fn a_reload_keeps_the_answer_that_was_just_chosen() {
    let visit = in_the_middle();
    visit.reload();
    visit.see_chosen(wording(third()));
}

#[test]
fn a_note_is_there_after_a_reload() {
    let visit = Visit::begin();
    visit.start_the_check();
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.reload();
    visit.see_value(Role::TextBox, "Your note", "Ask the chief nurse");
}

#[test]
fn whoever_closes_the_tab_continues_in_a_new_one() {
    let visit = in_the_middle();
    let first = visit.tab();
    let second = visit.open_tab();
    visit.close(&first);
    visit.turn_to(&second);
    visit.open("/");
    visit.see_text("3 of 32 questions answered");
    visit.press("Continue");
    visit.see_question(3);
    visit.see_chosen(wording(third()));
}

#[test]
fn each_answer_is_a_record_of_its_own_as_soon_as_it_is_chosen() {
    let visit = in_the_middle();
    let keys: BTreeSet<String> = visit.stored_answers().into_keys().collect();
    let fingerprint = questionnaire().fingerprint();
    let wanted = [1, 2, 3].map(|number| {
        let id = &questionnaire().indicator(indicator(number)).id;
        format!("digital-leadership-check/1/answers-{fingerprint}/{id}")
    });
    assert_eq!(keys, BTreeSet::from(wanted));
}

#[test]
fn the_record_of_an_answer_says_what_was_chosen() {
    let visit = in_the_middle();
    let text = &visit.stored_answers()[&answer_key(STORE, 3)];
    let record = Record::decode(text, Subject::Answer(indicator(3)), questionnaire()).expect("a record");
    assert_eq!(record.stored, Stored::Answer(Some(level(4))));
}

#[test]
fn nothing_is_stored_before_the_first_question_is_opened() {
    let visit = Visit::begin();
    visit.press("Choose one element");
    visit.see_heading("Choose an element");
    assert_eq!(visit.local_storage().len(), 0);
}

#[test]
fn deleting_asks_first() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    visit.press("Delete my answers");
    visit.see_heading("Delete your answers?");
    assert_eq!(visit.stored_answers().len(), 32);
}

#[test]
fn whoever_thinks_again_keeps_the_answers_and_is_where_they_were() {
    let visit = Visit::begin_after(left_on(Screen::Results, &mixed_answers()));
    visit.press("Continue");
    visit.press("Finish and clear my answers");
    visit.press("No, keep my answers");
    visit.see_heading("Your results");
    assert_eq!(visit.stored_answers().len(), 32);
}

#[test]
fn deleting_removes_every_answer() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    delete_everything(&visit);
    let kept: Vec<String> = visit.local_storage().into_keys().collect();
    let header = format!("digital-leadership-check/1/answers-{}", questionnaire().fingerprint());
    assert_eq!(kept, [header], "only the mark that there was a delete is left");
}

#[test]
fn what_was_deleted_stays_deleted_after_a_reload() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    delete_everything(&visit);
    visit.reload();
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.stored_answers().len(), 0);
}

#[test]
fn an_answer_given_in_one_tab_shows_in_the_other() {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(1)), &[]));
    let first = visit.tab();
    visit.start_the_check();
    visit.open_tab();
    visit.open("/");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.turn_to(&first);
    visit.see_chosen(wording((indicator(1), level(2))));
}

#[test]
fn answers_given_in_two_tabs_are_all_kept() {
    let visit = Visit::begin();
    visit.start_the_check();
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    visit.press("Answer all the questions");
    visit.press("Skip this question");
    visit.see_question(2);
    visit.choose(wording((indicator(2), level(3))));
    visit.turn_to(&first);
    visit.answer((indicator(1), level(1)));
    visit.see_chosen(wording((indicator(2), level(3))));
    assert_eq!(visit.stored_answers().len(), 2);
}

/// In the tab that was open before.
fn on_question_5_with_everything_deleted_in_another_tab() -> Visit {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(5)), &mixed_answers()));
    visit.press("Continue");
    visit.see_question(5);
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    delete_everything(&visit);
    visit.turn_to(&first);
    visit
}

#[test]
fn deleting_in_one_tab_empties_the_other() {
    let visit = on_question_5_with_everything_deleted_in_another_tab();
    visit.see_text("Your answers have been deleted.");
    visit.see(Role::Button, "Answer all the questions");
}

#[test]
fn a_tab_that_saw_the_delete_does_not_bring_the_answers_back() {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(5)), &mixed_answers()));
    visit.press("Continue");
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    delete_everything(&visit);
    visit.turn_to(&first);
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(0))));
    assert_eq!(visit.stored_answers().into_keys().collect::<Vec<_>>(), [answer_key(STORE, 1)]);
}

/// On question 1 in two tabs, turned to the second; the first, which is answered with, hears nothing of
/// what the second does.
fn begin_in_two_tabs_of_which_the_first_hears_nothing() -> (Visit, Tab) {
    let before = left_on(Screen::Question(indicator(1)), &[(indicator(1), level(1))]);
    let visit = Visit::to(Site::built());
    let hear_nothing = visit.preload(HEAR_NOTHING);
    visit.open_with(&played(STORE, before).records, "/");
    visit.press("Continue");
    visit.see_question(1);
    let first = visit.tab();
    visit.end_preload(hear_nothing);
    visit.open_tab();
    visit.open("/");
    visit.press("Continue");
    visit.see_question(1);
    (visit, first)
}

/// The stored answer to the question of that number.
fn stored_answer(visit: &Visit, number: usize) -> Stored {
    let text = &visit.stored_answers()[&answer_key(STORE, number)];
    Record::decode(text, Subject::Answer(indicator(number)), questionnaire()).expect("a record").stored
}

#[test]
fn a_note_from_one_tab_and_an_answer_from_the_other_are_both_kept() {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(1)), &[]));
    visit.start_the_check();
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    visit.start_the_check();
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.turn_to(&first);
    visit.choose(wording((indicator(1), level(2))));
    visit.reload();
    visit.see_chosen(wording((indicator(1), level(2))));
    visit.see_value(Role::TextBox, "Your note", "Ask the chief nurse");
}

#[test]
fn a_tab_that_heard_nothing_does_not_write_over_what_another_changed() {
    let (visit, first) = begin_in_two_tabs_of_which_the_first_hears_nothing();
    visit.choose(wording((indicator(1), level(4))));
    visit.turn_to(&first);
    visit.see_chosen(wording((indicator(1), level(1))));
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.press("Continue");
    visit.see_question(2);
    visit.answer((indicator(2), level(2)));
    visit.see_question(3);
    assert_eq!(stored_answer(&visit, 1), Stored::Answer(Some(level(4))));
    assert_eq!(stored_answer(&visit, 2), Stored::Answer(Some(level(2))));
    assert!(visit.local_storage()[&key(Subject::Note(indicator(1)))].contains("Ask the chief nurse"));
}

#[test]
fn what_is_chosen_last_counts_even_in_a_tab_that_heard_nothing() {
    let (visit, first) = begin_in_two_tabs_of_which_the_first_hears_nothing();
    for number in [4, 3, 2, 4] {
        visit.choose(wording((indicator(1), level(number))));
    }
    let second = visit.tab();
    visit.turn_to(&first);
    visit.choose(wording((indicator(1), level(0))));
    assert_eq!(stored_answer(&visit, 1), Stored::Answer(Some(level(0))));
    visit.turn_to(&second);
    visit.see_chosen(wording((indicator(1), level(0))));
}

#[test]
fn a_tab_that_heard_nothing_learns_of_a_delete_before_it_writes() {
    let (visit, first) = begin_in_two_tabs_of_which_the_first_hears_nothing();
    visit.press("Back");
    visit.open_tab();
    visit.open("/");
    delete_everything(&visit);
    visit.turn_to(&first);
    visit.see_question(1);
    visit.choose_in_vain(wording((indicator(1), level(3))));
    visit.see_text("Your answers have been deleted.");
    assert_eq!(visit.stored_answers().len(), 0);
}

#[test]
fn what_was_deleted_in_one_tab_stays_deleted_when_the_other_is_loaded_again() {
    let visit = on_question_5_with_everything_deleted_in_another_tab();
    visit.reload();
    visit.see(Role::Button, "Answer all the questions");
    assert_eq!(visit.stored_answers().len(), 0);
}

#[test]
fn a_page_that_comes_back_whole_from_the_history_shows_what_was_answered_meanwhile() {
    let elsewhere = "<digital-leadership-check store=\"elsewhere\"></digital-leadership-check>";
    let visit = Visit::to(Site::with_page("elsewhere.html", elsewhere));
    visit.open_with(&played(STORE, left_on(Screen::Question(indicator(1)), &[])).records, "/");
    visit.start_the_check();
    // Firefox keeps no page in which its driver has clicked.
    visit.reload();
    visit.see_question(1);
    visit.run("window.isTheSame = true;", []);
    // Nor one whose files are still being put on the device.
    visit.see_on_page("This page is on this device now, and opens without a network too.");
    let first = visit.tab();
    visit.open("/elsewhere.html");
    visit.open_tab();
    visit.open("/");
    visit.start_the_check();
    visit.choose(wording((indicator(1), level(2))));
    visit.turn_to(&first);
    visit.go_back();
    visit.see_question(1);
    assert_eq!(visit.run("return window.isTheSame ?? false;", []), true, "the page was not kept");
    visit.see_chosen(wording((indicator(1), level(2))));
}

#[test]
fn a_page_that_comes_back_whole_from_the_history_shows_what_was_chosen_and_written() {
    let visit = Visit::to(Site::with_page("elsewhere.html", ""));
    visit.open("/");
    visit.start_the_check();
    visit.unfold("Add a private note");
    visit.write("Your note", "Ask the chief nurse");
    visit.choose(wording((indicator(1), level(2))));
    visit.go_to("/elsewhere.html");
    visit.go_back();
    visit.see_question(1);
    visit.let_two_frames_pass();
    visit.see_chosen(wording((indicator(1), level(2))));
    visit.see_value(Role::TextBox, "Your note", "Ask the chief nurse");
}

#[test]
fn a_record_that_is_damaged_costs_only_its_own_answer() {
    let mut records = played(STORE, left_on(Screen::Check, &mixed_answers())).records;
    records.insert(answer_key(STORE, 7), "{\"level\":".into());
    let visit = Visit::to(Site::built());
    visit.open_with(&records, "/");
    visit.see_text("31 of 32 questions answered");
    visit.press("Continue");
    visit.see_text(&format!("{} Not answered", question(7)));
}

fn delete_everything(visit: &Visit) {
    visit.press("Delete my answers");
    visit.press("Yes, delete everything");
    visit.see_text("Your answers have been deleted.");
}

#[test]
fn a_note_that_another_tab_writes_shows_in_the_field_and_is_not_typed_over() {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(1)), &[]));
    visit.start_the_check();
    visit.unfold("Add a private note");
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    visit.start_the_check();
    visit.unfold("Add a private note");
    visit.write("Your note", "From the other tab");
    visit.see_text("Saved on this device");
    visit.turn_to(&first);
    visit.see_value(Role::TextBox, "Your note", "From the other tab");
    visit.write("Your note", ", and from this one");
    visit.see_value(Role::TextBox, "Your note", "From the other tab, and from this one");
}
