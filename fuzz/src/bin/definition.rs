//! The two documents of a questionnaire: what is accepted can be answered, scored and shown.
#![no_main]

use assessment::answers::Answers;
use assessment::app::Message;
use assessment::questionnaire::Questionnaire;
use fuzz::{check_scores, documents, look_around, mutate, opened, send, some_answers};
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
    let mut model = opened(questionnaire.into(), vec![]);
    send(&mut model, Message::AllElementsChosen);
    for (indicator, answer) in given {
        send(&mut model, Message::AnswerChosen(indicator, answer));
        send(&mut model, Message::ContinueAsked);
    }
    look_around(&mut model);
});
