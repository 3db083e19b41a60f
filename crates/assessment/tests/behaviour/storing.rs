//! What is written when, and what happens when it cannot be.

use crate::tab::{
    Device, Fault, Tab, element, encode, indicator, key, level, question, stamp, warning, written_keys,
};
use assessment::answers::Answer;
use assessment::app::view::{self, Notice};
use assessment::app::{Effect, LookCause, LookedAt, Message, Screen, StoreFailure, update};
use assessment::persist::{Header, Journey, LONGEST_NOTE, LONGEST_OWN_LINE, Stored, Subject};

fn answer_of(index: usize) -> Subject {
    Subject::Answer(indicator(index))
}

fn note_of(index: usize) -> Subject {
    Subject::Note(indicator(index))
}

#[test]
fn nothing_is_written_before_the_first_question_is_opened() {
    let device = Device::new();
    let mut tab = Tab::open_page(&device);
    for screen in
        [Screen::About, Screen::Tasks, Screen::Results, Screen::Check, Screen::Delete, Screen::Start]
    {
        tab.ask(screen);
    }
    tab.send(Message::HistoryMoved { name: "elements".into(), depth: 2 });
    tab.send(Message::PrintAsked);
    assert!(device.keys().is_empty(), "{:?}", device.keys());

    tab.send(Message::ElementChosen(element(1)));
    assert_eq!(device.keys(), [key(Subject::Header)]);
    tab.ask(Screen::Results);
    let header = Header { place: "results".into(), journey: Journey::Element(element(1)) };
    assert_eq!(device.header(), Some(header));
}

#[test]
fn each_answer_is_written_when_it_is_chosen_as_one_record() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.send(Message::AllElementsChosen);
    let effects = tab.send(Message::AnswerChosen(indicator(0), level(3)));
    let text = r#"{"level":3,"epoch":0,"counter":2,"writer":"0000000000000001"}"#;
    let expected = Effect::Write {
        subject: answer_of(0),
        stamp: stamp(0, 2, 1),
        key: format!("{}/indicator-0-0", key(Subject::Header)),
        text: text.into(),
    };
    assert_eq!(effects, [expected]);

    tab.send(Message::AnswerChosen(indicator(0), Answer::DontKnow));
    let text = r#"{"level":"do not know","epoch":0,"counter":3,"writer":"0000000000000001"}"#;
    assert_eq!(device.text(answer_of(0)).as_deref(), Some(text));
}

#[test]
fn the_place_is_written_once_for_each_screen() {
    let mut tab = Tab::open(&Device::new());
    let header = key(Subject::Header);
    assert_eq!(written_keys(&tab.send(Message::AllElementsChosen)), [header.as_str()]);
    assert_eq!(written_keys(&tab.send(Message::ContinueAsked)), [""; 0]);
    assert_eq!(written_keys(&tab.ask(question(0))), [""; 0], "it is there already");
    assert_eq!(written_keys(&tab.send(Message::SkipAsked)), [header.as_str()]);
}

#[test]
fn notes_and_the_line_of_ones_own_are_kept_up_to_their_limits() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.ask(question(0));
    tab.note(0, &"🙂".repeat(LONGEST_NOTE + 1));
    tab.send(Message::OwnLineChanged("é".repeat(LONGEST_OWN_LINE + 1)));
    let next = Tab::open(&device);
    assert_eq!(next.shown_note(0), "🙂".repeat(LONGEST_NOTE));
    assert_eq!(view::board(&next.model).own_line, "é".repeat(LONGEST_OWN_LINE));
}

#[test]
fn the_longest_note_comes_back_even_where_each_letter_takes_six_in_the_store() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.ask(question(0));
    tab.note(0, &"\u{1}".repeat(LONGEST_NOTE));
    assert_eq!(Tab::open(&device).shown_note(0), "\u{1}".repeat(LONGEST_NOTE));
}

#[test]
fn saved_is_said_of_the_question_that_was_last_changed() {
    let mut tab = Tab::open(&Device::new());
    tab.send(Message::AllElementsChosen);
    assert!(!tab.says_saved(0));
    tab.send(Message::AnswerChosen(indicator(0), level(1)));
    assert!(tab.says_saved(0));
    tab.note(0, "Why");
    assert!(tab.says_saved(0));
    tab.send(Message::SkipAsked);
    assert!(!tab.says_saved(0));
    assert!(!tab.says_saved(1));
}

#[test]
fn saved_is_not_said_before_the_store_has_answered() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(1));
    update(&mut tab.model, Message::NoteChanged(indicator(0), "Why".into()));
    assert!(!tab.says_saved(0));
}

#[test]
fn saved_is_not_said_of_a_question_whose_note_did_not_fit() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.break_with(Fault::NoRoomFor(200));
    tab.note(0, &"long ".repeat(100));
    assert!(!tab.says_saved(0));
    tab.send(Message::AnswerChosen(indicator(0), level(2)));
    assert!(!tab.says_saved(0), "the answer is, the note is not");
    device.mend();
    tab.send(Message::AnswerChosen(indicator(0), level(3)));
    assert!(tab.says_saved(0));
}

#[test]
fn an_answer_that_could_not_be_written_is_said_and_stays_on_the_screen() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.break_with(Fault::Full);
    let effects = tab.send(Message::AnswerChosen(indicator(0), level(2)));
    assert_eq!(view::notice(&tab.model), Some(Notice::StoreFailing));
    assert_eq!(warning(&effects), Some(true));
    assert!(!tab.says_saved(0));
    assert_eq!(tab.shown(0), Some(level(2)));
    tab.send(Message::ContinueAsked);
    assert_eq!(tab.screen(), question(1));
}

