//! What is stored and cannot be read, or is not ours: nothing of it is ever lost.

use crate::tab::{Device, Fault, Tab, encode, indicator, key, level, stamp};
use assessment::app::view::{self, Notice};
use assessment::app::{Message, Screen};
use assessment::persist::{Header, Journey, LONGEST_NOTE, Stored, Subject};
use assessment::text::Key;
use serde_json::Value;

fn note() -> Subject {
    Subject::Note(indicator(0))
}

fn answer() -> Subject {
    Subject::Answer(indicator(0))
}

/// Something that stands in the store.
struct Planted {
    what: &'static str,
    key: String,
    text: String,
    /// Whether the start screen says that something cannot be read.
    is_said: bool,
    /// Under which explanation one's own data lists it; `None` if it is not listed.
    explanation: Option<Key>,
}

impl Planted {
    fn new(what: &'static str, key: String, text: &str, is_said: bool, explanation: Option<Key>) -> Self {
        Self { what, key, text: text.into(), is_said, explanation }
    }
}

/// The prefix of the keys with another fingerprint in it.
fn other_questions() -> String {
    let ours = key(Subject::Header);
    let (store, _) = ours.rsplit_once('-').expect("a fingerprint");
    format!("{store}-0000000000000000")
}

/// A header that is whole but for another questionnaire.
fn header_of_other_questions() -> String {
    let header = Header { place: "check".into(), journey: Journey::All };
    let text = encode(Stored::Header(header), stamp(0, 1, 9));
    let ours = key(Subject::Header);
    text.replace(ours.rsplit_once('-').expect("a fingerprint").1, "0000000000000000")
}

/// Texts that should be a record of ours and are not.
fn damaged() -> Vec<Planted> {
    let whole = encode(Stored::Note("Seen in May".into()), stamp(0, 7, 9));
    let an_answer = encode(Stored::Answer(Some(level(3))), stamp(0, 7, 9));
    let too_long = "x".repeat(LONGEST_NOTE + 1);
    let of = |what, subject: Subject, text: &str| {
        Planted::new(what, key(subject), text, true, Some(Key::DataUnreadable))
    };
    vec![
        of("truncated", note(), &whole[..whole.len() - 5]),
        of("empty", note(), ""),
        of("garbage", note(), "\u{0}\u{1f} \"quoted\" </script> 🙂"),
        of("of the wrong shape", note(), &an_answer),
        of("a list", answer(), "[3]"),
        of("a level out of range", answer(), &an_answer.replace("\"level\":3", "\"level\":5")),
        of("a level below all", answer(), &an_answer.replace("\"level\":3", "\"level\":-1")),
        of("too long a note", note(), &whole.replace("Seen in May", &too_long)),
        of("a header of other questions", Subject::Header, &header_of_other_questions()),
        of("a damaged header", Subject::Header, "{\"fingerprint\":"),
        of("a damaged board", Subject::TakeToBoard, "{\"items\":7}"),
        of("a damaged download", Subject::LastDownload, "yesterday"),
    ]
}

/// Texts of this product that are not a record of this store.
fn foreign() -> Vec<Planted> {
    let prefix = key(Subject::Header);
    let unreadable = Some(Key::DataUnreadable);
    let an_answer = encode(Stored::Answer(Some(level(3))), stamp(0, 7, 9));
    let format = |number: &str| key(answer()).replace("/1/", &format!("/{number}/"));
    let questions = format!("{}/indicator-0-0", other_questions());
    vec![
        Planted::new(
            "an unknown record",
            format!("{prefix}/no-such-question"),
            &an_answer,
            false,
            unreadable,
        ),
        Planted::new("something set aside", format!("{}/.unreadable", key(note())), "{", false, unreadable),
        Planted::new("an older format", format("0"), &an_answer, true, Some(Key::DataOtherFormat)),
        Planted::new("a newer format", format("2"), "whatever", true, Some(Key::DataOtherFormat)),
        Planted::new("other questions", questions, &an_answer, false, Some(Key::DataOtherQuestions)),
    ]
}

/// Texts that are none of our business.
fn of_others() -> Vec<Planted> {
    let store = key(answer()).replace("answers", "second-board");
    let an_answer = encode(Stored::Answer(Some(level(3))), stamp(0, 7, 9));
    vec![
        Planted::new("another program's", "theme".into(), "dark", false, None),
        Planted::new("another store's", store.clone(), &an_answer, false, None),
        Planted::new("another store's, damaged", store, "{", false, None),
    ]
}

fn all() -> Vec<Planted> {
    damaged().into_iter().chain(foreign()).chain(of_others()).collect()
}

/// A device where only that is stored.
fn with(planted: &Planted) -> Device {
    let device = Device::new();
    device.plant_at(&planted.key, planted.text.as_str());
    device
}

/// Every text that is stored under the key or was set aside from there.
fn texts_from(device: &Device, key: &str) -> Vec<String> {
    let aside = format!("{key}/.unreadable");
    let texts = device.texts().into_iter();
    texts.filter(|(known, _)| known == key || known.starts_with(&aside)).map(|(_, text)| text).collect()
}

