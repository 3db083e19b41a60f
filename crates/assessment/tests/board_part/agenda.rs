//! What the board should talk about is put in order.

use crate::device::{CATALOGUE, Device, Part, focus, questionnaire, said, settings};
use assessment::board::{LONGEST_AGENDA_LINE, Response, ResponseId, read_marks, write_response};
use assessment::board_app::view::{self, ConversationView};
use assessment::board_app::{Door, FocusTarget, Message, Problem, Screen};
use assessment::document::Block;
use assessment::questionnaire::Questionnaire;
use assessment::text::BoardKey;
use std::sync::{Arc, LazyLock};

/// One element of six questions: a strength, one that few know, a split, a gap, another gap, and one that is
/// both split and a gap.
static SIX: LazyLock<Arc<Questionnaire>> = LazyLock::new(|| questionnaire(&[4, 2]));
const MEMBERS: [&str; 8] = ["3?0110", "3?0110", "3?0110", "3?0110", "324110", "324114", "324114", "324114"];

fn with_picture(device: &Device) -> Part {
    let mut part = Part::open_of(&SIX, device, settings(Door::Combine));
    part.set_up(false);
    let file = |(id, marks): (u64, &&str)| {
        let answers = read_marks(marks, &SIX).expect("six marks");
        let id = ResponseId::from_random(id);
        let response = Response::new(&SIX, crate::device::round_code(), id, None, answers);
        write_response(&response.expect("six answers")) + "\n"
    };
    let lines: String = (0..).zip(&MEMBERS).map(file).collect();
    part.read_files(&[&lines]);
    part.close();
    part.ask(Screen::Conversation);
    part
}

fn part() -> Part {
    with_picture(&Device::new())
}

fn shown(part: &Part) -> ConversationView {
    view::conversation(&part.model).expect("there is a picture")
}

fn titles(part: &Part) -> Vec<String> {
    shown(part).lines.into_iter().map(|line| line.title).collect()
}

fn of(numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|number| format!("Title {} {}", number / 4, number % 4)).collect()
}

const DRAWN: [usize; 5] = [5, 3, 4, 2, 1];

#[test]
fn what_is_split_and_low_comes_first_then_low_then_split_then_not_known() {
    let part = part();
    assert_eq!(titles(&part), of(&DRAWN));
    let reasons: Vec<Option<String>> = shown(&part).lines.into_iter().map(|line| line.reason).collect();
    let expected = [
        BoardKey::ReasonSplitAndGap,
        BoardKey::ReasonGap,
        BoardKey::ReasonGap,
        BoardKey::ReasonSplit,
        BoardKey::ReasonNotKnown,
    ];
    assert_eq!(reasons, expected.map(|key| Some(said(key, &[]))));
    assert!(!shown(&part).is_changed && !shown(&part).can_undo);
}

#[test]
fn a_line_can_be_moved_up_and_down_but_not_off_the_agenda() {
    let mut part = part();
    let effects = part.send(Message::AgendaMoved { line: 1, is_up: false });
    assert_eq!((titles(&part), focus(&effects)), (of(&[5, 4, 3, 2, 1]), Some(FocusTarget::AgendaLine(2))));
    let effects = part.send(Message::AgendaMoved { line: 4, is_up: true });
    assert_eq!((titles(&part), focus(&effects)), (of(&[5, 4, 3, 1, 2]), Some(FocusTarget::AgendaLine(3))));
    let is_changed = shown(&part).is_changed;
    for (line, is_up) in [(0, true), (4, false), (5, true), (99, false), (usize::MAX, false)] {
        part.send(Message::AgendaMoved { line, is_up });
        assert_eq!(titles(&part), of(&[5, 4, 3, 1, 2]), "{line} {is_up}");
    }
    assert!(is_changed);
}

#[test]
fn a_dropped_line_comes_back_to_its_place() {
    for line in 0..DRAWN.len() {
        let mut part = part();
        part.send(Message::AgendaDropped(line));
        let mut left = DRAWN.to_vec();
        left.remove(line);
        assert_eq!(titles(&part), of(&left));
        assert!(shown(&part).can_undo);
        let effects = part.send(Message::AgendaUndone);
        assert_eq!(focus(&effects), Some(FocusTarget::AgendaLine(line)));
        assert_eq!(titles(&part), of(&DRAWN));
        assert!(!shown(&part).can_undo && !shown(&part).is_changed);
    }
}

#[test]
fn after_a_drop_the_focus_is_on_a_line_that_is_there() {
    let mut part = part();
    for left in (0..DRAWN.len()).rev() {
        let effects = part.send(Message::AgendaDropped(left));
        let expected = FocusTarget::AgendaLine(left.saturating_sub(1));
        assert_eq!((titles(&part).len(), focus(&effects)), (left, Some(expected)));
    }
    part.send(Message::AgendaDropped(0));
    assert!(titles(&part).is_empty());
}

#[test]
fn a_drop_cannot_be_undone_once_something_else_is_done() {
    for step in [Message::AgendaMoved { line: 0, is_up: false }, Message::ScreenAsked(Screen::Picture)] {
        let mut part = part();
        part.send(Message::AgendaDropped(1));
        part.send(step);
        let before = titles(&part);
        part.send(Message::AgendaUndone);
        assert_eq!(titles(&part), before);
        assert!(!shown(&part).can_undo);
    }
}

