//! Several tabs with the same answers, and others who change the store.

use crate::tab::{Device, Fault, Tab, encode, indicator, key, level, question, stamp, warning, written_keys};
use assessment::answers::Answer;
use assessment::app::view::{self, Notice};
use assessment::app::{Effect, Message, Screen};
use assessment::persist::{Stored, Subject};

fn answer_of(index: usize) -> Subject {
    Subject::Answer(indicator(index))
}

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
    for key in ["theme", ""] {
        let effects = tab.send(Message::RecordSeen { key: key.into(), text: "dark".into() });
        assert!(effects.is_empty(), "{effects:?}");
    }
    assert_eq!((tab.shown(0), tab.notice()), (Some(level(1)), None));
}

#[test]
fn an_answer_that_something_wrote_over_with_nonsense_is_said_to_be_gone_and_can_be_saved_again() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.plant(answer_of(0), "dark");
    let effects = tab.send(Message::RecordSeen { key: key(answer_of(0)), text: "dark".into() });
    assert_eq!((tab.shown(0), tab.notice()), (Some(level(1)), Some(Notice::StoreWiped)));
    assert_eq!(warning(&effects), Some(true));
    tab.send(Message::SaveAgainAsked);
    assert_eq!((device.answer(0), tab.notice()), (Some(level(1)), None));
    assert_eq!(device.text_at(&format!("{}/.unreadable", key(answer_of(0)))).as_deref(), Some("dark"));
}

// Notices that are late or lost

#[test]
fn a_tab_that_missed_a_later_answer_still_puts_its_own_after_it() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    for answer in [level(0), level(1), level(2), level(3)] {
        one.answer(0, answer);
    }
    other.miss_notices();
    other.answer(0, level(4));
    assert_eq!(device.answer(0), Some(level(4)));
    one.hear();
    assert_eq!([one.shown(0), other.shown(0)], [Some(level(4)); 2]);
}

#[test]
fn an_answer_that_was_put_after_one_that_was_missed_is_called_saved() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    for answer in [level(0), level(1), level(2)] {
        one.answer(0, answer);
    }
    other.miss_notices();
    other.answer(0, level(4));
    assert!(other.says_saved(0));
}

#[test]
fn a_tab_that_missed_notices_never_erases_what_it_does_not_know_of() {
    let device = Device::new();
    let (mut older, mut newer) = (Tab::open(&device), Tab::open(&device));
    older.ask(question(0));
    newer.answer_all(&[level(1), level(2)]);
    newer.note(1, "Seen in May");
    older.miss_notices();
    older.answer(2, level(3));
    let next = Tab::open(&device);
    assert_eq!(
        [next.shown(0), next.shown(1), next.shown(2)],
        [Some(level(1)), Some(level(2)), Some(level(3))]
    );
    assert_eq!(next.shown_note(1), "Seen in May");
}

#[test]
fn trying_again_does_not_write_an_older_answer_or_note_over_a_newer_one_that_was_missed() {
    let device = Device::new();
    let (mut older, mut newer) = (Tab::open(&device), Tab::open(&device));
    older.ask(question(0));
    device.break_with(Fault::Full);
    older.send(Message::AnswerChosen(indicator(0), level(1)));
    older.note(0, "Old");
    device.mend();
    newer.hear();
    for answer in [level(2), level(3), level(4)] {
        newer.answer(0, answer);
    }
    newer.note(0, "New");
    older.miss_notices();
    older.send(Message::AnswerChosen(indicator(1), level(2)));
    assert_eq!((older.shown(0), older.shown_note(0)), (Some(level(4)), "New".to_owned()));
    assert_eq!((device.answer(0), Tab::open(&device).shown_note(0)), (Some(level(4)), "New".to_owned()));
    assert_eq!(older.notice(), None);
}

#[test]
fn a_tab_that_is_returned_to_shows_what_it_missed() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    one.answer(0, level(2));
    one.note(3, "Seen in May");
    other.miss_notices();
    other.send(Message::Returned);
    assert_eq!((other.shown(0), other.shown_note(3)), (Some(level(2)), "Seen in May".to_owned()));
    assert_eq!(other.screen(), Screen::Start);
}

#[test]
fn a_tab_that_is_returned_to_learns_of_a_delete_that_it_missed() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    one.answer(0, level(2));
    other.hear();
    other.ask(question(0));
    one.delete();
    other.miss_notices();
    other.send(Message::Returned);
    assert_eq!((other.screen(), other.shown(0)), (Screen::Start, None));
    assert!(view::start(&other.model).is_deleted);
}