/// Every text in a copy.
fn texts_in(copy: &str) -> Vec<String> {
    let copy: Value = serde_json::from_str(copy).expect("JSON");
    let stored = copy["stored"].as_object().expect("what is stored");
    stored.values().map(|text| text.as_str().expect("a text").to_owned()).collect()
}

/// Puts something into every place that a damaged text may take.
fn use_every_place(tab: &mut Tab) {
    tab.answer(0, level(2));
    tab.note(0, "New");
    tab.send(Message::OwnLineChanged("Mine".into()));
    tab.download();
}

#[test]
fn the_start_screen_says_what_should_be_readable_and_is_not_and_nothing_else() {
    for planted in all() {
        let tab = Tab::open(&with(&planted));
        let expected = planted.is_said.then_some(Notice::Unreadable);
        assert_eq!(tab.notice(), expected, "{}", planted.what);
    }
}

#[test]
fn only_the_start_screen_says_it() {
    let mut tab = Tab::open(&with(&damaged()[0]));
    for screen in [Screen::Tasks, Screen::Results, Screen::YourData] {
        tab.ask(screen);
        assert_eq!(tab.notice(), None, "{screen:?}");
    }
}

#[test]
fn ones_own_data_lists_each_under_what_it_is() {
    for planted in all() {
        let mut tab = Tab::open(&with(&planted));
        tab.ask(Screen::YourData);
        let listed = view::your_data(&tab.model).unread;
        let listed: Vec<_> = listed.iter().map(|unread| (unread.explanation, unread.keys.clone())).collect();
        let expected = planted.explanation.map(|explanation| (explanation, vec![planted.key.clone()]));
        assert_eq!(listed, Vec::from_iter(expected), "{}", planted.what);
    }
}

#[test]
fn opening_and_looking_around_changes_nothing_in_the_store() {
    for planted in all() {
        let device = with(&planted);
        let before = device.texts();
        let mut tab = Tab::open(&device);
        for screen in [Screen::About, Screen::YourData, Screen::Results, Screen::Check, Screen::Start] {
            tab.ask(screen);
        }
        tab.send(Message::Returned);
        assert_eq!(device.texts(), before, "{}", planted.what);
    }
}

#[test]
fn each_text_stays_as_it_is_when_its_place_is_needed() {
    for planted in all() {
        let device = with(&planted);
        use_every_place(&mut Tab::open(&device));
        let texts = texts_from(&device, &planted.key);
        assert!(texts.contains(&planted.text), "{}: {texts:?}", planted.what);
    }
}

#[test]
fn what_is_not_in_the_way_stays_in_its_place() {
    for planted in foreign().into_iter().chain(of_others()) {
        let device = with(&planted);
        use_every_place(&mut Tab::open(&device));
        assert_eq!(device.text_at(&planted.key), Some(planted.text), "{}", planted.what);
    }
}

#[test]
fn everything_else_works_and_comes_back() {
    for planted in all() {
        let device = with(&planted);
        let mut tab = Tab::open(&device);
        use_every_place(&mut tab);
        tab.answer(5, level(1));
        assert!(tab.says_saved(5), "{}", planted.what);
        assert!(matches!(tab.notice(), None | Some(Notice::Unreadable)), "{}", planted.what);
        let next = Tab::open(&device);
        let shown = ([next.shown(0), next.shown(5)], next.shown_note(0), view::board(&next.model).own_line);
        let expected = ([Some(level(2)), Some(level(1))], "New".to_owned(), "Mine".to_owned());
        assert_eq!(shown, expected, "{}", planted.what);
    }
}

#[test]
fn what_was_set_aside_is_listed_and_the_start_screen_is_silent_about_it() {
    for planted in damaged() {
        let device = with(&planted);
        use_every_place(&mut Tab::open(&device));
        let tab = Tab::open(&device);
        assert_eq!(tab.notice(), None, "{}", planted.what);
        let listed = view::your_data(&tab.model).unread;
        let aside = format!("{}/.unreadable", planted.key);
        assert_eq!(listed.len(), 1, "{}", planted.what);
        assert_eq!((listed[0].explanation, &listed[0].keys), (Key::DataUnreadable, &vec![aside]));
    }
}

#[test]
fn a_copy_holds_each_text_of_ours_as_it_is_before_and_after_its_place_was_needed() {
    for planted in damaged().into_iter().chain(foreign()) {
        let device = with(&planted);
        let mut tab = Tab::open(&device);
        let copy = tab.download();
        assert!(texts_in(&copy).contains(&planted.text), "{}, before", planted.what);
        use_every_place(&mut tab);
        let copy = tab.download();
        assert!(texts_in(&copy).contains(&planted.text), "{}, after", planted.what);
    }
}

#[test]
fn a_copy_holds_nothing_of_others() {
    for planted in of_others() {
        let mut tab = Tab::open(&with(&planted));
        assert_eq!(texts_in(&tab.download()), [""; 0], "{}", planted.what);
    }
}

