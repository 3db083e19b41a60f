//! A stored text, read as every kind of record: what can be read is written so that it reads the same.
#![no_main]

use assessment::persist::{Keys, Record};
use fuzz::{QUESTIONNAIRE, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|text: &str| {
    for subject in Keys::subjects(&QUESTIONNAIRE) {
        if let Ok(record) = Record::decode(text, subject, &QUESTIONNAIRE) {
            let written = record.encode(&QUESTIONNAIRE);
            assert_eq!(Record::decode(&written, subject, &QUESTIONNAIRE), Ok(record), "{written}");
        }
    }
});