#[test]
fn a_store_that_cannot_be_read_on_returning_changes_nothing() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(2));
    device.break_with(Fault::Blocked);
    tab.send(Message::Returned);
    assert_eq!((tab.shown(0), tab.notice()), (Some(level(2)), None));
}

// Three tabs

#[test]
fn three_tabs_end_with_everything_that_was_put_in_whichever_heard_of_it() {
    let device = Device::new();
    let mut tabs = [Tab::open(&device), Tab::open(&device), Tab::open(&device)];
    tabs[0].answer(0, level(1));
    tabs[1].answer(1, level(2)); // has not heard of the first
    tabs[2].hear();
    tabs[2].answer(2, level(3));
    tabs[0].miss_notices();
    tabs[0].note(1, "Seen in May");
    for tab in &mut tabs {
        tab.hear();
        tab.send(Message::Returned);
    }
    tabs.iter().for_each(|tab| {
        assert_eq!(
            [tab.shown(0), tab.shown(1), tab.shown(2)],
            [Some(level(1)), Some(level(2)), Some(level(3))]
        );
        assert_eq!((tab.shown_note(1), tab.notice()), ("Seen in May".to_owned(), None));
    });
}

#[test]
fn of_three_answers_to_one_question_the_last_counts_in_every_tab() {
    let device = Device::new();
    let mut tabs = [Tab::open(&device), Tab::open(&device), Tab::open(&device)];
    for (tab, answer) in [(0, 1), (1, 2), (2, 3), (0, 4)] {
        tabs[tab].answer(5, level(answer));
    }
    for tab in &mut tabs {
        tab.hear();
    }
    assert_eq!(tabs.map(|tab| tab.shown(5)), [Some(level(4)); 3]);
    assert_eq!(device.answer(5), Some(level(4)));
}

#[test]
fn a_delete_in_one_of_three_tabs_empties_the_one_that_heard_and_the_one_that_did_not() {
    let device = Device::new();
    let mut tabs = [Tab::open(&device), Tab::open(&device), Tab::open(&device)];
    tabs[0].answer(0, level(1));
    tabs[1].hear();
    tabs[2].hear();
    tabs[0].delete();
    tabs[1].hear();
    tabs[2].miss_notices();
    tabs[2].note(4, "From before");
    for tab in &mut tabs {
        tab.hear();
        assert_eq!((tab.shown(0), tab.shown_note(4)), (None, String::new()));
    }
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

// Removed by something else

/// Two tabs that show the same two answers and a note, all stored.
fn two_with_answers(device: &Device) -> [Tab; 2] {
    let (mut one, mut other) = (Tab::open(device), Tab::open(device));
    one.answer_all(&[level(1), level(2)]);
    one.note(0, "Seen in May");
    other.hear();
    other.ask(Screen::Start);
    [one, other]
}

#[test]
fn a_wipe_that_is_heard_of_is_said_and_what_is_shown_stays() {
    let device = Device::new();
    let [mut tab, _] = two_with_answers(&device);
    device.wipe_and_tell();
    let effects = tab.hear();
    assert_eq!((tab.notice(), warning(&effects)), (Some(Notice::StoreWiped), Some(true)));
    assert_eq!((tab.shown(0), tab.shown_note(0)), (Some(level(1)), "Seen in May".to_owned()));
    assert!(device.keys().is_empty(), "nothing is written before the member wants it");
}

#[test]
fn a_wipe_that_is_not_heard_of_is_found_by_the_next_answer_which_saves_everything() {
    let device = Device::new();
    let [mut tab, _] = two_with_answers(&device);
    let before = device.keys();
    device.wipe();
    tab.answer(1, level(4));
    assert_eq!((tab.notice(), device.keys()), (None, before));
    let next = Tab::open(&device);
    assert_eq!([next.shown(0), next.shown(1)], [Some(level(1)), Some(level(4))]);
}

#[test]
fn a_wipe_is_found_by_a_tab_that_has_only_heard_of_what_was_stored() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    one.answer_all(&[level(1), level(2)]);
    other.hear();
    device.wipe();
    other.note(3, "Mine");
    assert_eq!(other.notice(), None);
    let next = Tab::open(&device);
    assert_eq!([next.shown(0), next.shown(1)], [Some(level(1)), Some(level(2))]);
}

#[test]
fn a_wipe_that_is_not_heard_of_is_said_on_returning() {
    let device = Device::new();
    let [mut tab, _] = two_with_answers(&device);
    device.wipe();
    tab.send(Message::Returned);
    assert_eq!(tab.notice(), Some(Notice::StoreWiped));
}

