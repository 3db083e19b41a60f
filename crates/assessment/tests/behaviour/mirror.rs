//! A browser that was killed before the store was on the disk, and the mirror that has the rest.

use crate::tab::{Device, Tab, encode, indicator, key, level, question, stamp};
use assessment::app::view;
use assessment::app::{Effect, Message, Screen};
use assessment::persist::{PRODUCT, Stored, Subject};

fn answer_of(index: usize) -> Subject {
    Subject::Answer(indicator(index))
}

/// What a person put in, of which the first answer alone was on the disk when the browser was killed;
/// the device as it is found then, and the mirror.
fn killed() -> (Device, Vec<(String, String)>) {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(1));
    let on_the_disk: Vec<_> =
        [Subject::Header, answer_of(0)].map(|subject| (subject, device.text(subject))).into();
    tab.answer(0, level(2));
    tab.answer(1, level(3));
    tab.note(1, "Seen in May");
    let mirror = device.keys().into_iter().map(|key| (key.clone(), device.text_at(&key).expect("a text")));
    let mirror = mirror.collect();
    device.wipe();
    for (subject, text) in on_the_disk {
        device.plant(subject, text.expect("a text"));
    }
    (device, mirror)
}

#[test]
fn the_mirror_is_asked_for_once_the_store_is_read() {
    let (_, effects) = Tab::open_page_at(&Device::new(), "start", 0);
    assert!(effects.contains(&Effect::ReadMirror));
}

#[test]
fn what_was_not_on_the_disk_comes_back_and_is_stored_again() {
    let (device, records) = killed();
    let mut tab = Tab::open(&device);
    assert_eq!([tab.shown(0), tab.shown(1)], [Some(level(1)), None]);
    tab.send(Message::MirrorRead { records });
    assert_eq!([tab.shown(0), tab.shown(1)], [Some(level(2)), Some(level(3))]);
    assert_eq!(tab.shown_note(1), "Seen in May");
    assert_eq!([device.answer(0), device.answer(1)], [Some(level(2)), Some(level(3))]);
    assert_eq!(view::notice(&tab.model), None);
    tab.send(Message::ResumeAsked);
    assert_eq!(tab.screen(), question(1));
}

#[test]
fn what_is_later_than_the_mirror_stays() {
    let (device, records) = killed();
    let mut tab = Tab::open(&device);
    for _ in 0..10 {
        tab.answer(0, level(4));
    }
    tab.send(Message::MirrorRead { records });
    assert_eq!([tab.shown(0), tab.shown(1)], [Some(level(4)), Some(level(3))]);
    assert_eq!(device.answer(0), Some(level(4)));
}

#[test]
fn a_delete_that_was_not_on_the_disk_is_still_a_delete() {
    let (device, _) = killed();
    let header = encode(Stored::nothing(Subject::Header), stamp(1, 9, 1));
    let mut tab = Tab::open(&device);
    tab.send(Message::MirrorRead { records: vec![(key(Subject::Header), header)] });
    assert_eq!([tab.shown(0), tab.shown(1)], [None; 2]);
    assert_eq!(device.keys(), [key(Subject::Header)]);
    assert_eq!(Tab::open(&device).shown(0), None);
}

#[test]
fn a_mirror_from_before_a_delete_brings_nothing_back() {
    let (device, records) = killed();
    let mut tab = Tab::open(&device);
    tab.delete();
    tab.send(Message::MirrorRead { records });
    assert_eq!([tab.shown(0), tab.shown(1)], [None; 2]);
    assert_eq!(device.keys(), [key(Subject::Header)]);
}

#[test]
fn whatever_else_is_in_the_mirror_is_passed_over() {
    let mut tab = Tab::open(&Device::new());
    let records = vec![("theme".into(), "dark".into()), (key(answer_of(0)), "{".into())];
    tab.send(Message::MirrorRead { records });
    assert_eq!((tab.shown(0), view::notice(&tab.model)), (None, None));
    assert_eq!(tab.screen(), Screen::Start);
}

#[test]
fn what_comes_back_is_not_stored_while_nothing_is_to_be_kept() {
    let (device, records) = killed();
    let mut tab = Tab::open(&device);
    tab.keep(false);
    tab.send(Message::MirrorRead { records });
    assert_eq!((tab.shown(1), device.answer(0)), (None, Some(level(1))));
    tab.keep(true);
    assert_eq!(tab.shown(1), Some(level(3)));
    assert_eq!((device.answer(1), view::notice(&tab.model)), (Some(level(3)), None));
}

#[test]
fn what_is_put_in_before_the_mirror_is_read_stays() {
    let (device, records) = killed();
    let mut tab = Tab::open(&device);
    tab.answer(0, level(4)); // Before it counts as often as the lost one.
    tab.send(Message::MirrorRead { records });
    assert_eq!([tab.shown(0), tab.shown(1)], [Some(level(4)), Some(level(3))]);
    assert_eq!(device.answer(0), Some(level(4)));
    assert_eq!(Tab::open(&device).shown(0), Some(level(4)));
}

#[test]
fn what_a_delete_left_in_the_mirror_is_removed_there_and_nowhere_else() {
    let (device, records) = killed();
    Tab::open(&device).delete();
    let mut tab = Tab::open(&device);
    let left: Vec<String> = records.iter().map(|(key, _)| key.clone()).collect();
    let effects = tab.send(Message::MirrorRead { records });
    assert_eq!(effects, [Effect::ForgetMirrored { keys: left }]);
}

#[test]
fn deleting_takes_what_only_the_mirror_holds_of_other_questions() {
    let device = Device::new();
    let mut tab = Tab::open(&device);
    let other = format!("{PRODUCT}1/answers-0000000000000000/other");
    tab.send(Message::MirrorRead { records: vec![(other.clone(), "{}".into())] });
    let effects = tab.delete();
    let is_removed = |effect: &Effect| matches!(effect, Effect::Remove { keys } if keys.contains(&other));
    assert!(effects.iter().any(is_removed), "{effects:?}");
}
