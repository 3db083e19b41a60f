//! The file of a round: what is accepted comes back the same once it is written, and can be gone on with.
//! `FINGERPRINT` in the input stands for that of the questionnaire.
#![no_main]

use assessment::answers::Answer;
use assessment::board::{Closing, Loaded, Response, ResponseId, Role, RoundFile, read_round, write_round};
use fuzz::{QUESTIONNAIRE, mutate, some_answers};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let text = input.replace("FINGERPRINT", &QUESTIONNAIRE.fingerprint().to_string());
    let Ok(file) = read_round(&text, &QUESTIONNAIRE) else { return };
    let written = write_round(&file, &QUESTIONNAIRE);
    let again = read_round(&written, &QUESTIONNAIRE);
    assert!(again.as_ref() == Ok(&file), "{written}");
    go_on(file);
});

/// One more response comes in, those that can be taken out are, and the round is closed.
fn go_on(file: RoundFile) {
    let mut draft = file.draft;
    let had_picture = draft.picture().is_some();
    assert_eq!(draft.counted_responses() >= 5, had_picture);
    let before = draft.responses();
    let answers: Vec<Option<Answer>> =
        some_answers(&QUESTIONNAIRE).map(Some).take(QUESTIONNAIRE.indicators().len()).collect();
    let role = draft.round().asks_role.then_some(Role::Executive);
    let id = ResponseId::from_random(u64::MAX);
    let response = Response::new(&QUESTIONNAIRE, draft.round().code, id, role, answers);
    let loaded = draft.add(response.expect("an answer to each question"));
    assert_eq!(draft.responses(), before + usize::from(loaded == Loaded::Added));
    let mut emptied = draft.clone();
    for id in draft.removable_ids() {
        emptied.remove(id);
    }
    assert_eq!(emptied.late_responses() == 0, draft.keeps_whole() || draft.late_responses() == 0);
    let closing = draft.close();
    assert_eq!(draft.picture().is_some(), had_picture || closing == Closing::Shown);
    assert!(closing != Closing::Shown || draft.late_responses() == 0);
}
