//! The file of a response: what is accepted comes back the same once it is written, as a file and as a code.
//! `FINGERPRINT` in the input stands for that of the questionnaire.
#![no_main]

use assessment::board::{read_code, read_response, write_code, write_response};
use fuzz::{QUESTIONNAIRE, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let text = input.replace("FINGERPRINT", &QUESTIONNAIRE.fingerprint().to_string());
    let Ok(response) = read_response(&text, &QUESTIONNAIRE) else { return };
    assert_eq!(response.answers().len(), QUESTIONNAIRE.indicators().len());
    let written = write_response(&response);
    assert_eq!(read_response(&written, &QUESTIONNAIRE), Ok(response.clone()));
    let code = write_code(&response, &QUESTIONNAIRE).expect("so few questions fit");
    assert_eq!(read_code(&code, &QUESTIONNAIRE), Ok(response));
});
