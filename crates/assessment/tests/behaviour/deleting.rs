//! Deleting everything, for good and in every tab.

use crate::tab::{Device, Fault, Tab, element, encode, indicator, key, level, question, stamp};
use assessment::app::{Effect, Message, Screen, view};
use assessment::persist::{Header, Journey, Stored, Subject};

/// A device with answers, a note and something for the board, and the tab that put them there.
fn used() -> (Device, Tab) {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer_all(&[level(1), level(2), level(3)]);
    tab.note(1, "A secret");
    tab.send(Message::OwnLineChanged("Mine".into()));
    (device, tab)
}

fn answer_of(index: usize) -> Subject {
    Subject::Answer(indicator(index))
}

#[test]
fn deleting_leaves_nothing_but_a_header_of_the_next_epoch() {
    let (device, mut tab) = used();
    let before = device.record(Subject::Header).expect("a header").stamp;
    tab.delete();
    assert_eq!(device.keys(), [key(Subject::Header)]);
    assert_eq!(device.header(), Some(Header { place: String::new(), journey: Journey::All }));
    let after = device.record(Subject::Header).expect("a header").stamp;
    assert_eq!(after.epoch, before.epoch + 1);
    assert!(after.counter > before.counter);
}

#[test]
fn deleting_removes_every_key_that_this_check_could_have_written() {
    let mut tab = Tab::open(&Device::new());
    let effects = tab.delete();
    let removed = effects.iter().find_map(|effect| match effect {
        Effect::Remove { keys } => Some(keys.len()),
        _ => None,
    });
    assert_eq!(removed, Some(8 + 8 + 1), "answers, notes and what goes to the board");
}

