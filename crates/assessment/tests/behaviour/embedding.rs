//! What the page around the check decides, and what it is told.

use crate::tab::{Device, Fault, Tab, indicator, level, places, title, warning};
use assessment::app::view::{self, Notice};
use assessment::app::{HistoryStep, Keeping, Message, Screen, StoragePlace};
use assessment::persist::Subject;

#[test]
fn kept_in_the_tab_answers_are_stored_and_come_back() {
    let device = Device::new();
    let mut tab = Tab::open_kept_in(&device, StoragePlace::Tab);
    assert_eq!(tab.model.keeping(), Keeping::Tab);
    assert_eq!(warning(&tab.answer(0, level(3))), None);
    assert!(tab.says_saved(0));
    let reloaded = Tab::open_kept_in(&device, StoragePlace::Tab);
    assert_eq!(reloaded.shown(0), Some(level(3)));
}

#[test]
fn kept_in_the_tab_everything_can_be_deleted() {
    let device = Device::new();
    let mut tab = Tab::open_kept_in(&device, StoragePlace::Tab);
    tab.answer(0, level(3));
    tab.delete();
    assert_eq!(device.record(Subject::Answer(indicator(0))), None);
    assert_eq!(tab.shown(0), None);
}

#[test]
fn kept_in_the_tab_a_member_may_still_want_nothing_kept_and_go_back_on_it() {
    let device = Device::new();
    let mut tab = Tab::open_kept_in(&device, StoragePlace::Tab);
    tab.answer(0, level(3));
    tab.ask(Screen::Start);
    tab.keep(false);
    assert_eq!(tab.model.keeping(), Keeping::MemoryByChoice);
    tab.keep(true);
    assert_eq!(tab.model.keeping(), Keeping::Tab);
    assert_eq!(tab.shown(0), Some(level(3)));
}

#[test]
fn kept_in_the_tab_a_blocked_store_leaves_everything_in_memory_and_is_said() {
    let device = Device::new();
    device.break_with(Fault::Blocked);
    let tab = Tab::open_kept_in(&device, StoragePlace::Tab);
    assert_eq!(tab.notice(), Some(Notice::StoreBlocked));
}

#[test]
fn kept_nowhere_nothing_is_read_or_written_and_it_is_said() {
    let device = Device::new();
    Tab::open(&device).answer(0, level(3));
    let before = device.texts();
    let mut tab = Tab::open_kept_in(&device, StoragePlace::Nowhere);
    assert_eq!(tab.shown(0), None);
    assert_eq!(tab.notice(), Some(Notice::NotKept));
    assert!(!view::start(&tab.model).may_change_keeping);
    assert_eq!(warning(&tab.answer(0, level(1))), Some(true));
    tab.keep(true);
    assert_eq!(tab.model.keeping(), Keeping::MemoryByPage);
    tab.hear();
    tab.delete();
    assert_eq!(device.texts(), before);
}

#[test]
fn kept_nowhere_what_other_tabs_keep_is_not_shown() {
    let device = Device::new();
    let mut tab = Tab::open_kept_in(&device, StoragePlace::Nowhere);
    Tab::open(&device).answer(0, level(3));
    tab.hear();
    assert_eq!(tab.shown(0), None);
}

#[test]
fn kept_nowhere_history_and_title_tell_of_no_screen() {
    let mut tab = Tab::open_page_kept_nowhere(&Device::new());
    let mut effects = tab.send(Message::AllElementsChosen);
    effects.extend(tab.answer(0, level(1)));
    effects.extend(tab.ask(Screen::Results));
    assert!(places(&effects).iter().all(|(_, _, step)| *step == HistoryStep::Keep), "{effects:?}");
    assert_eq!(title(&effects), Some("Sample"));
}

#[test]
fn a_copy_that_is_to_keep_nothing_is_held_before_anything_is_answered() {
    let mut tab = Tab::open(&Device::new());
    assert!(!tab.is_held_here);
    tab.keep(false);
    assert!(tab.is_held_here);
    tab.keep(true);
    assert!(!tab.is_held_here);
}

#[test]
fn a_copy_whose_answers_are_not_stored_is_held_until_they_are() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    device.break_with(Fault::Full);
    tab.answer(0, level(1));
    assert!(tab.is_held_here);
    device.mend();
    tab.answer(1, level(1));
    tab.answer(2, level(1));
    tab.answer(3, level(1));
    assert!(!tab.is_held_here);
}

#[test]
fn the_page_is_told_how_many_questions_are_answered_and_only_when_that_changes() {
    let mut tab = Tab::open(&Device::new());
    assert_eq!(tab.told, []);
    tab.answer(0, level(3));
    tab.answer(0, level(1));
    tab.note(0, "A thought");
    tab.answer(4, level(1));
    tab.delete();
    assert_eq!(tab.told, [(1, 8), (2, 8), (0, 8)]);
}

#[test]
fn the_page_is_told_of_answers_that_were_there_already() {
    let device = Device::new();
    Tab::open(&device).answer_all(&[level(1); 8]);
    assert_eq!(Tab::open(&device).told, [(8, 8)]);
}
