//! Answering, skipping, changing.

use crate::tab::{Device, Tab, focus, indicator, level, places, question, title, written_keys};
use assessment::answers::Answer;
use assessment::app::{Effect, FocusTarget, HistoryStep, Message, Screen, view};

fn asked() -> Tab {
    let mut tab = Tab::open_page(&Device::new());
    tab.send(Message::AllElementsChosen);
    tab
}

fn says_answer_missing(tab: &Tab) -> bool {
    view::question_state(&tab.model, indicator(0)).is_answer_missing
}

#[test]
fn nothing_is_chosen_beforehand() {
    let tab = asked();
    for index in 0..8 {
        assert_eq!(tab.shown(index), None);
    }
}

#[test]
fn a_question_shows_its_descriptions_from_the_lowest_level() {
    let tab = asked();
    let shown = view::question(&tab.model, indicator(3));
    assert_eq!((shown.element.as_str(), shown.question.as_str()), ("Element 1", "Question 1 1?"));
    let options: Vec<_> =
        shown.options.iter().map(|option| (option.answer, option.description.as_str())).collect();
    assert_eq!(options[0], (level(0), "Description 1 1 0"));
    assert_eq!(options[4], (level(4), "Description 1 1 4"));
    assert_eq!(options.len(), 5);
}

#[test]
fn a_new_screen_is_read_from_its_heading() {
    let mut tab = asked();
    let effects = tab.send(Message::SkipAsked);
    assert_eq!(focus(&effects), Some(FocusTarget::Heading));
}

#[test]
fn continue_without_an_answer_stays_and_leads_to_the_error() {
    let mut tab = asked();
    let effects = tab.send(Message::ContinueAsked);
    assert_eq!(tab.screen(), question(0));
    assert!(says_answer_missing(&tab));
    assert_eq!(title(&effects), Some("error.title_prefixquestion_of – Sample"));
    assert_eq!(places(&effects), [("question-1", 1, HistoryStep::Keep)]);
    assert_eq!(focus(&effects), Some(FocusTarget::ErrorSummary));
    assert!(written_keys(&effects).is_empty());
}

#[test]
fn the_link_in_the_error_leads_to_the_first_answer() {
    let mut tab = asked();
    tab.send(Message::ContinueAsked);
    assert_eq!(tab.send(Message::ErrorFollowed), [Effect::MoveFocus(FocusTarget::Field)]);
}

#[test]
fn choosing_an_answer_takes_the_error_back_from_screen_and_title() {
    for answer in [level(0), Answer::DontKnow] {
        let mut tab = asked();
        tab.send(Message::ContinueAsked);
        let effects = tab.send(Message::AnswerChosen(indicator(0), answer));
        assert!(!says_answer_missing(&tab));
        assert_eq!(title(&effects), Some("question_of – Sample"));
        tab.send(Message::ContinueAsked);
        assert_eq!(tab.screen(), question(1));
    }
}

#[test]
fn choosing_an_answer_without_an_error_leaves_title_and_focus_alone() {
    let mut tab = asked();
    let effects = tab.send(Message::AnswerChosen(indicator(0), level(2)));
    assert!(effects.iter().all(|effect| matches!(effect, Effect::Write { .. })), "{effects:?}");
}

#[test]
fn an_answer_from_another_tab_takes_the_error_back_too() {
    let device = Device::new();
    let mut tab = Tab::open_page(&device);
    let mut other = Tab::open(&device);
    tab.send(Message::AllElementsChosen);
    tab.send(Message::ContinueAsked);
    other.answer(0, level(1));
    let effects = tab.hear();
    assert!(!says_answer_missing(&tab));
    assert_eq!(title(&effects), Some("question_of – Sample"));
}

#[test]
fn a_note_does_not_take_the_error_back() {
    let mut tab = asked();
    tab.send(Message::ContinueAsked);
    tab.note(0, "Ask the finance director");
    assert!(says_answer_missing(&tab));
}

#[test]
fn the_error_does_not_follow_to_the_next_question() {
    let mut tab = asked();
    tab.send(Message::ContinueAsked);
    let effects = tab.send(Message::SkipAsked);
    assert!(!says_answer_missing(&tab));
    assert_eq!(title(&effects), Some("question_of – Sample"));
}

#[test]
fn skipping_leads_on_without_an_answer() {
    let mut tab = asked();
    tab.send(Message::SkipAsked);
    assert_eq!(tab.screen(), question(1));
    assert_eq!(tab.shown(0), None);
}

