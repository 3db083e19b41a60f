//! The round is closed.

use crate::device::{Device, Part, SAMPLE, focus, response, response_of, said};
use assessment::board::{ResponseId, Role, read_round, write_response};
use assessment::board_app::view;
use assessment::board_app::{FileKind, FocusTarget, Message, Screen};
use assessment::text::BoardKey;
use serde_json::Value;

fn with_responses(device: &Device, members: u64) -> Part {
    let mut part = Part::combine(device);
    part.set_up(false);
    part.load(0..members, "0123");
    part
}

fn obstacle(part: &Part) -> Option<String> {
    view::close(&part.model).expect("there is a round").obstacle
}

fn stored(device: &Device) -> Value {
    serde_json::from_str(&device.round().expect("it is stored")).expect("JSON")
}

#[test]
fn too_few_are_told_and_make_no_picture() {
    for members in 0..5 {
        let device = Device::new();
        let mut part = with_responses(&device, members);
        let before = device.texts();
        part.ask(Screen::Close);
        assert_eq!(obstacle(&part), Some(said(BoardKey::CloseTooFew, &["5"])));
        assert!(!view::close(&part.model).expect("a round").may_close);
        part.close();
        assert_eq!(part.model.screen(), Screen::Close);
        assert_eq!(view::picture(&part.model), None);
        assert!(!part.open_round().is_closed);
        assert_eq!(device.texts(), before);
        for screen in [Screen::Picture, Screen::Conversation, Screen::Paper] {
            part.ask(screen);
            assert_eq!(part.model.screen(), Screen::Round, "{screen:?} has nothing to show");
        }
    }
}

#[test]
fn a_higher_threshold_counts_for_closing_too() {
    let mut part = Part::combine(&Device::new());
    part.fill_in("Spring", "14", false, "7");
    part.send(Message::RoundSetUp { random: crate::device::ROUND });
    part.load(0..6, "0123");
    part.close();
    assert_eq!(obstacle(&part), Some(said(BoardKey::CloseTooFew, &["7"])));
    part.load(6..7, "0123");
    part.close();
    assert!(part.open_round().is_closed);
}

#[test]
fn closing_shows_the_picture() {
    let mut part = with_responses(&Device::new(), 5);
    part.ask(Screen::Close);
    assert_eq!(obstacle(&part), None);
    let effects = part.send(Message::CloseConfirmed);
    assert_eq!((part.model.screen(), focus(&effects)), (Screen::Picture, Some(FocusTarget::Heading)));
    assert!(view::picture(&part.model).is_some() && part.open_round().is_closed);
}

#[test]
fn closing_stores_counts_and_ids_only() {
    let device = Device::new();
    let mut part = with_responses(&device, 6);
    assert_eq!(stored(&device)["late"]["responses"].as_array().map(Vec::len), Some(6));
    part.close();
    let stored = stored(&device);
    assert_eq!(stored["late"], serde_json::json!({ "responses": [] }));
    assert_eq!(stored["counted"]["ids"].as_str().map(|ids| ids.split(' ').count()), Some(6));
    assert!(!stored.to_string().contains("answers"));
}

#[test]
fn after_closing_nothing_is_left_to_close_until_something_comes() {
    let mut part = with_responses(&Device::new(), 6);
    part.close();
    part.ask(Screen::Close);
    assert_eq!(obstacle(&part), Some(said(BoardKey::CloseNothingNew, &[])));
    part.load(6..7, "0123");
    part.ask(Screen::Close);
    assert_eq!(obstacle(&part), Some(said(BoardKey::CloseWaiting, &["1"])));
    part.load(7..14, "0123");
    part.ask(Screen::Close);
    assert_eq!(obstacle(&part), None);
}

#[test]
fn late_responses_wait_and_are_told_with_their_number() {
    let device = Device::new();
    let mut part = with_responses(&device, 9);
    part.close();
    let picture = view::picture(&part.model);
    for late in 1..=7u64 {
        part.load(8 + late..9 + late, "0123");
        let counted = said(BoardKey::ResponsesCountedOf, &["9", "14"]);
        let waiting = said(BoardKey::RoundLate, &[&late.to_string()]);
        let told = said(BoardKey::ResponsesLate, &[&counted, &waiting]);
        assert_eq!((part.open_round().responses, part.open_round().has_late), (told.clone(), true));
        assert_eq!(part.collect().responses, told);
        part.ask(Screen::Close);
        let close = view::close(&part.model).expect("a round");
        assert_eq!((close.responses, close.may_close), (told, false), "it is told before it is tried");
        assert_eq!(close.obstacle, Some(said(BoardKey::CloseWaiting, &[&late.to_string()])));
        part.send(Message::CloseConfirmed);
        assert_eq!(part.model.screen(), Screen::Close);
        assert_eq!(obstacle(&part), close.obstacle);
        assert_eq!(view::picture(&part.model), picture);
        assert_eq!(view::picture(&Part::combine(&device).model), picture);
    }
    part.load(16..17, "0123");
    part.ask(Screen::Close);
    assert_eq!(obstacle(&part), None);
    part.send(Message::CloseConfirmed);
    assert_eq!(part.model.screen(), Screen::Picture);
    assert_ne!(view::picture(&part.model), picture);
    assert_eq!(part.open_round().responses, said(BoardKey::ResponsesOf, &["17", "14"]));
    assert!(!part.open_round().has_late);
    assert_eq!(part.shown(), Part::combine(&device).shown());
}

