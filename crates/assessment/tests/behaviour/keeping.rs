//! Not keeping anything, by choice or by force.

use crate::tab::{Device, Fault, Tab, element, level, places, question, title, warning, written_keys};
use assessment::app::view::{self, Notice};
use assessment::app::{Effect, HistoryStep, Keeping, Message, Screen};

/// A page with two kept answers whose member then wants nothing kept.
fn not_keeping(device: &Device) -> Tab {
    let mut tab = Tab::open_page(device);
    tab.answer_all(&[level(1), level(2)]);
    tab.ask(Screen::Start);
    tab.keep(false);
    tab
}

#[test]
fn not_keeping_begins_with_no_answers_and_says_so() {
    let tab = not_keeping(&Device::new());
    assert_eq!(tab.model.keeping(), Keeping::MemoryByChoice);
    assert_eq!(view::notice(&tab.model), Some(Notice::NotKept));
    assert_eq!(view::start(&tab.model).progress, None);
    assert_eq!([tab.shown(0), tab.shown(1)], [None, None]);
}

#[test]
fn not_keeping_writes_nothing() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    let before = device.keys();
    let mut effects = tab.send(Message::AllElementsChosen);
    effects.extend(tab.answer(0, level(4)));
    effects.extend(tab.note(0, "Not for the disk"));
    effects.extend(tab.send(Message::ContinueAsked));
    effects.extend(tab.send(Message::OwnLineChanged("Mine".into())));
    effects.extend(tab.ask(Screen::Results));
    assert!(written_keys(&effects).is_empty(), "{effects:?}");
    assert_eq!(device.keys(), before);
    assert_eq!(tab.shown(0), Some(level(4)));
    assert!(!view::question_state(&tab.model, crate::tab::indicator(0)).is_saved);
}

#[test]
fn not_keeping_leaves_no_trace_in_history_and_title() {
    let mut tab = not_keeping(&Device::new());
    let mut effects = tab.send(Message::AllElementsChosen);
    effects.extend(tab.send(Message::ContinueAsked));
    effects.extend(tab.answer(0, level(4)));
    effects.extend(tab.ask(Screen::Results));
    effects.extend(tab.send(Message::BackAsked));
    assert!(places(&effects).iter().all(|(_, _, step)| *step == HistoryStep::Keep), "{effects:?}");
    assert_eq!(title(&effects), Some("Sample"));
    assert!(effects.iter().all(|effect| match effect {
        Effect::ShowPlace { title, .. } => title == "Sample",
        _ => true,
    }));
}

#[test]
fn back_works_without_the_history_while_nothing_is_kept() {
    let mut tab = not_keeping(&Device::new());
    tab.send(Message::AllElementsChosen);
    tab.send(Message::SkipAsked);
    let effects = tab.send(Message::BackAsked);
    assert!(!effects.contains(&Effect::GoBack));
    assert_eq!(tab.screen(), question(0));
}

#[test]
fn leaving_asks_first_only_once_there_is_something_to_lose() {
    let mut tab = Tab::open(&Device::new());
    assert_eq!(warning(&tab.keep(false)), None);
    assert_eq!(warning(&tab.send(Message::AllElementsChosen)), None);
    assert_eq!(warning(&tab.answer(0, level(1))), Some(true));
    assert_eq!(warning(&tab.answer(1, level(1))), None, "it asks already");
    assert_eq!(warning(&tab.delete()), Some(false));
}

#[test]
fn leaving_asks_first_for_a_note_alone_and_not_for_one_that_was_removed() {
    let mut tab = Tab::open(&Device::new());
    tab.keep(false);
    assert_eq!(warning(&tab.note(0, "A thought")), Some(true));
    assert_eq!(warning(&tab.note(0, "")), Some(false));
}

#[test]
fn leaving_never_asks_while_answers_are_kept() {
    let mut tab = Tab::open(&Device::new());
    assert_eq!(warning(&tab.answer(0, level(1))), None);
}

#[test]
fn not_keeping_may_be_undone_while_nothing_is_answered() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    assert!(view::start(&tab.model).may_change_keeping);
    tab.keep(true);
    assert_eq!(tab.model.keeping(), Keeping::Device);
    assert_eq!(view::notice(&tab.model), None);
    assert_eq!([tab.shown(0), tab.shown(1)], [Some(level(1)), Some(level(2))]);
    tab.answer(2, level(3));
    assert_eq!(device.answer(2), Some(level(3)));
}

