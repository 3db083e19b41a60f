//! Interface texts, as they are and put over a complete catalogue: what is accepted has every text.
#![no_main]

use assessment::text::{Catalogue, Key, TextKey as _};
use fuzz::{every_text, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use serde_json::Value;

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    read(input);
    if let Ok(Value::Object(changes)) = serde_json::from_str(input) {
        let mut texts = every_text();
        texts.extend(changes);
        read(&Value::Object(texts).to_string());
    }
});

fn read(texts: &str) {
    match Catalogue::parse(texts) {
        Ok(catalogue) => Key::ALL.iter().for_each(|key| use_text(&catalogue, *key)),
        Err(problems) => assert!(!problems.is_empty()),
    }
}

/// With nothing to put in, a text stays as it is, braces and all.
fn use_text(catalogue: &Catalogue, key: Key) {
    assert_eq!(catalogue.fill(key, &[]), catalogue.text(key));
    for count in 0..3 {
        let filled = catalogue.count(key, count, &[("question", "{note}"), ("note", "{")]);
        assert!(count == 1 || catalogue.text(key).contains('{') || filled == catalogue.text(key));
    }
}
