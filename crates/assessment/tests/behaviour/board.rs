//! What a member takes to the board.

use crate::tab::{Device, Tab, element, indicator, level};
use assessment::answers::Answer;
use assessment::app::{Effect, FocusTarget, Message, PrintPart, view};
use assessment::persist::BoardItem;
use assessment::questionnaire::Asker;

fn next_step(index: usize) -> BoardItem {
    BoardItem::NextStep(indicator(index))
}

fn difficult_question(index: usize, asker: Asker) -> BoardItem {
    BoardItem::Question(element(index), asker)
}

fn items(tab: &Tab) -> Vec<BoardItem> {
    view::board(&tab.model).lines.into_iter().map(|line| line.item).collect()
}

/// A tab with these answers, from the first question on; 9 means "I do not know".
fn answered(device: &Device, levels: &[u64]) -> Tab {
    let mut tab = Tab::open(device);
    let answers: Vec<Answer> =
        levels.iter().map(|number| if *number == 9 { Answer::DontKnow } else { level(*number) }).collect();
    tab.answer_all(&answers);
    tab
}

#[test]
fn the_lowest_answers_are_suggested_from_different_elements() {
    let cases: [(&[u64], &[usize]); 7] = [
        (&[3, 2, 1, 0, 4, 4, 2, 1], &[3, 7, 1]),
        // Ties in the order of the questionnaire.
        (&[1, 1, 1, 1, 1, 1, 1, 1], &[0, 2, 4]),
        (&[2, 1, 1, 2, 0, 0, 1, 1], &[4, 1, 2]),
        // Both of the two lowest are of one element.
        (&[0, 0, 4, 4, 3, 4, 4, 4], &[0, 4, 2]),
        // What is not known has no next step to suggest.
        (&[9, 9, 9, 3, 9, 9, 4, 9], &[3, 6]),
        (&[9, 9], &[]),
        (&[], &[]),
    ];
    for (levels, expected) in cases {
        let tab = answered(&Device::new(), levels);
        let expected: Vec<BoardItem> = expected.iter().map(|index| next_step(*index)).collect();
        assert_eq!(items(&tab), expected, "{levels:?}");
    }
}

#[test]
fn suggestions_follow_the_answers_until_the_member_removes_one() {
    let mut tab = answered(&Device::new(), &[0, 4, 3, 3]);
    assert_eq!(items(&tab), [next_step(0), next_step(2)]);
    tab.answer(0, level(4));
    assert_eq!(items(&tab), [next_step(2), next_step(0)]);

    tab.send(Message::BoardItemRemoved(next_step(2)));
    tab.answer(3, level(0));
    assert_eq!(items(&tab), [next_step(0)], "the choice stands");
}

#[test]
fn what_is_chosen_comes_first_and_suggestions_fill_the_places_that_are_left() {
    let device = Device::new();
    let mut tab = answered(&device, &[1, 3]);
    let asked = difficult_question(0, Asker::Board);
    tab.send(Message::BoardItemAdded(asked));
    assert_eq!(items(&tab), [asked, next_step(0)]);
    tab.answer(2, level(0));
    tab.answer(4, level(2));
    assert_eq!(items(&tab), [asked, next_step(2), next_step(0)], "the lowest answers of now");
    assert_eq!(items(&Tab::open(&device)), [asked, next_step(2), next_step(0)]);

    tab.send(Message::BoardItemRemoved(asked));
    assert_eq!(items(&tab), [next_step(2), next_step(0)], "nothing comes in its place");
}

#[test]
fn a_line_says_what_the_next_level_would_be() {
    let tab = answered(&Device::new(), &[2]);
    let board = view::board(&tab.model);
    let [line] = board.lines.as_slice() else { panic!("{board:?}") };
    assert_eq!((line.title.as_str(), line.lead.as_str()), ("Title 0 0", "results.next_level"));
    assert_eq!(line.text, "Description 0 0 3");
}

#[test]
fn at_the_top_a_line_says_how_to_stay() {
    let tab = answered(&Device::new(), &[4, 4]);
    let line = &view::board(&tab.model).lines[0];
    assert_eq!((line.lead.as_str(), line.text.as_str()), ("results.next_stay", "Staying 0"));
}

