//! The page asks before it is left exactly while something would be lost.

use crate::device::{Device, Fault, Part, lines_of};
use assessment::board_app::view;
use assessment::board_app::{Effect, Message, Notice, Screen};

fn blocked() -> Device {
    let device = Device::new();
    device.break_with(Fault::Blocked);
    device
}

#[test]
fn a_round_that_is_stored_may_be_left() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    part.load(0..6, "0123");
    assert!(!part.is_warning);
    part.ask(Screen::Round);
    assert_eq!(part.send(Message::BackAsked), [Effect::Leave]);
}

#[test]
fn that_the_store_is_blocked_is_told_with_a_way_out() {
    let mut part = Part::combine(&blocked());
    assert_eq!(part.model.notice(), Some(Notice::Blocked));
    let offers = |part: &Part| view::notice(&part.model).expect("a notice").offers_download;
    assert!(!offers(&part), "there is nothing to download yet");
    part.set_up(false);
    assert!(offers(&part));
}

#[test]
fn where_nothing_is_kept_that_is_told_and_nothing_is_stored() {
    let device = Device::new();
    let mut part = Part::combine_kept_nowhere(&device);
    assert_eq!(part.model.notice(), Some(Notice::NotKept));
    part.set_up(false);
    part.load(0..6, "0123");
    part.close();
    part.send(Message::DiscardConfirmed);
    assert_eq!((device.writes(), device.is_empty()), (0, true));
}

#[test]
fn a_round_that_is_kept_nowhere_is_asked_about_once_before_it_is_left() {
    for device in [blocked(), Device::new()] {
        let mut part = Part::combine_kept_nowhere(&device);
        part.set_up(false);
        assert!(part.is_warning);
        part.ask(Screen::Round);
        assert!(!part.send(Message::BackAsked).contains(&Effect::Leave));
        assert_eq!(part.model.screen(), Screen::Leave);
        part.send(Message::BackAsked);
        assert_eq!(part.model.screen(), Screen::Round, "who goes back stays");
        part.send(Message::BackAsked);
        assert_eq!(part.send(Message::LeaveConfirmed), [Effect::Leave]);
    }
}

#[test]
fn a_round_that_is_downloaded_as_it_is_may_be_left_until_it_changes() {
    let mut part = Part::combine_kept_nowhere(&Device::new());
    part.set_up(false);
    part.download();
    assert!(!part.is_warning);
    part.ask(Screen::Round);
    assert_eq!(part.send(Message::BackAsked), [Effect::Leave]);
    part.load(0..1, "0123");
    assert!(part.is_warning);
}

#[test]
fn a_round_from_a_file_may_be_left_until_it_changes() {
    let mut source = Part::combine(&Device::new());
    source.set_up(false);
    let mut part = Part::combine_kept_nowhere(&Device::new());
    part.open_file(&source.download());
    assert!(!part.is_warning);
    part.load(0..1, "0123");
    assert!(part.is_warning);
}

#[test]
fn a_rehearsal_may_always_be_left() {
    let mut part = Part::combine_kept_nowhere(&Device::new());
    part.send(Message::RehearsalAsked);
    assert!(!part.is_warning);
    part.ask(Screen::Round);
    assert_eq!(part.send(Message::BackAsked), [Effect::Leave]);
}

#[test]
fn without_a_round_nothing_is_asked() {
    let mut part = Part::combine_kept_nowhere(&Device::new());
    part.ask(Screen::Leave);
    assert_eq!(part.model.screen(), Screen::Round);
    assert_eq!(part.send(Message::BackAsked), [Effect::Leave]);
}

#[test]
fn a_deleted_round_is_not_asked_about() {
    let mut part = Part::combine_kept_nowhere(&Device::new());
    part.set_up(false);
    part.send(Message::DiscardConfirmed);
    assert!(!part.is_warning);
}

#[test]
fn a_full_store_is_told_and_tried_again_with_the_next_change() {
    let device = Device::new();
    let mut part = Part::combine(&device);
    part.set_up(false);
    let before = device.texts();
    device.break_with(Fault::Full);
    part.load(0..6, "0123");
    assert_eq!((part.model.notice(), part.is_warning), (Some(Notice::Failing), true));
    assert!(view::notice(&part.model).expect("a notice").offers_download);
    assert_eq!(device.texts(), before);
    part.ask(Screen::Round);
    part.send(Message::BackAsked);
    assert_eq!(part.model.screen(), Screen::Leave);
    device.mend();
    part.load(6..7, "0123");
    assert_eq!((part.model.notice(), part.is_warning), (None, false));
    assert_eq!(Part::combine(&device).responses(), 7);
}

#[test]
fn what_is_typed_and_not_added_would_be_lost() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    part.load(0..8, "0123");
    part.close();
    type Typed = fn(String) -> Message;
    let fields: [Typed; 3] = [Message::PastedTyped, Message::MarksTyped, Message::AgendaLineTyped];
    for typed in fields {
        part.send(typed("1".into()));
        assert!(part.is_warning);
        part.send(typed(" ".into()));
        assert!(!part.is_warning);
    }
    part.send(Message::MarksTyped("0123".into()));
    part.send(Message::MarksAdded { random: 99 });
    assert!(!part.is_warning);
    part.send(Message::AgendaLineTyped("Mine".into()));
    part.send(Message::AgendaLineAdded);
    assert!(!part.is_warning);
}

#[test]
fn what_is_being_read_would_be_lost_until_the_end() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    for end in [Message::ReadingEnded, Message::CancelAsked] {
        part.send(Message::ReadingBegun { files: 1 });
        assert!(part.is_warning);
        let text = Some(lines_of(0..3, "0123"));
        part.send(Message::SliceRead { file: 1, first_line: 1, text, is_last: true });
        part.send(end);
        assert!(!part.is_warning);
    }
}

#[test]
fn the_back_link_leads_to_where_one_came_from() {
    let mut part = Part::combine(&Device::new());
    part.set_up(false);
    part.load(0..8, "0123");
    part.close();
    for (screen, before) in [
        (Screen::SetUp, Screen::Round),
        (Screen::Invite, Screen::Round),
        (Screen::Collect, Screen::Round),
        (Screen::Close, Screen::Round),
        (Screen::Discard, Screen::Round),
        (Screen::Picture, Screen::Round),
        (Screen::Conversation, Screen::Picture),
        (Screen::Paper, Screen::Picture),
    ] {
        part.ask(screen);
        assert_eq!(part.model.screen(), screen);
        part.send(Message::BackAsked);
        assert_eq!(part.model.screen(), before);
    }
}
