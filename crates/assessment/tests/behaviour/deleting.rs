//! Deleting everything, for good and in every tab.

use crate::tab::{Device, Fault, Tab, element, encode, indicator, key, level, question, stamp};
use assessment::app::view::{self, Notice};
use assessment::app::{Effect, Message, Screen};
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
    assert_eq!(
        removed,
        Some(8 + 8 + 1 + 1 + 1 + 2),
        "answers, notes, what goes to the board, the last download, the language, a board's round"
    );
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
    let screen = tab.screen();
    tab.ask(Screen::Delete);
    tab.send(Message::BackAsked);
    assert_eq!(tab.screen(), screen);
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

/// What an older tab wrote after the delete without having looked, as one of another version may.
fn write_from_before(device: &Device, tab: &mut Tab) {
    let written = [
        (answer_of(0), encode(Stored::Answer(Some(level(4))), stamp(0, 500, 9))),
        (Subject::Note(indicator(1)), encode(Stored::Note("An old secret".into()), stamp(0, 501, 9))),
    ];
    for (subject, text) in written {
        device.plant(subject, text.clone());
        tab.send(Message::RecordSeen { key: key(subject), text });
    }
}

#[test]
fn an_answer_from_before_the_delete_does_not_come_back_in_the_tab_that_deleted() {
    let (device, mut tab) = used();
    tab.delete();
    write_from_before(&device, &mut tab);
    assert_eq!([tab.shown(0), tab.shown(1)], [None; 2]);
    assert_eq!(tab.shown_note(1), "");
    assert_eq!(view::start(&tab.model).progress, None);
    assert_eq!(device.keys(), [key(Subject::Header)], "nor does it stay on the device");
}

#[test]
fn an_answer_from_before_the_delete_does_not_replace_one_from_after() {
    let (device, mut tab) = used();
    tab.delete();
    tab.answer(0, level(1));
    write_from_before(&device, &mut tab);
    assert_eq!(tab.shown(0), Some(level(1)));
    assert_eq!(device.answer(0), Some(level(1)));
    assert_eq!(Tab::open(&device).shown(0), Some(level(1)));
}

#[test]
fn an_older_tab_that_missed_the_delete_learns_of_it_before_it_writes() {
    let (device, mut tab) = used();
    let mut older = Tab::open(&device);
    older.ask(question(0));
    tab.delete();
    older.miss_notices();
    older.send(Message::AnswerChosen(indicator(0), level(4)));
    assert_eq!(older.screen(), Screen::Start);
    assert!(view::start(&older.model).is_deleted);
    assert_eq!([older.shown(0), older.shown(1)], [None; 2]);
    assert_eq!(device.keys(), [key(Subject::Header)], "it writes nothing of what it had");
}

#[test]
fn an_older_tab_that_missed_the_delete_takes_over_what_came_after_it() {
    let (device, mut tab) = used();
    let mut older = Tab::open(&device);
    older.ask(question(0));
    tab.delete();
    tab.answer(2, level(3));
    older.miss_notices();
    older.note(0, "From before");
    assert_eq!((older.shown(2), older.shown_note(0)), (Some(level(3)), String::new()));
}

#[test]
fn an_older_tab_learns_of_a_delete_from_any_record_that_came_after_it() {
    let (device, mut tab) = used();
    let mut older = Tab::open(&device);
    let header = device.text(Subject::Header).expect("a header");
    older.ask(question(0));
    tab.delete();
    tab.answer(2, level(3));
    // Something put back the header from before the delete.
    device.plant(Subject::Header, header);
    older.miss_notices();
    older.send(Message::AnswerChosen(indicator(2), level(0)));
    assert_eq!([older.shown(0), older.shown(2)], [None, Some(level(3))]);
    assert_eq!(device.answer(2), Some(level(3)));
}

