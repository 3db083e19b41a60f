//! Two tabs with the same answers.

use crate::tab::{Device, Tab, encode, indicator, key, level, question, stamp, written_keys};
use assessment::answers::Answer;
use assessment::app::{Effect, Message, view};
use assessment::persist::{Stored, Subject};

fn see(tab: &mut Tab, index: usize, answer: Answer, counter: u64, writer: u64) -> Vec<Effect> {
    let text = encode(Stored::Answer(Some(answer)), stamp(0, counter, writer));
    tab.send(Message::RecordSeen { key: key(Subject::Answer(indicator(index))), text })
}

#[test]
fn what_one_tab_answers_the_other_shows() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    one.answer(0, level(2));
    one.note(0, "Seen in May");
    one.send(Message::OwnLineChanged("Mine".into()));
    let effects = other.hear();
    assert!(effects.is_empty(), "it is only shown: {effects:?}");
    assert_eq!((other.shown(0), other.shown_note(0)), (Some(level(2)), "Seen in May".to_owned()));
    assert_eq!(view::board(&other.model).own_line, "Mine");
}

#[test]
fn a_tab_stays_where_it_is_when_the_other_moves_on() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    other.ask(question(5));
    one.answer(0, level(2));
    other.hear();
    assert_eq!(other.screen(), question(5));
}

#[test]
fn the_later_of_two_answers_counts() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(1)); // counter 2
    assert!(see(&mut tab, 0, level(4), 3, 9).is_empty());
    assert_eq!(tab.shown(0), Some(level(4)));
}

#[test]
fn of_two_answers_at_the_same_count_the_larger_writer_counts() {
    for (writer, expected) in [(0, level(1)), (9, level(4))] {
        let mut tab = Tab::open(&Device::new());
        tab.answer(0, level(1)); // counter 2, writer 1
        see(&mut tab, 0, level(4), 2, writer);
        assert_eq!(tab.shown(0), Some(expected), "writer {writer}");
    }
}

#[test]
fn an_older_answer_is_written_over_again() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.plant(Subject::Answer(indicator(0)), encode(Stored::Answer(Some(level(4))), stamp(0, 1, 9)));
    let effects = see(&mut tab, 0, level(4), 1, 9);
    assert_eq!(written_keys(&effects), [key(Subject::Answer(indicator(0)))]);
    assert_eq!((tab.shown(0), device.answer(0)), (Some(level(1)), Some(level(1))));
}

#[test]
fn what_is_seen_twice_changes_nothing() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    let text = device.text(Subject::Answer(indicator(0))).expect("an answer");
    let effects = tab.send(Message::RecordSeen { key: key(Subject::Answer(indicator(0))), text });
    assert!(effects.is_empty(), "{effects:?}");
}

#[test]
fn an_answer_given_after_seeing_another_is_later_than_it() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    see(&mut tab, 0, level(4), 1_000, 9);
    tab.answer(0, level(2));
    let written = device.record(Subject::Answer(indicator(0))).expect("an answer").stamp;
    assert!(written > stamp(0, 1_000, 9), "{written:?}");
}

#[test]
fn two_answers_at_the_same_moment_settle_on_one_in_both_tabs_and_in_the_store() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    for (first, second) in [(0, 1), (1, 0)] {
        let tabs = [&mut one, &mut other];
        tabs[first].answer(3, level(1));
        tabs[second].answer(3, level(4));
        for _ in 0..3 {
            one.hear();
            other.hear();
        }
        assert_eq!(one.shown(3), other.shown(3));
        assert_eq!(device.answer(3), one.shown(3));
    }
}

#[test]
fn what_other_programs_write_is_passed_over() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(1));
    let answer = key(Subject::Answer(indicator(0)));
    for (key, text) in [("theme", "dark"), (answer.as_str(), "dark"), (answer.as_str(), "{}"), ("", "")] {
        let effects = tab.send(Message::RecordSeen { key: key.into(), text: text.into() });
        assert!(effects.is_empty(), "{effects:?}");
    }
    assert_eq!(tab.shown(0), Some(level(1)));
}
