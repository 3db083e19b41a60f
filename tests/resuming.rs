//! A member stops in the middle and comes back.

use std::collections::BTreeSet;

use assessment::answers::Answer;
use assessment::app::Screen;
use assessment::persist::{Record, Stored, Subject};
use browser_tests::content::{
    Given, STORE, answer_key, indicator, left_on, level, mixed_answers, played, question, questionnaire,
    wording,
};
use browser_tests::{Role, Site, Visit};

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
fn whoever_thinks_again_keeps_the_answers() {
    let visit = Visit::begin_after(left_on(Screen::Check, &mixed_answers()));
    visit.press("Delete my answers");
    visit.press("No, keep my answers");
    visit.see_text("32 of 32 questions answered");
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

#[test]
fn deleting_in_one_tab_empties_the_other() {
    let visit = Visit::begin_after(left_on(Screen::Question(indicator(5)), &mixed_answers()));
    visit.press("Continue");
    visit.see_question(5);
    let first = visit.tab();
    visit.open_tab();
    visit.open("/");
    delete_everything(&visit);
    visit.turn_to(&first);
    visit.see_text("Your answers have been deleted from this device.");
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
    visit.see_text("Your answers have been deleted from this device.");
}