#[test]
fn answers_that_were_not_to_be_kept_never_will_be() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    tab.answer(2, level(3));
    tab.ask(Screen::Start);
    assert!(!view::start(&tab.model).may_change_keeping);
    let effects = tab.keep(true);
    assert_eq!(tab.model.keeping(), Keeping::MemoryByChoice);
    assert!(effects.is_empty(), "{effects:?}");
    assert_eq!(device.answer(2), None);
}

#[test]
fn what_was_kept_stays_as_it_was_for_the_next_visit() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    tab.answer_all(&[level(4); 8]);
    let next = Tab::open(&device);
    assert_eq!(next.model.keeping(), Keeping::Device);
    assert_eq!([next.shown(0), next.shown(1), next.shown(2)], [Some(level(1)), Some(level(2)), None]);
}

#[test]
fn undoing_brings_back_the_way_that_was_being_followed() {
    let mut tab = not_keeping(&Device::new());
    tab.send(Message::ElementChosen(element(0)));
    tab.send(Message::BackAsked);
    tab.ask(Screen::Start);
    tab.keep(true);
    tab.send(Message::ResumeAsked);
    assert_eq!(tab.screen(), question(1));
    tab.send(Message::SkipAsked);
    assert_eq!(tab.screen(), question(2), "all elements were being answered");
}

#[test]
fn what_another_tab_keeps_meanwhile_is_there_after_undoing() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    let mut other = Tab::open(&device);
    other.answer(2, level(3));
    let effects = tab.hear();
    assert!(effects.is_empty(), "{effects:?}");
    assert_eq!(tab.shown(2), None, "what is kept stays out of sight");
    tab.keep(true);
    assert_eq!([tab.shown(1), tab.shown(2)], [Some(level(2)), Some(level(3))]);
}

#[test]
fn what_another_tab_deletes_meanwhile_is_gone_after_undoing() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    tab.send(Message::AllElementsChosen);
    let mut other = Tab::open(&device);
    other.delete();
    tab.hear();
    assert_eq!(tab.screen(), question(0), "what is answered without keeping goes on");
    tab.ask(Screen::Start);
    tab.keep(true);
    assert_eq!(tab.shown(0), None);
    tab.answer(3, level(3));
    let next = Tab::open(&device);
    assert_eq!([next.shown(0), next.shown(3)], [None, Some(level(3))]);
}

#[test]
fn clearing_while_nothing_is_kept_leaves_what_was_kept_by_whoever_came_before() {
    let device = Device::new();
    let mut tab = not_keeping(&device);
    tab.answer(5, level(3));
    let before = device.keys();
    let effects = tab.delete();
    assert!(view::start(&tab.model).is_deleted);
    assert_eq!(tab.shown(5), None);
    assert_eq!((device.keys(), written_keys(&effects)), (before, vec![]));
    tab.keep(true);
    assert_eq!(tab.shown(0), Some(level(1)));
}

#[test]
fn what_was_put_in_while_nothing_was_kept_is_not_missing_once_answers_are_kept_again() {
    let mut tab = not_keeping(&Device::new());
    tab.answer(5, level(3));
    tab.delete();
    tab.keep(true);
    assert_eq!(view::notice(&tab.model), None);
}

#[test]
fn a_blocked_store_is_said_and_everything_works_from_memory() {
    let device = Device::new();
    device.break_with(Fault::Blocked);
    let mut tab = Tab::open(&device);
    assert_eq!(tab.model.keeping(), Keeping::MemoryByForce);
    assert_eq!(view::notice(&tab.model), Some(Notice::StoreBlocked));
    assert!(!view::start(&tab.model).may_change_keeping);

    tab.send(Message::AllElementsChosen);
    let effects = tab.answer(0, level(2));
    assert!(written_keys(&effects).is_empty());
    assert_eq!(warning(&effects), Some(true));
    tab.send(Message::ContinueAsked);
    assert_eq!((tab.screen(), tab.shown(0)), (question(1), Some(level(2))));
    assert_eq!(warning(&tab.delete()), Some(false));
    assert_eq!(tab.shown(0), None);
}

#[test]
fn a_blocked_store_cannot_be_unblocked_by_the_member() {
    let device = Device::new();
    device.break_with(Fault::Blocked);
    let mut tab = Tab::open(&device);
    for keep in [false, true] {
        tab.keep(keep);
        assert_eq!(tab.model.keeping(), Keeping::MemoryByForce);
    }
}
