//! The two documents of a questionnaire: what is accepted can be answered, scored and shown.
#![no_main]

use assessment::answers::Answers;
use assessment::app::{MemoryStore, Message};
use assessment::questionnaire::Questionnaire;
use fuzz::{Visit, check_scores, documents, mutate, some_answers};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let Some((definition, texts)) = documents(input) else { return };
    let Ok(questionnaire) = Questionnaire::parse(definition, texts) else { return };
    let mut answers = Answers::none(&questionnaire);
    let given: Vec<_> = questionnaire.indicator_positions().zip(some_answers(&questionnaire)).collect();
    for (indicator, answer) in &given {
        answers.set(*indicator, Some(*answer));
        check_scores(&questionnaire, &answers);
    }
    assert_eq!(Questionnaire::unpack(&questionnaire.pack()), questionnaire);
    let mut visit = Visit::open(questionnaire.into(), MemoryStore::default());
    visit.send(Message::AllElementsChosen);
    for (indicator, answer) in given {
        visit.send(Message::AnswerChosen(indicator, answer));
        visit.send(Message::ContinueAsked);
    }
    visit.look_around();
});
