//! The board's part: the way there and back, what it is opened with, and what it keeps.

use crate::tab::{Device, Tab, key, level, places};
use assessment::app::view;
use assessment::app::{HistoryStep, Message, Screen, StoragePlace};
use assessment::persist::{Journey, Subject};

/// The keys that the board's part writes under.
fn of_board() -> [String; 2] {
    ["/.board-round", "/.board-responses"].map(|rest| key(Subject::Header) + rest)
}

/// A device where a board's round is kept.
fn with_round() -> Device {
    let device = Device::new();
    for key in of_board() {
        device.plant_at(&key, "a round");
    }
    device
}

fn has_round(device: &Device) -> bool {
    of_board().iter().all(|key| device.text_at(key).as_deref() == Some("a round"))
}

#[test]
fn its_screens_are_places_in_the_history() {
    let mut tab = Tab::open_page(&Device::new());
    for (screen, name, title, depth) in
        [(Screen::Share, "share", "share.heading", 1), (Screen::Combine, "combine", "combine.heading", 2)]
    {
        assert_eq!(places(&tab.ask(screen)), [(name, depth, HistoryStep::Push)]);
        assert!(view::page_title(&tab.model).starts_with(title));
        let (again, _) = Tab::open_page_at(&Device::new(), name, depth);
        assert_eq!(again.screen(), screen, "after a reload");
    }
}

#[test]
fn back_leads_to_where_its_door_is() {
    for (screen, before) in [(Screen::Share, Screen::Results), (Screen::Combine, Screen::Start)] {
        let mut tab = Tab::open(&Device::new());
        tab.ask(screen);
        tab.send(Message::BackAsked);
        assert_eq!(tab.screen(), before);
    }
}

#[test]
fn nobody_who_comes_back_another_day_finds_themselves_there() {
    for screen in [Screen::Share, Screen::Combine] {
        let device = Device::new();
        let mut tab = Tab::open(&device);
        tab.answer(0, level(1));
        tab.ask(Screen::Results);
        tab.ask(screen);
        let header = device.header().expect("a header");
        assert_eq!((header.place.as_str(), header.journey), ("results", Journey::All));
    }
}

#[test]
fn whoever_passes_on_answers_brings_them_as_a_row_of_marks() {
    let mut tab = Tab::open(&Device::new());
    tab.answer_all(&[level(0), level(4)]);
    tab.ask(Screen::Share);
    let opening = view::board_part_opening(&tab.model);
    assert_eq!(opening.marks.as_deref(), Some("04------"));
    assert_eq!((opening.store.as_str(), opening.storage), ("answers", StoragePlace::Device));
    assert!(!opening.leaves_no_trace);
}

#[test]
fn whoever_combines_a_boards_answers_brings_none() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(4));
    tab.ask(Screen::Combine);
    assert_eq!(view::board_part_opening(&tab.model).marks, None);
}

#[test]
fn it_is_told_that_nothing_is_to_be_kept() {
    let mut by_choice = Tab::open(&Device::new());
    by_choice.keep(false);
    let by_page = Tab::open_kept_in(&Device::new(), StoragePlace::Nowhere);
    for tab in [by_choice, by_page] {
        assert!(view::board_part_opening(&tab.model).leaves_no_trace);
    }
}

#[test]
fn what_it_keeps_is_deleted_with_everything() {
    let device = with_round();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    tab.delete();
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn what_it_keeps_of_other_questions_is_deleted_with_everything() {
    let device = with_round();
    let [other, _] = of_board();
    let other =
        other.replace(key(Subject::Header).rsplit_once('-').expect("a fingerprint").1, "0000000000000000");
    device.plant_at(&other, "another round");
    let mut tab = Tab::open(&device);
    tab.ask(Screen::YourData);
    assert!(view::your_data(&tab.model).unread.is_empty());
    tab.delete();
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn what_it_keeps_survives_everything_else() {
    let device = with_round();
    let mut tab = Tab::open_page(&device);
    tab.answer_all(&[level(1), level(2)]);
    tab.note(0, "New");
    tab.send(Message::Returned);
    tab.keep(false);
    tab.ask(Screen::Delete);
    tab.send(Message::DeleteConfirmed);
    assert!(has_round(&device));
    Tab::open_kept_in(&device, StoragePlace::Nowhere).delete();
    assert!(has_round(&device));
}

#[test]
fn ones_own_data_tells_of_it_and_does_not_call_it_unreadable() {
    let mut tab = Tab::open(&with_round());
    assert_eq!(tab.notice(), None);
    tab.ask(Screen::YourData);
    let data = view::your_data(&tab.model);
    assert!(data.has_board && !data.has_something && data.unread.is_empty());
    tab.delete();
    assert!(!view::your_data(&tab.model).has_board);
}

#[test]
fn where_nothing_is_kept_ones_own_data_does_not_tell_of_it() {
    let mut tab = Tab::open(&with_round());
    tab.keep(false);
    assert!(!view::your_data(&tab.model).has_board);
}

#[test]
fn it_is_in_no_copy() {
    let mut tab = Tab::open(&with_round());
    tab.answer(0, level(1));
    let copy = tab.download();
    assert!(!copy.contains("board-r"), "{copy}");
}

#[test]
fn another_tab_that_changes_it_changes_nothing_here() {
    let device = with_round();
    let mut tab = Tab::open(&device);
    for key in of_board() {
        assert_eq!(tab.send(Message::RecordSeen { key: key.clone(), text: "another".into() }), []);
        assert_eq!(tab.send(Message::RecordGone { key }), []);
    }
}
