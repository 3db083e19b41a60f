//! A typed code: what is accepted says the same once it is written again.
#![no_main]

use assessment::board::{read_code, write_code};
use fuzz::QUESTIONNAIRE;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &str| {
    if let Ok(response) = read_code(input, &QUESTIONNAIRE) {
        let written = write_code(&response, &QUESTIONNAIRE).expect("so few questions fit");
        assert_eq!(read_code(&written, &QUESTIONNAIRE), Ok(response));
    }
});
