//! A whole store of anything: a check opens on it, can be used, and keeps what is then answered.
//!
//! Each line is one record, its key and its text parted by a tab. A key that begins with a slash, or is
//! empty, belongs to the store.
#![no_main]

use assessment::app::{Message, view};
use assessment::persist::Keys;
use fuzz::{QUESTIONNAIRE, STORE, look_around, mutate, opened, send, some_answers};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let records = records(input);
    let mut model = opened(QUESTIONNAIRE.clone(), records.clone());
    send(&mut model, Message::ResumeAsked);
    look_around(&mut model);
    // As another tab would write them.
    for (key, text) in records {
        send(&mut model, Message::RecordSeen { key, text });
    }
    for (indicator, answer) in QUESTIONNAIRE.indicator_positions().zip(some_answers(&QUESTIONNAIRE)) {
        send(&mut model, Message::ChangeAsked(indicator));
        send(&mut model, Message::AnswerChosen(indicator, answer));
        assert_eq!(view::question_state(&model, indicator).answer, Some(answer));
        send(&mut model, Message::ContinueAsked);
    }
    look_around(&mut model);
    send(&mut model, Message::DeleteConfirmed);
    look_around(&mut model);
    assert!(!view::tasks(&model).has_answers);
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