#[test]
fn deleting_leads_to_the_start_which_says_so_until_something_is_put_in() {
    /// What is put in, and how.
    type PutIn = (&'static str, fn(&mut Tab));
    let afterwards: [PutIn; 3] = [
        ("an answer", |tab| drop(tab.answer(0, level(1)))),
        ("a note", |tab| drop(tab.note(0, "New"))),
        ("a line for the board", |tab| drop(tab.send(Message::OwnLineChanged("New".into())))),
    ];
    for (what, put_in) in afterwards {
        let (_, mut tab) = used();
        tab.delete();
        assert_eq!(tab.screen(), Screen::Start);
        let start = view::start(&tab.model);
        assert!(start.is_deleted && start.progress.is_none());
        put_in(&mut tab);
        assert!(!view::start(&tab.model).is_deleted, "{what}");
    }
}

#[test]
fn nothing_is_left_on_any_screen_after_deleting() {
    let (_, mut tab) = used();
    tab.delete();
    assert_eq!([tab.shown(0), tab.shown(1), tab.shown(2)], [None; 3]);
    assert_eq!(tab.shown_note(1), "");
    assert_eq!(view::board(&tab.model).own_line, "");
    assert!(!view::results(&tab.model).has_levels);
    tab.send(Message::ResumeAsked);
    assert_eq!(tab.screen(), question(0));
}

#[test]
fn what_is_answered_after_deleting_is_kept() {
    let (device, mut tab) = used();
    tab.delete();
    tab.answer(2, level(4));
    let next = Tab::open(&device);
    assert_eq!([next.shown(0), next.shown(2)], [None, Some(level(4))]);
}

#[test]
fn deleting_ends_what_could_not_be_saved() {
    let (device, mut tab) = used();
    device.break_with(Fault::Full);
    tab.answer(3, level(1));
    device.mend();
    tab.delete();
    assert_eq!(view::notice(&tab.model), None);
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn saying_no_deletes_nothing() {
    let (device, mut tab) = used();
    let before = device.keys();
    tab.ask(Screen::Delete);
    tab.send(Message::BackAsked);
    assert_eq!(tab.screen(), Screen::Start);
    assert_eq!(device.keys(), before);
}

#[test]
fn another_tab_forgets_everything_and_shows_the_start() {
    let (device, mut tab) = used();
    let mut other = Tab::open(&device);
    other.send(Message::ElementChosen(element(1)));
    tab.delete();
    other.hear();
    assert_eq!(other.screen(), Screen::Start);
    assert!(view::start(&other.model).is_deleted);
    assert_eq!([other.shown(0), other.shown(1)], [None; 2]);
    assert_eq!(device.keys(), [key(Subject::Header)], "it writes nothing of what it had");
}

#[test]
fn what_another_tab_answers_after_deleting_reaches_the_first() {
    let (device, mut tab) = used();
    let mut other = Tab::open(&device);
    tab.delete();
    other.hear();
    other.answer(2, level(4));
    tab.hear();
    assert_eq!(tab.shown(2), Some(level(4)));
    assert!(!view::start(&tab.model).is_deleted);
    assert_eq!(Tab::open(&device).shown(2), Some(level(4)));
}

#[test]
fn an_answer_from_before_the_delete_does_not_come_back_in_the_tab_that_deleted() {
    let (device, mut tab) = used();
    let mut other = Tab::open(&device);
    tab.delete();
    // The other tab does not know yet.
    other.answer(0, level(4));
    other.note(1, "An old secret");
    tab.hear();
    assert_eq!([tab.shown(0), tab.shown(1)], [None; 2]);
    assert_eq!(tab.shown_note(1), "");
    assert_eq!(view::start(&tab.model).progress, None);
    assert_eq!(device.answer(0), None, "nor does it stay on the device");
    assert!(!device.text(Subject::Note(indicator(1))).expect("an empty note").contains("secret"));
}

#[test]
fn an_answer_from_before_the_delete_does_not_replace_one_from_after() {
    let (device, mut tab) = used();
    let mut other = Tab::open(&device);
    tab.delete();
    tab.answer(0, level(1));
    for _ in 0..50 {
        other.answer(0, level(4));
    }
    tab.hear();
    assert_eq!(tab.shown(0), Some(level(1)));
    assert_eq!(device.answer(0), Some(level(1)));
    other.hear();
    assert_eq!(other.shown(0), Some(level(1)));
    assert_eq!(Tab::open(&device).shown(0), Some(level(1)));
}

#[test]
fn the_new_epoch_is_written_again_over_the_place_of_an_older_tab() {
    let (device, mut tab) = used();
    let mut older = Tab::open(&device);
    tab.delete();
    older.ask(question(3));
    assert_eq!(device.record(Subject::Header).expect("a header").stamp.epoch, 0);
    tab.hear();
    assert_eq!(device.record(Subject::Header).expect("a header").stamp.epoch, 1);
    older.hear();
    assert_eq!([older.shown(0), older.shown(1)], [None; 2]);
}

#[test]
fn an_older_tab_that_loads_again_has_lost_what_it_wrote_after_the_delete() {
    let (device, mut tab) = used();
    let mut older = Tab::open(&device);
    tab.delete();
    older.send(Message::AnswerChosen(indicator(0), level(4)));
    older.note(0, "An old secret");
    assert_eq!(device.answer(0), Some(level(4)));

    let reloaded = Tab::open(&device);
    assert_eq!((reloaded.shown(0), reloaded.shown_note(0)), (None, String::new()));
    assert_eq!(device.keys(), [key(Subject::Header)], "and it is off the device");
}

#[test]
fn a_record_of_a_later_epoch_is_a_delete_whichever_record_it_is() {
    let (_, mut tab) = used();
    let text = encode(Stored::Answer(Some(level(2))), stamp(1, 1, 9));
    tab.send(Message::RecordSeen { key: key(answer_of(5)), text });
    assert_eq!([tab.shown(0), tab.shown(5)], [None, Some(level(2))]);
    assert_eq!(tab.screen(), Screen::Start);
}

#[test]
fn deleting_twice_begins_two_epochs() {
    let (device, mut tab) = used();
    tab.delete();
    tab.answer(0, level(1));
    let mut next = Tab::open(&device);
    next.delete();
    assert_eq!(device.record(Subject::Header).expect("a header").stamp.epoch, 2);
    tab.hear();
    assert_eq!(tab.shown(0), None);
}