#[test]
fn what_comes_late_is_told_as_waiting_and_not_as_added() {
    let mut part = with_responses(&Device::new(), 9);
    part.close();
    part.read_files(&[&write_response(&response(9, "0123"))]);
    let groups = part.groups();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].heading, said(BoardKey::RoundLate, &["1"]));
    assert_eq!(groups[0].lines[0].outcome, said(BoardKey::OutcomeLate, &[]));
    assert!(!groups[0].is_wrong);
}

#[test]
fn a_late_response_can_be_taken_out_again() {
    let mut part = with_responses(&Device::new(), 9);
    part.close();
    let closed = part.shown();
    part.load(9..10, "4444");
    assert_eq!(part.collect().removable.len(), 1);
    part.send(Message::ResponseRemoved(ResponseId::from_random(9)));
    assert_eq!(part.shown(), closed);
}

#[test]
fn a_late_response_changes_nothing_that_is_told_of_the_board() {
    let mut part = with_responses(&Device::new(), 9);
    part.close();
    let told = |part: &Part| {
        (
            view::picture(&part.model),
            view::conversation(&part.model),
            view::paper(&part.model),
            view::numbers(&part.model),
        )
    };
    let before = told(&part);
    part.load(9..12, "4444");
    assert_eq!(told(&part), before);
    part.close();
    assert_eq!(told(&part), before);
    part.send(Message::PaperDownloadAsked);
    let effects = part.send(Message::TextDownloadAsked);
    let text = crate::device::downloaded(&effects, FileKind::Text).expect("a paper");
    assert!(text.contains("picture.answered<9><14>") && !text.contains("<12>"));
}

#[test]
fn after_closing_the_size_of_the_board_cannot_change() {
    let device = Device::new();
    let mut part = with_responses(&device, 6);
    part.close();
    let before = (view::picture(&part.model), view::paper(&part.model));
    for size in ["13", "", "100"] {
        part.ask(Screen::SetUp);
        part.send(Message::BoardSizeTyped(size.into()));
        part.send(Message::RoundSetUp { random: 1 });
        assert_eq!((view::picture(&part.model), view::paper(&part.model)), before);
        let stored = read_round(&device.round().expect("stored"), &SAMPLE).expect("a round");
        assert_eq!(stored.board_size, Some(14));
    }
}

#[test]
fn the_roles_are_shown_as_a_pair_or_not_at_all() {
    let shows_roles = |executives: u64, non_executives: u64| {
        let mut part = Part::combine(&Device::new());
        part.set_up(true);
        let of_role = |ids: std::ops::Range<u64>, role| {
            ids.map(|id| write_response(&response_of(id, Some(role), "0123")) + "\n").collect::<String>()
        };
        let executive = of_role(0..executives, Role::Executive);
        part.read_files(&[&executive, &of_role(100..100 + non_executives, Role::NonExecutive)]);
        part.close();
        let told = format!("{:?}", view::picture(&part.model).expect("a picture"));
        assert_eq!(told.contains("table.executive"), told.contains("table.non_executive"));
        told.contains("table.executive")
    };
    assert!(!shows_roles(4, 8));
    assert!(!shows_roles(8, 4));
    assert!(!shows_roles(5, 0));
    assert!(shows_roles(5, 5));
    assert!(shows_roles(8, 8));
}

#[test]
fn what_is_typed_is_kept_when_late_responses_are_taken_in() {
    let mut part = with_responses(&Device::new(), 9);
    part.close();
    part.send(Message::MeetingTyped("In May".into()));
    part.send(Message::AgendaLineTyped("Mine".into()));
    part.send(Message::AgendaLineAdded);
    part.load(9..17, "4444");
    part.close();
    assert_eq!(view::paper_words(&part.model).meeting, "In May");
    let lines = view::conversation(&part.model).expect("a picture").lines;
    assert_eq!(lines.last().map(|line| line.title.as_str()), Some("Mine"));
}

#[test]
fn a_response_that_is_counted_is_told_when_it_comes_again() {
    let mut part = with_responses(&Device::new(), 6);
    part.close();
    part.read_files(&[&write_response(&response(3, "0123"))]);
    let log = part.groups();
    assert_eq!(log[0].lines[0].outcome, said(BoardKey::OutcomeCounted, &[]));
    assert_eq!(part.responses(), 6);
}
