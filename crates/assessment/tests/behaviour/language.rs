//! Going over to another language: nothing but the words changes.

use crate::tab::{Device, Tab, level, question, title};
use assessment::app::view::{self, LanguagesView};
use assessment::app::{Effect, Loading, Message, Screen, StoragePlace};
use assessment::persist::{Stored, Subject};

fn shown(tab: &Tab) -> LanguagesView {
    view::languages(&tab.model)
}

/// Chooses a language whose words can be brought.
fn choose(tab: &mut Tab, tag: &str) -> Vec<Effect> {
    let asked = tab.send(Message::LanguageChosen(tag.into()));
    assert_eq!(asked, [Effect::BringLanguage(tag.into())]);
    tab.send(Message::LanguageCame(Tab::words(tag)))
}

#[test]
fn everything_that_was_put_in_stays() {
    let mut tab = Tab::open_in_languages(&Device::new());
    tab.answer(0, level(3));
    tab.note(0, "Seen in May");
    tab.ask(question(2));
    choose(&mut tab, "cy");
    assert_eq!(tab.model.language(), "cy");
    assert_eq!(tab.model.questionnaire().title(), "Sample (cy)");
    assert_eq!((tab.shown(0), tab.shown_note(0)), (Some(level(3)), "Seen in May".to_owned()));
    assert_eq!(tab.screen(), question(2));
}

#[test]
fn what_is_kept_nowhere_stays_too() {
    let mut tab = Tab::open_kept_in(&Device::new(), StoragePlace::Nowhere);
    tab.answer(0, level(3));
    tab.send(Message::LanguageCame(Tab::words("cy")));
    assert_eq!((tab.model.language(), tab.shown(0)), ("cy", Some(level(3))));
}

#[test]
fn the_chosen_language_is_kept_and_taken_up_by_the_next_visit() {
    let device = Device::new();
    choose(&mut Tab::open_in_languages(&device), "cy");
    let kept = device.record(Subject::Language).expect("it is kept").stored;
    assert_eq!(kept, Stored::Language("cy".into()));
    let (_, effects) = Tab::open_telling_in_languages(&device);
    assert!(effects.contains(&Effect::BringLanguage("cy".into())), "{effects:?}");
}

#[test]
fn a_language_that_is_no_longer_offered_is_not_asked_for() {
    let device = Device::new();
    choose(&mut Tab::open_in_languages(&device), "cy");
    let mut tab = Tab::open(&device);
    assert_eq!(tab.model.language(), "en-GB");
    assert!(tab.send(Message::Returned).iter().all(|effect| !matches!(effect, Effect::BringLanguage(_))));
}

#[test]
fn what_the_page_chooses_is_not_kept_as_a_choice() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.send(Message::LanguageCame(Tab::words("cy")));
    assert_eq!(tab.model.language(), "cy");
    assert_eq!(device.record(Subject::Language), None);
}

#[test]
fn deleting_everything_deletes_the_choice_and_leaves_the_language() {
    let device = Device::new();
    let mut tab = Tab::open_in_languages(&device);
    choose(&mut tab, "cy");
    tab.answer(0, level(3));
    tab.delete();
    assert_eq!(device.record(Subject::Language), None);
    assert_eq!(tab.model.language(), "cy");
}

#[test]
fn choosing_a_language_alone_leaves_nothing_to_lose_or_to_delete() {
    let mut tab = Tab::open_in_languages(&Device::new());
    choose(&mut tab, "cy");
    assert_eq!(view::start(&tab.model).progress, None);
}

#[test]
fn of_two_choices_the_later_counts_whichever_comes_first() {
    let mut tab = Tab::open_in_languages(&Device::new());
    tab.send(Message::LanguageChosen("cy".into()));
    tab.send(Message::LanguageChosen("pl".into()));
    tab.send(Message::LanguageCame(Tab::words("pl")));
    assert_eq!(tab.model.language(), "pl");
    tab.send(Message::LanguageChosen("cy".into()));
    tab.send(Message::LanguageChosen("en-GB".into()));
    tab.send(Message::LanguageCame(Tab::words("cy")));
    assert_eq!(tab.model.language(), "pl", "it was overtaken");
    tab.send(Message::LanguageCame(Tab::words("en-GB")));
    assert_eq!(tab.model.language(), "en-GB");
}

#[test]
fn going_back_to_the_language_that_is_shown_calls_off_the_other() {
    let mut tab = Tab::open_in_languages(&Device::new());
    tab.send(Message::LanguageChosen("cy".into()));
    let effects = tab.send(Message::LanguageChosen("en-GB".into()));
    assert!(effects.iter().all(|effect| !matches!(effect, Effect::BringLanguage(_))), "{effects:?}");
    tab.send(Message::LanguageCame(Tab::words("cy")));
    assert_eq!(tab.model.language(), "en-GB");
}

#[test]
fn words_that_cannot_be_brought_are_said_until_something_is_chosen() {
    let mut tab = Tab::open_in_languages(&Device::new());
    tab.send(Message::LanguageChosen("cy".into()));
    tab.send(Message::LanguageMissing("cy".into()));
    assert_eq!((shown(&tab).shown.as_str(), shown(&tab).is_missing), ("en-GB", true));
    tab.send(Message::LanguageChosen("cy".into()));
    assert!(!shown(&tab).is_missing);
    tab.send(Message::LanguageCame(Tab::words("cy")));
    assert_eq!((shown(&tab).shown.as_str(), shown(&tab).is_missing), ("cy", false));
}

#[test]
fn the_words_of_other_questions_are_refused() {
    let mut tab = Tab::open_in_languages(&Device::new());
    tab.answer(0, level(3));
    tab.send(Message::LanguageChosen("cy".into()));
    tab.send(Message::LanguageCame(Tab::words_of_other_questions("cy")));
    assert_eq!((shown(&tab).shown.as_str(), shown(&tab).is_missing), ("en-GB", true));
    assert_eq!(tab.shown(0), Some(level(3)));
}

#[test]
fn the_title_of_the_page_follows() {
    let mut tab = Tab::open_page(&Device::new());
    tab.ask(Screen::Tasks);
    let effects = tab.send(Message::LanguageCame(Tab::words("cy")));
    assert_eq!(title(&effects), Some("tasks.heading – Sample (cy)"));
}

#[test]
fn a_copy_from_elsewhere_brings_no_language() {
    let device = Device::new();
    let mut tab = Tab::open_in_languages(&device);
    choose(&mut tab, "cy");
    tab.answer(0, level(3));
    let copy = tab.download();
    let mut other = Tab::open_in_languages(&Device::new());
    other.load(&copy, Loading::Adding);
    assert_eq!(other.shown(0), Some(level(3)));
    assert_eq!(other.model.language(), "en-GB");
}