#[test]
fn a_line_of_ones_own_is_added_at_the_end_with_room_to_write() {
    let mut part = part();
    part.send(Message::AgendaLineTyped("  What to do first  ".into()));
    let effects = part.send(Message::AgendaLineAdded);
    assert_eq!(focus(&effects), Some(FocusTarget::AgendaLine(5)));
    let line = shown(&part).lines.pop().expect("it is there");
    assert_eq!((line.title.as_str(), line.reason), ("What to do first", None));
    let blanks = [BoardKey::BlankWhat, BoardKey::BlankWho, BoardKey::BlankWhen];
    assert_eq!(line.blocks, [Block::Blanks(blanks.map(|key| said(key, &[])).to_vec())]);
    assert_eq!(shown(&part).typed, "");
}

#[test]
fn a_line_without_text_is_told() {
    for typed in ["", "  \n", "\u{0}"] {
        let mut part = part();
        part.send(Message::AgendaLineTyped(typed.into()));
        let effects = part.send(Message::AgendaLineAdded);
        assert_eq!(part.model.problems(), [Problem::AgendaLineMissing]);
        assert_eq!(focus(&effects), Some(FocusTarget::ErrorSummary));
        assert_eq!(titles(&part), of(&DRAWN));
    }
}

#[test]
fn a_line_that_is_too_long_is_cut_when_it_is_added() {
    let mut part = part();
    part.send(Message::AgendaLineTyped("é".repeat(LONGEST_AGENDA_LINE + 1)));
    part.send(Message::AgendaLineAdded);
    assert_eq!(titles(&part).pop(), Some("é".repeat(LONGEST_AGENDA_LINE)));
}

#[test]
fn the_agenda_can_be_made_afresh_and_that_can_be_taken_back() {
    let mut part = part();
    part.send(Message::AgendaDropped(0));
    part.send(Message::AgendaLineTyped("Mine".into()));
    part.send(Message::AgendaLineAdded);
    let before = titles(&part);
    part.send(Message::AgendaRestored);
    assert_eq!(titles(&part), of(&DRAWN));
    assert!(!shown(&part).is_changed && shown(&part).can_undo);
    part.send(Message::AgendaUndone);
    assert_eq!(titles(&part), before);
    assert!(shown(&part).is_changed);
}

#[test]
fn every_step_is_stored() {
    let device = Device::new();
    let mut part = with_picture(&device);
    let steps = [
        Message::AgendaMoved { line: 0, is_up: false },
        Message::AgendaDropped(0),
        Message::AgendaUndone,
        Message::AgendaLineTyped("Mine".into()),
        Message::AgendaLineAdded,
        Message::AgendaRestored,
        Message::AgendaUndone,
    ];
    for step in steps {
        part.send(step);
        let again = Part::open_of(&SIX, &device, settings(Door::Combine));
        assert_eq!(titles(&again), titles(&part));
        assert_eq!(shown(&again).is_changed, shown(&part).is_changed);
    }
}

#[test]
fn what_is_not_known_has_room_for_who_can_tell() {
    for line in shown(&part()).lines {
        let is_not_known = line.reason == Some(said(BoardKey::ReasonNotKnown, &[]));
        let who_tells = said(BoardKey::BlankWhoTells, &[]);
        let blanks = line.blocks.iter().find_map(|block| match block {
            Block::Blanks(labels) => Some(labels),
            _ => None,
        });
        let blanks = blanks.expect("room to write");
        assert_eq!(blanks.contains(&who_tells), is_not_known, "{}", line.title);
        let what = CATALOGUE.text(BoardKey::BlankWhat).to_owned();
        assert!(blanks.contains(&what));
    }
}

#[test]
fn the_difficult_questions_of_an_element_stand_where_it_comes_up_first() {
    let lines = shown(&part()).lines;
    let told: Vec<bool> = lines
        .iter()
        .map(|line| line.blocks.iter().any(|block| matches!(block, Block::List(items) if items.len() == 3)))
        .collect();
    // The second element comes first and third.
    assert_eq!(told, [true, true, false, false, false]);
    let above = |line: usize| {
        lines[line].blocks.contains(&Block::Paragraph(said(
            BoardKey::QuestionsAbove,
            &[if line == 2 { "Element 1" } else { "Element 0" }],
        )))
    };
    assert!(above(2) && above(3) && above(4) && !above(0));
}

#[test]
fn the_paper_takes_over_the_agenda_as_it_is_put_in_order() {
    let mut part = part();
    part.send(Message::AgendaDropped(0));
    part.send(Message::AgendaLineTyped("Mine".into()));
    part.send(Message::AgendaLineAdded);
    let paper = view::paper(&part.model).expect("there is a picture");
    let headings: Vec<String> = paper
        .blocks
        .into_iter()
        .filter_map(|block| match block {
            Block::Heading { level: 3, text } => Some(text),
            _ => None,
        })
        .collect();
    let expected = (1..).zip(titles(&part)).map(|(number, title)| format!("{number}. {title}"));
    assert_eq!(headings, expected.collect::<Vec<_>>());
}

#[test]
fn the_paper_names_the_version_of_the_questions() {
    let paper = view::paper(&part().model).expect("there is a picture");
    let facts = paper.blocks.iter().find_map(|block| match block {
        Block::Facts(facts) => Some(facts),
        _ => None,
    });
    let version = (said(BoardKey::ShareFactQuestions, &[]), SIX.fingerprint().to_string());
    assert!(facts.expect("facts").contains(&version), "{facts:?}");
}
