//! One answer costs the same, however long the questionnaire is.

use super::samples::{opened, questionnaire, send};
use super::{Effect, MemoryStore, Message, Model, Navigation, view};
use crate::answers::{Answer, visits};
use crate::questionnaire::{IndicatorPosition, Level};

/// What answering one question and going on costs.
#[derive(Debug, PartialEq, Eq)]
struct Cost {
    answers_looked_at: usize,
    effects: usize,
    bytes_written: Vec<usize>,
}

fn cost_of_one_answer(elements: usize, indicators: usize) -> Cost {
    let mut model = opened(questionnaire(elements, indicators), Navigation::Page);
    let mut store = MemoryStore::default();
    send(&mut model, &mut store, Message::AllElementsChosen);
    let (answers_looked_at, effects) = visits::during(|| answer_and_go_on(&mut model, &mut store));
    let bytes_written = effects.iter().filter_map(|effect| match effect {
        Effect::Write { key, text, .. } => Some(key.len() + text.len()),
        _ => None,
    });
    Cost { answers_looked_at, bytes_written: bytes_written.collect(), effects: effects.len() }
}

fn answer_and_go_on(model: &mut Model, store: &mut MemoryStore) -> Vec<Effect> {
    let (first, second) = (IndicatorPosition(0), IndicatorPosition(1));
    let mut effects = send(model, store, Message::AnswerChosen(first, Answer::Level(Level(3))));
    let _ = view::question_state(model, first);
    effects.extend(send(model, store, Message::ContinueAsked));
    let _ = (view::question(model, second), view::question_state(model, second), view::notice(model));
    effects
}

#[test]
fn one_answer_costs_the_same_in_forty_and_in_two_thousand_questions() {
    let cost = cost_of_one_answer(1, 40);
    assert_eq!(cost, cost_of_one_answer(1, 2_000));
    assert_eq!(cost, cost_of_one_answer(500, 4));
    assert_eq!(cost.bytes_written.len(), 2, "the answer and the place: {cost:?}");
}

#[test]
fn looking_at_every_answer_would_be_noticed() {
    let visits = |elements| {
        let model = opened(questionnaire(elements, 4), Navigation::Page);
        visits::during(|| view::results(&model)).0
    };
    assert!(visits(20) > visits(10));
}