#[test]
fn saving_again_after_a_wipe_stores_everything_and_ends_the_notice() {
    let device = Device::new();
    let [mut tab, _] = two_with_answers(&device);
    let before = device.texts();
    device.wipe_and_tell();
    tab.hear();
    let effects = tab.send(Message::SaveAgainAsked);
    assert_eq!((tab.notice(), warning(&effects)), (None, Some(false)));
    assert_eq!(device.texts(), before);
}

#[test]
fn what_one_tab_saves_again_after_a_wipe_the_other_does_not_miss_any_more() {
    for is_heard in [true, false] {
        let device = Device::new();
        let [mut one, mut other] = two_with_answers(&device);
        device.wipe_and_tell();
        one.hear();
        other.hear();
        one.send(Message::SaveAgainAsked);
        if !is_heard {
            other.miss_notices();
            other.send(Message::Returned);
        }
        let effects = other.hear();
        assert_eq!(written_keys(&effects), [""; 0]);
        assert_eq!(other.notice(), None, "heard: {is_heard}");
    }
}

#[test]
fn one_record_that_something_removes_is_said_and_saved_again_and_the_others_stay() {
    let subjects = [answer_of(0), Subject::Note(indicator(0)), Subject::Header];
    for subject in subjects {
        let device = Device::new();
        let [mut tab, _] = two_with_answers(&device);
        let before = device.texts();
        device.remove_and_tell(subject);
        tab.hear();
        assert_eq!(tab.notice(), Some(Notice::StoreWiped), "{subject:?}");
        assert!(!tab.says_saved(0), "{subject:?}");
        tab.send(Message::SaveAgainAsked);
        assert_eq!((tab.notice(), device.texts()), (None, before), "{subject:?}");
    }
}

#[test]
fn a_record_of_which_it_is_told_twice_that_it_is_gone_is_saved_once() {
    let device = Device::new();
    let [mut tab, _] = two_with_answers(&device);
    device.remove_and_tell(answer_of(0));
    device.remove_and_tell(answer_of(0));
    tab.hear();
    let effects = tab.send(Message::SaveAgainAsked);
    assert_eq!(written_keys(&effects), [key(answer_of(0))]);
}

#[test]
fn a_record_that_was_never_put_in_is_not_missed() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.remove_and_tell(answer_of(3));
    tab.hear();
    tab.send(Message::RecordGone { key: "theme".into() });
    assert_eq!(tab.notice(), None);
}

#[test]
fn a_delete_of_which_only_the_removals_are_heard_does_not_bring_the_answers_back() {
    let device = Device::new();
    let [mut one, mut other] = two_with_answers(&device);
    one.delete();
    other.miss_notices();
    other.send(Message::RecordGone { key: key(answer_of(0)) });
    other.send(Message::SaveAgainAsked);
    assert_eq!((other.shown(0), device.keys()), (None, vec![key(Subject::Header)]));
}

// Not keeping anything

#[test]
fn a_tab_that_keeps_nothing_writes_nothing_whatever_it_hears() {
    let device = Device::new();
    let [mut tab, mut other] = two_with_answers(&device);
    tab.ask(Screen::Start);
    tab.keep(false);
    tab.answer(3, level(4));
    let note = Subject::Note(indicator(1));
    other.answer(0, level(3));
    other.delete();
    other.note(1, "New");
    let heard = device.texts();
    let mut effects = tab.hear();
    for message in [
        Message::RecordSeen { key: key(note), text: "{".into() },
        Message::RecordSeen { key: key(note), text: encode(Stored::Note("Old".into()), stamp(0, 1, 9)) },
        Message::RecordSeen { key: key(note), text: encode(Stored::Note("Old".into()), stamp(1, 1, 9)) },
        Message::RecordGone { key: key(note) },
        Message::StoreCleared,
        Message::Returned,
        Message::SaveAgainAsked,
        Message::SetAside { subject: note, key: format!("{}/.unreadable", key(note)), outcome: Ok(()) },
        Message::Written { subject: note, stamp: stamp(0, 1, 1), outcome: Ok(()) },
        Message::Removed(Ok(())),
    ] {
        effects.extend(tab.send(message));
    }
    let asks_of_the_store = |effect: &Effect| {
        matches!(effect, Effect::Write { .. } | Effect::SetAside { .. } | Effect::Remove { .. })
    };
    assert!(!effects.iter().any(asks_of_the_store), "{effects:?}");
    assert_eq!((device.texts(), tab.shown(3)), (heard, Some(level(4))));
}

#[test]
fn an_answer_that_finds_a_wipe_is_called_saved() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer_all(&[level(1), level(2)]);
    device.wipe();
    tab.send(Message::AnswerChosen(indicator(1), level(3)));
    assert!(tab.says_saved(1));
}
