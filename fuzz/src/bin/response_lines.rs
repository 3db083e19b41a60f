//! Many responses in one text: whatever is in it can be loaded, and a picture is made only of enough.
//! `FINGERPRINT` in the input stands for that of the questionnaire.
#![no_main]

use assessment::board::{AnonymityThreshold, Closing, Draft, Loaded, Round, read_responses};
use fuzz::{QUESTIONNAIRE, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let text = input.replace("FINGERPRINT", &QUESTIONNAIRE.fingerprint().to_string());
    let mut draft: Option<Draft> = None;
    let mut added = 0;
    let mut last = 0;
    for line in read_responses(&text, &QUESTIONNAIRE) {
        assert!(line.number > last && line.number <= text.lines().count(), "lines are told in their order");
        last = line.number;
        let Ok(response) = line.response else { continue };
        let round = Round { code: response.round(), asks_role: false, threshold: AnonymityThreshold::LOWEST };
        let draft = draft.get_or_insert_with(|| Draft::new(QUESTIONNAIRE.clone(), round));
        added += usize::from(draft.add(response) == Loaded::Added);
    }
    if let Some(mut draft) = draft {
        assert_eq!(draft.responses(), added);
        assert_eq!(draft.close() == Closing::Shown, added >= 5);
        assert_eq!(draft.picture().is_some(), added >= 5);
    }
});