#[test]
fn a_copy_holds_what_was_written_over_an_answer_and_the_answer() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(2));
    let given = device.text(answer()).expect("an answer");
    device.plant(answer(), "{");
    let texts = texts_in(&tab.download());
    assert!(texts.contains(&"{".to_owned()) && texts.contains(&given), "{texts:?}");
}

#[test]
fn a_text_is_set_aside_beside_one_that_was_before() {
    let device = Device::new();
    device.plant(note(), "first");
    let mut tab = Tab::open(&device);
    tab.note(0, "One");
    device.plant(note(), "second");
    tab.note(0, "Two");
    device.plant(note(), "third");
    Tab::open(&device).note(0, "Three");
    let texts = texts_from(&device, &key(note()));
    for text in ["first", "second", "third"] {
        assert!(texts.contains(&text.to_owned()), "{text}: {texts:?}");
    }
    assert_eq!(Tab::open(&device).shown_note(0), "Three");
}

#[test]
fn a_text_is_set_aside_beside_one_that_another_tab_set_aside_unheard() {
    let device = Device::new();
    let (mut one, mut other) = (Tab::open(&device), Tab::open(&device));
    device.plant(note(), "first");
    one.note(0, "One");
    device.plant(note(), "second");
    other.note(0, "Two");
    let texts = texts_from(&device, &key(note()));
    assert!(["first", "second"].iter().all(|text| texts.contains(&(*text).to_owned())), "{texts:?}");
}

#[test]
fn a_text_for_which_there_is_no_room_aside_is_not_written_over() {
    for planted in damaged() {
        let device = with(&planted);
        let mut tab = Tab::open(&device);
        device.break_with(Fault::Full);
        use_every_place(&mut tab);
        assert_eq!(tab.notice(), Some(Notice::StoreFailing), "{}", planted.what);
        assert_eq!(device.texts(), with(&planted).texts(), "{}", planted.what);
        let texts = texts_in(&tab.download());
        assert!(texts.contains(&planted.text), "{}", planted.what);
        device.mend();
        tab.answer(1, level(1));
        assert_eq!(tab.notice(), None, "{}", planted.what);
        assert!(texts_from(&device, &planted.key).contains(&planted.text), "{}", planted.what);
        assert_eq!(Tab::open(&device).shown_note(0), "New", "{}", planted.what);
    }
}

#[test]
fn a_note_waits_if_the_store_cannot_be_read_before_a_text_is_set_aside_for_it() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    device.plant(note(), "{");
    // The first call looks at the place and the second reads the store.
    device.break_with(Fault::AtCall(2));
    tab.note(0, "New");
    assert_eq!(tab.notice(), Some(Notice::StoreFailing));
    assert_eq!(texts_from(&device, &key(note())), ["{"]);
    tab.send(Message::SaveAgainAsked);
    assert_eq!((tab.notice(), texts_from(&device, &key(note())).len()), (None, 2));
}

#[test]
fn a_text_that_is_aside_already_is_not_set_aside_again_when_writing_failed_then() {
    let device = Device::new();
    device.plant(note(), "x".repeat(80));
    let mut tab = Tab::open(&device);
    device.break_with(Fault::NoRoomFor(90));
    tab.note(0, &"long ".repeat(100));
    for answer in [level(0), level(1), level(2)] {
        tab.answer(1, answer);
    }
    assert_eq!(texts_from(&device, &key(note())).len(), 2, "in its place and once aside");
    device.mend();
    tab.answer(1, level(3));
    assert_eq!(texts_from(&device, &key(note())).len(), 2, "the note and what was set aside");
    assert_eq!(tab.notice(), None);
}

#[test]
fn what_is_heard_to_be_damaged_is_set_aside_when_its_place_is_needed() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    device.plant(note(), "{");
    tab.send(Message::RecordSeen { key: key(note()), text: "{".into() });
    assert_eq!(tab.notice(), Some(Notice::Unreadable));
    tab.note(0, "New");
    assert_eq!(device.text_at(&format!("{}/.unreadable", key(note()))).as_deref(), Some("{"));
    assert_eq!(tab.notice(), None);
}

#[test]
fn what_is_damaged_is_not_kept_from_being_listed_by_what_is_whole() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    device.plant(Subject::Answer(indicator(1)), "{");
    tab.ask(Screen::YourData);
    assert_eq!(view::your_data(&tab.model).unread[0].keys, [key(Subject::Answer(indicator(1)))]);
    assert_eq!((tab.shown(0), tab.shown(1)), (Some(level(1)), None));
}

#[test]
fn nothing_is_listed_where_nothing_is_kept() {
    let mut tab = Tab::open(&with(&damaged()[0]));
    tab.keep(false);
    tab.ask(Screen::YourData);
    assert!(view::your_data(&tab.model).unread.is_empty());
    assert_eq!(texts_in(&tab.download()).len(), 0);
}
