//! A whole store of anything: a check opens on it, can be used, and keeps what is then answered.
//!
//! Each line is one record, its key and its text parted by a tab. A key that begins with a slash, or is
//! empty, belongs to the store.
#![no_main]

use assessment::app::{MemoryStore, Message, view};
use assessment::persist::Keys;
use fuzz::{QUESTIONNAIRE, STORE, Visit, mutate, some_answers};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let records = records(input);
    let mut store = MemoryStore::default();
    store.texts.extend(records.iter().cloned());
    let mut visit = Visit::open(QUESTIONNAIRE.clone(), store);
    visit.send(Message::ResumeAsked);
    visit.look_around();
    // As another tab would write them, and as they would be found after a crash.
    for (key, text) in &records {
        visit.send(Message::RecordSeen { key: key.clone(), text: text.clone() });
    }
    visit.send(Message::MirrorRead { records });
    for (indicator, answer) in QUESTIONNAIRE.indicator_positions().zip(some_answers(&QUESTIONNAIRE)) {
        visit.send(Message::ChangeAsked(indicator));
        visit.send(Message::AnswerChosen(indicator, answer));
        assert_eq!(view::question_state(&visit.model, indicator).answer, Some(answer));
        visit.send(Message::ContinueAsked);
    }
    visit.look_around();
    visit.send(Message::DeleteConfirmed);
    visit.look_around();
    assert!(!view::tasks(&visit.model).has_answers);
});

fn records(input: &str) -> Vec<(String, String)> {
    let keys = Keys::new(STORE, QUESTIONNAIRE.fingerprint());
    let key = |key: &str| match key {
        own if own.is_empty() || own.starts_with('/') => format!("{}{own}", keys.prefix()),
        other => other.to_owned(),
    };
    let lines = input.lines().filter_map(|line| line.split_once('\t'));
    lines.map(|(name, text)| (key(name), text.to_owned())).collect()
}