#[test]
fn three_chosen_things_fill_the_list_and_suggestions_make_room_for_them() {
    let mut tab = answered(&Device::new(), &[1; 8]);
    assert_eq!(items(&tab), [next_step(0), next_step(2), next_step(4)]);
    let asked =
        [Asker::Board, Asker::Executive, Asker::NonExecutive].map(|asker| difficult_question(3, asker));
    for (count, item) in asked.into_iter().enumerate() {
        assert!(!view::board(&tab.model).is_full);
        tab.send(Message::BoardItemAdded(item));
        assert_eq!(items(&tab).len(), 3);
        assert_eq!(items(&tab)[..=count], asked[..=count]);
    }
    let line = &view::board(&tab.model).lines[0];
    assert_eq!((line.title.as_str(), line.text.as_str()), ("Element 3", "Board 3?"));
    assert!(view::board(&tab.model).is_full);
    let effects = tab.send(Message::BoardItemAdded(next_step(0)));
    assert!(effects.is_empty(), "{effects:?}");
    assert_eq!(items(&tab), asked);

    tab.send(Message::BoardItemRemoved(asked[1]));
    assert_eq!(items(&tab), [asked[0], asked[2]]);
    assert!(!view::board(&tab.model).is_full);
}

#[test]
fn nothing_stands_twice_on_the_list() {
    let mut tab = answered(&Device::new(), &[1]);
    let effects = tab.send(Message::BoardItemAdded(next_step(0)));
    assert!(effects.is_empty(), "{effects:?}");
    assert_eq!(items(&tab), [next_step(0)]);
}

#[test]
fn the_list_may_be_emptied_and_stays_empty() {
    let device = Device::new();
    let mut tab = answered(&device, &[1]);
    tab.send(Message::BoardItemRemoved(next_step(0)));
    assert!(items(&tab).is_empty());
    assert!(items(&Tab::open(&device)).is_empty());
}

#[test]
fn the_list_and_the_line_of_ones_own_are_there_on_the_next_visit() {
    let device = Device::new();
    let mut tab = answered(&device, &[1, 2, 3]);
    tab.send(Message::BoardItemAdded(difficult_question(2, Asker::Executive)));
    tab.send(Message::OwnLineChanged("Who pays for it?".into()));
    let next = Tab::open(&device);
    assert_eq!(items(&next), [difficult_question(2, Asker::Executive), next_step(0), next_step(2)]);
    assert_eq!(view::board(&next.model).own_line, "Who pays for it?");
}

#[test]
fn the_line_of_ones_own_leaves_the_suggestions_standing() {
    let mut tab = answered(&Device::new(), &[1, 4]);
    tab.send(Message::OwnLineChanged("Mine".into()));
    tab.answer(1, level(0));
    assert_eq!(items(&tab), [next_step(1)]);
}

#[test]
fn a_choice_whose_answer_was_lost_takes_no_room_on_the_list() {
    let device = Device::new();
    let mut tab = answered(&device, &[1, 2, 3, 1, 1, 1]);
    tab.send(Message::BoardItemRemoved(next_step(4)));
    tab.send(Message::BoardItemAdded(next_step(1)));
    assert_eq!(items(&tab), [next_step(0), next_step(3), next_step(1)]);
    device.plant(assessment::persist::Subject::Answer(indicator(3)), "damaged");

    let mut next = Tab::open(&device);
    assert_eq!(items(&next), [next_step(0), next_step(1)]);
    assert!(!view::board(&next.model).is_full);
    next.send(Message::BoardItemAdded(next_step(5)));
    assert_eq!(items(&next), [next_step(0), next_step(1), next_step(5)]);
}

#[test]
fn the_list_is_printed_alone_or_with_everything() {
    let mut tab = Tab::open(&Device::new());
    assert_eq!(tab.send(Message::PrintAsked), [Effect::Print(PrintPart::Everything)]);
    assert_eq!(tab.send(Message::PrintBoardAsked), [Effect::Print(PrintPart::TakeToBoard)]);
}

#[test]
fn removing_a_line_in_the_list_moves_the_focus_to_its_heading_because_the_button_goes() {
    let moves_focus = Effect::MoveFocus(FocusTarget::TakeToBoard);
    let mut tab = answered(&Device::new(), &[1; 8]);
    assert!(tab.send(Message::BoardLineRemoved(next_step(2))).contains(&moves_focus));
    assert_eq!(items(&tab), [next_step(0), next_step(4)]);
    assert!(!tab.send(Message::BoardItemRemoved(next_step(4))).contains(&moves_focus));
}