#[test]
fn what_was_written_from_before_the_delete_is_off_the_device_when_it_is_opened_next() {
    let (device, mut tab) = used();
    tab.delete();
    device.plant(answer_of(0), encode(Stored::Answer(Some(level(4))), stamp(0, 500, 9)));
    let next = Tab::open(&device);
    assert_eq!(next.shown(0), None);
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn what_was_written_from_before_the_delete_and_cannot_be_looked_at_is_said_to_be_left() {
    let (device, mut tab) = used();
    tab.delete();
    device.plant(answer_of(0), encode(Stored::Answer(Some(level(4))), stamp(0, 500, 9)));
    // The first call reads the store and the second looks at what is left in it.
    device.break_with(Fault::AtCall(2));
    tab.send(Message::Returned);
    assert_eq!(view::notice(&tab.model), Some(Notice::DeleteFailing));
    tab.answer(1, level(1));
    assert_eq!((view::notice(&tab.model), device.text(answer_of(0))), (None, None));
}

#[test]
fn two_deletes_begin_two_epochs_even_if_one_tab_did_not_hear_of_the_other() {
    let (device, mut tab) = used();
    let mut other = Tab::open(&device);
    other.ask(Screen::Delete);
    tab.delete();
    other.miss_notices();
    other.send(Message::DeleteConfirmed);
    assert_eq!(device.record(Subject::Header).expect("a header").stamp.epoch, 2);
}

#[test]
fn a_delete_is_whole_from_its_first_write_on() {
    let (device, mut tab) = used();
    tab.ask(Screen::Delete);
    // The first call reads and the second writes the header; then the browser ends.
    device.break_with(Fault::FromCall(3));
    tab.send(Message::DeleteConfirmed);
    device.mend();
    let next = Tab::open(&device);
    assert_eq!([next.shown(0), next.shown(1), next.shown(2)], [None; 3]);
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn a_delete_of_which_only_the_first_write_happened_reaches_an_older_tab_all_the_same() {
    let (device, mut tab) = used();
    let mut older = Tab::open(&device);
    older.ask(question(0));
    tab.ask(Screen::Delete);
    device.break_with(Fault::FromCall(3));
    tab.send(Message::DeleteConfirmed);
    device.mend();
    older.miss_notices();
    older.send(Message::AnswerChosen(indicator(0), level(4)));
    assert_eq!([older.shown(0), older.shown(1), Tab::open(&device).shown(1)], [None; 3]);
}

#[test]
fn deleting_makes_room_for_its_own_mark_where_the_store_is_full() {
    let (device, mut tab) = used();
    tab.ask(Screen::Delete);
    device.break_with(Fault::AtCall(2));
    tab.send(Message::DeleteConfirmed);
    assert_eq!(device.keys(), [key(Subject::Header)]);
    assert_eq!(device.record(Subject::Header).expect("a header").stamp.epoch, 1);
    assert_eq!(view::notice(&tab.model), None);
}

#[test]
fn a_store_that_removes_nothing_is_said_and_what_is_left_in_it_is_void() {
    let (device, mut tab) = used();
    device.break_with(Fault::Sticking);
    tab.delete();
    assert_eq!(view::notice(&tab.model), Some(Notice::DeleteFailing));
    assert_eq!(tab.shown(0), None);
    let next = Tab::open(&device);
    assert_eq!(next.shown(0), None);
    assert_eq!(view::notice(&next.model), Some(Notice::DeleteFailing));
    device.mend();
    assert_eq!(view::notice(&Tab::open(&device).model), None);
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn an_answer_that_is_not_saved_matters_more_than_a_delete_that_failed() {
    let (device, mut tab) = used();
    device.break_with(Fault::Sticking);
    tab.delete();
    device.break_with(Fault::Full);
    tab.answer(5, level(1));
    assert_eq!(view::notice(&tab.model), Some(Notice::StoreFailing));
}

#[test]
fn a_delete_that_could_not_read_the_store_says_what_it_left_there() {
    let (device, mut tab) = used();
    tab.ask(Screen::Delete);
    device.plant_at(&key(Subject::Header).replace("/1/", "/2/"), "whatever");
    device.break_with(Fault::AtCall(1));
    tab.send(Message::DeleteConfirmed);
    assert_eq!(view::notice(&tab.model), Some(Notice::Unreadable));
}

#[test]
fn deleting_takes_with_it_what_could_not_be_read_and_what_belongs_to_other_questions() {
    let (device, _) = used();
    let prefix = key(Subject::Header);
    let other = prefix.replace(prefix.rsplit_once('-').expect("a fingerprint").1, "0000000000000000");
    for key in [
        format!("{prefix}/no-such-question"),
        format!("{prefix}/.unreadable"),
        other,
        prefix.replace("/1/", "/2/"),
    ] {
        device.plant_at(&key, "whatever");
    }
    device.plant(Subject::Note(indicator(4)), "{");
    let elses = ["theme".to_owned(), prefix.replace("answers", "second-board")];
    for key in &elses {
        device.plant_at(key, "not ours");
    }
    Tab::open(&device).delete();
    let mut left = vec![prefix];
    left.extend(elses);
    left.sort();
    assert_eq!(device.keys(), left);
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