#[test]
fn skipping_keeps_an_answer_that_was_given() {
    let mut tab = asked();
    tab.answer(0, level(3));
    tab.send(Message::SkipAsked);
    assert_eq!(tab.shown(0), Some(level(3)));
}

#[test]
fn a_change_from_the_check_leads_back_to_the_check() {
    /// A way to leave a question, and how it goes.
    type Way = (&'static str, fn(&mut Tab));
    let ways: [Way; 3] = [
        ("continue", |tab| {
            tab.send(Message::AnswerChosen(indicator(2), level(4)));
            tab.send(Message::ContinueAsked);
        }),
        ("skip", |tab| {
            tab.send(Message::SkipAsked);
        }),
        ("back", |tab| {
            tab.send(Message::BackAsked);
        }),
    ];
    for (way, leave) in ways {
        let mut tab = Tab::open(&Device::new());
        tab.answer_all(&[level(1); 8]);
        tab.ask(Screen::Check);
        tab.send(Message::ChangeAsked(indicator(2)));
        assert_eq!(tab.screen(), question(2));
        leave(&mut tab);
        assert_eq!(tab.screen(), Screen::Check, "{way}");
        assert_eq!(view::check(&tab.model).changed, Some(indicator(2)), "{way}: the list goes on there");
    }
}

#[test]
fn the_list_of_answers_goes_on_where_somebody_left_it_and_is_else_read_from_its_heading() {
    let mut tab = Tab::open(&Device::new());
    tab.answer_all(&[level(1); 8]);
    assert_eq!(focus(&tab.ask(Screen::Check)), Some(FocusTarget::Heading));
    tab.send(Message::ChangeAsked(indicator(2)));
    assert_eq!(focus(&tab.send(Message::ContinueAsked)), Some(FocusTarget::Changed));
    tab.ask(Screen::Results);
    assert_eq!(focus(&tab.ask(Screen::Check)), Some(FocusTarget::Heading));
    assert_eq!(view::check(&tab.model).changed, None);
}

#[test]
fn a_change_leaves_no_entry_of_its_own_to_go_back_through() {
    let mut tab = Tab::open_page(&Device::new());
    tab.answer_all(&[level(1); 8]);
    tab.ask(Screen::Check);
    tab.send(Message::ChangeAsked(indicator(2)));
    assert_eq!(tab.send(Message::ContinueAsked), [Effect::GoBack]);
    assert_eq!(tab.send(Message::ContinueAsked), [], "pressed twice it goes one step");
}

#[test]
fn a_change_still_leads_back_to_the_check_after_an_error() {
    let mut tab = Tab::open(&Device::new());
    tab.ask(Screen::Check);
    tab.send(Message::ChangeAsked(indicator(2)));
    tab.send(Message::ContinueAsked);
    tab.send(Message::AnswerChosen(indicator(2), level(4)));
    tab.send(Message::ContinueAsked);
    assert_eq!(tab.screen(), Screen::Check);
}

#[test]
fn a_change_is_over_once_its_question_was_left() {
    let mut tab = Tab::open(&Device::new());
    tab.ask(Screen::Check);
    tab.send(Message::ChangeAsked(indicator(2)));
    tab.ask(Screen::Tasks);
    tab.ask(question(2));
    tab.send(Message::SkipAsked);
    assert_eq!(tab.screen(), question(3));
}

#[test]
fn the_check_shows_every_answer_in_words_with_its_note() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(3));
    tab.note(0, "As of May");
    tab.answer(1, Answer::DontKnow);
    let check = view::check(&tab.model);
    let rows: Vec<_> =
        check.elements[0].rows.iter().map(|row| (row.answer.as_str(), row.note.as_str())).collect();
    assert_eq!(rows, [("Description 0 0 3", "As of May"), ("do_not_know", "")]);
    assert_eq!(check.elements[1].rows[0].answer, "not_answered");
    assert_eq!(check.first_open, Some(indicator(2)));
}

#[test]
fn the_elements_show_how_far_each_is() {
    let mut tab = Tab::open(&Device::new());
    tab.answer_all(&[level(0), Answer::DontKnow, level(1)]);
    let statuses: Vec<_> = view::tasks(&tab.model).rows.into_iter().map(|row| row.status).collect();
    assert_eq!(statuses[0], view::TaskStatus::Done);
    assert!(matches!(statuses[1], view::TaskStatus::Part(_)));
    assert_eq!(statuses[2], view::TaskStatus::NotStarted);
}
