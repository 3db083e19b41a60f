//! Where the check begins, and where it goes on another day.

use crate::tab::{Device, Tab, element, level, question};
use assessment::answers::Answer;
use assessment::app::{Message, Screen, view};

#[test]
fn a_first_visit_begins_at_the_start_with_nothing_to_continue() {
    let tab = Tab::open(&Device::new());
    assert_eq!(tab.screen(), Screen::Start);
    assert_eq!(view::start(&tab.model).progress, None);
}

#[test]
fn answering_all_begins_at_the_first_question_without_an_answer() {
    let mut tab = Tab::open(&Device::new());
    tab.send(Message::AllElementsChosen);
    assert_eq!(tab.screen(), question(0));

    tab.answer_all(&[level(1), Answer::DontKnow]);
    tab.ask(Screen::Start);
    tab.send(Message::AllElementsChosen);
    assert_eq!(tab.screen(), question(2));
}

#[test]
fn answering_all_leads_to_the_check_once_everything_is_answered() {
    let mut tab = Tab::open(&Device::new());
    tab.answer_all(&[level(1); 8]);
    tab.send(Message::AllElementsChosen);
    assert_eq!(tab.screen(), Screen::Check);
}

#[test]
fn all_questions_follow_one_another_and_end_in_the_check() {
    let mut tab = Tab::open(&Device::new());
    tab.send(Message::AllElementsChosen);
    for index in 0..8 {
        assert_eq!(tab.screen(), question(index));
        tab.answer(index, level(2));
        tab.send(Message::ContinueAsked);
    }
    assert_eq!(tab.screen(), Screen::Check);
    assert_eq!(view::check(&tab.model).first_open, None);
}

#[test]
fn one_element_begins_at_its_first_question_without_an_answer() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(2, level(2));
    tab.send(Message::ElementChosen(element(1)));
    assert_eq!(tab.screen(), question(3));
}

#[test]
fn an_element_that_is_done_begins_at_its_first_question() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(2, level(2));
    tab.answer(3, level(2));
    tab.send(Message::ElementChosen(element(1)));
    assert_eq!(tab.screen(), question(2));
}

#[test]
fn one_element_ends_in_its_results() {
    for (chosen, first) in [(0, 0), (1, 2), (3, 6)] {
        let mut tab = Tab::open(&Device::new());
        tab.send(Message::ElementChosen(element(chosen)));
        tab.send(Message::SkipAsked);
        assert_eq!(tab.screen(), question(first + 1));
        tab.send(Message::SkipAsked);
        assert_eq!(tab.screen(), Screen::ElementResults(element(chosen)));
    }
}

#[test]
fn another_day_begins_at_the_start_and_goes_on_where_the_last_visit_ended() {
    let device = Device::new();
    let mut yesterday = Tab::open(&device);
    yesterday.answer_all(&[level(1); 3]);
    yesterday.send(Message::ContinueAsked);
    assert_eq!(yesterday.screen(), question(3));

    let mut today = Tab::open(&device);
    assert_eq!(today.screen(), Screen::Start);
    assert!(view::start(&today.model).progress.is_some());
    today.send(Message::ResumeAsked);
    assert_eq!(today.screen(), question(3));
    assert_eq!([today.shown(0), today.shown(3)], [Some(level(1)), None]);
}

#[test]
fn a_look_at_the_start_does_not_move_the_place_to_go_on_from() {
    let device = Device::new();
    let mut yesterday = Tab::open(&device);
    yesterday.answer(4, level(1));
    for screen in [Screen::Start, Screen::About, Screen::Delete] {
        yesterday.ask(screen);
    }
    let mut today = Tab::open(&device);
    today.send(Message::ResumeAsked);
    assert_eq!(today.screen(), question(4));
}

#[test]
fn one_element_goes_on_as_one_element_another_day() {
    let device = Device::new();
    let mut yesterday = Tab::open(&device);
    yesterday.send(Message::ElementChosen(element(1)));
    yesterday.send(Message::SkipAsked);

    let mut today = Tab::open(&device);
    today.send(Message::ResumeAsked);
    assert_eq!(today.screen(), question(3));
    today.send(Message::SkipAsked);
    assert_eq!(today.screen(), Screen::ElementResults(element(1)));
}

#[test]
fn going_on_without_a_place_to_go_on_from_begins_at_the_first_open_question() {
    let mut tab = Tab::open(&Device::new());
    tab.send(Message::ResumeAsked);
    assert_eq!(tab.screen(), question(0));
}

#[test]
fn going_on_takes_the_way_that_belongs_to_the_place() {
    let device = Device::new();
    let mut here = Tab::open(&device);
    let mut elsewhere = Tab::open(&device);
    here.send(Message::AllElementsChosen);
    here.ask(Screen::Start);
    elsewhere.send(Message::ElementChosen(element(1)));
    elsewhere.send(Message::SkipAsked);
    here.hear();
    here.send(Message::ResumeAsked);
    assert_eq!(here.screen(), question(3));
    here.send(Message::SkipAsked);
    assert_eq!(here.screen(), Screen::ElementResults(element(1)));
}