#[test]
fn a_store_that_recovers_catches_up_and_the_notice_goes() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.send(Message::AllElementsChosen);
    device.break_with(Fault::Full);
    for index in 0..3 {
        tab.send(Message::AnswerChosen(indicator(index), level(1)));
    }
    device.mend();
    let effects = tab.send(Message::AnswerChosen(indicator(3), level(1)));
    let expected: Vec<String> = [3, 0, 1, 2].into_iter().map(|index| key(answer_of(index))).collect();
    assert_eq!(written_keys(&effects), expected, "the oldest first");
    assert_eq!(view::notice(&tab.model), None);
    assert_eq!(warning(&effects), Some(false));
    assert!(tab.says_saved(3));
    assert_eq!(device.answer(1), Some(level(1)));
}

#[test]
fn one_outcome_leads_to_one_more_write_at_most() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    device.break_with(Fault::Full);
    tab.answer_all(&[level(1); 8]);
    let saved = Message::Written { subject: answer_of(7), stamp: stamp(0, 16, 1), outcome: Ok(()) };
    let effects = update(&mut tab.model, saved);
    assert!(matches!(effects[..], [Effect::Look { cause: LookCause::Retry, .. }]), "{effects:?}");
}

#[test]
fn one_text_that_is_too_large_does_not_keep_the_others_out() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.send(Message::AllElementsChosen);
    device.break_with(Fault::Full);
    tab.note(0, &"long ".repeat(100));
    tab.send(Message::AnswerChosen(indicator(0), level(1)));
    tab.send(Message::AnswerChosen(indicator(1), level(2)));
    device.break_with(Fault::NoRoomFor(200));
    tab.send(Message::AnswerChosen(indicator(2), level(3)));
    tab.send(Message::AnswerChosen(indicator(3), level(3)));
    assert_eq!([device.answer(0), device.answer(1)], [Some(level(1)), Some(level(2))]);
    assert_eq!(device.text(note_of(0)), None);
    assert_eq!(view::notice(&tab.model), Some(Notice::StoreFailing), "the note is still not saved");
}

#[test]
fn saving_again_stores_all_but_the_one_text_that_is_too_large() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    tab.note(0, &"long ".repeat(100));
    tab.answer_all(&[level(1); 4]);
    device.wipe_and_tell();
    tab.hear();
    device.break_with(Fault::NoRoomFor(200));
    tab.send(Message::SaveAgainAsked);
    assert_eq!([0, 1, 2, 3].map(|index| device.answer(index)), [Some(level(1)); 4]);
    assert_eq!(device.text(note_of(0)), None);
    assert!(tab.notice().is_some(), "the note is still not saved");
}

#[test]
fn a_later_change_that_is_saved_makes_up_for_an_earlier_one_that_was_not() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.break_with(Fault::Full);
    tab.send(Message::AnswerChosen(indicator(0), level(2)));
    device.mend();
    let effects = tab.send(Message::AnswerChosen(indicator(0), level(3)));
    assert_eq!(written_keys(&effects).len(), 1, "there is nothing left to try again");
    assert_eq!(view::notice(&tab.model), None);
}

#[test]
fn an_outcome_that_comes_late_says_nothing_about_the_present_answer() {
    let mut tab = Tab::open(&Device::new());
    tab.answer(0, level(1));
    tab.send(Message::AnswerChosen(indicator(0), level(2)));
    let late = |outcome| Message::Written { subject: answer_of(0), stamp: stamp(0, 2, 1), outcome };
    tab.send(late(Err(StoreFailure::Full)));
    assert_eq!(view::notice(&tab.model), None);
    assert!(tab.says_saved(0));
}

#[test]
fn what_could_not_be_written_before_nothing_was_to_be_kept_is_written_once_answers_are_kept_again() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.ask(question(0));
    let looks = update(&mut tab.model, Message::AnswerChosen(indicator(0), level(1)));
    let [Effect::Look { subject, cause, .. }, ..] = looks[..] else { panic!("{looks:?}") };
    tab.keep(false);
    let found = Ok(LookedAt { header: device.text(Subject::Header), text: None });
    let effects = tab.send(Message::Looked { subject, cause, found });
    assert_eq!(written_keys(&effects), [""; 0], "not even now");
    tab.keep(true);
    assert_eq!((view::notice(&tab.model), device.answer(0)), (None, Some(level(1))));
}

#[test]
fn what_another_tab_stored_since_is_not_missing_any_more() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    let mut other = Tab::open(&device);
    tab.send(Message::AllElementsChosen);
    other.hear();
    device.break_with(Fault::Full);
    tab.send(Message::AnswerChosen(indicator(0), level(1)));
    device.mend();
    other.answer(0, level(2));
    tab.hear();
    assert_eq!(tab.shown(0), Some(level(2)));
    assert_eq!(view::notice(&tab.model), None);
}

#[test]
fn damaged_records_are_passed_over_and_the_rest_is_read() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer_all(&[level(1), level(2), level(3)]);
    device.plant(answer_of(1), "{\"level\":");
    device.plant(Subject::Header, "gone");
    device.plant(note_of(0), r#"{"note":7,"counter":1,"epoch":0,"writer":"0000000000000001"}"#);
    let next = Tab::open(&device);
    assert_eq!([next.shown(0), next.shown(1), next.shown(2)], [Some(level(1)), None, Some(level(3))]);
    assert_eq!(next.shown_note(0), "");
}

#[test]
fn a_record_that_claims_the_largest_count_does_not_make_later_answers_unreadable() {
    let device = Device::new();
    device.plant(note_of(0), encode(Stored::Note("odd".into()), stamp(0, (1 << 53) - 1, 9)));
    let mut tab = Tab::open(&device);
    tab.answer(1, level(2));
    assert!(tab.says_saved(1));
    assert_eq!(Tab::open(&device).shown(1), Some(level(2)));
}
