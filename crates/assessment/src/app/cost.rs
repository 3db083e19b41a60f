//! One answer costs the same, however long the questionnaire is. `docs/reliability.md` has the numbers.

use super::samples::{opened, questionnaire};
use super::{Effect, MemoryStore, Message, Model, Navigation, view};
use crate::answers::{Answer, visits};
use crate::questionnaire::{IndicatorPosition, Level, Questionnaire};

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
    store.play(&mut model, Message::AllElementsChosen);
    let (answers_looked_at, effects) = visits::during(|| answer_and_go_on(&mut model, &mut store));
    let bytes_written = effects.iter().filter_map(|effect| match effect {
        Effect::Write { key, text, .. } => Some(key.len() + text.len()),
        _ => None,
    });
    Cost { answers_looked_at, bytes_written: bytes_written.collect(), effects: effects.len() }
}

fn answer_and_go_on(model: &mut Model, store: &mut MemoryStore) -> Vec<Effect> {
    let (first, second) = (IndicatorPosition(0), IndicatorPosition(1));
    let mut effects = store.play(model, Message::AnswerChosen(first, Answer::Level(Level(3))));
    let _ = view::question_state(model, first);
    effects.extend(store.play(model, Message::ContinueAsked));
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

// What is stored

/// What stands in the store and what it took to put it there, in bytes of keys and texts as UTF-8.
#[derive(Debug, Default, PartialEq, Eq)]
struct Storage {
    records: usize,
    bytes: usize,
    writes: usize,
    bytes_written: usize,
}

/// Answers that many questions, one after another, and stays on the last.
fn storage_of(questionnaire: Questionnaire, answers: usize) -> Storage {
    let mut model = opened(questionnaire, Navigation::Page);
    let mut store = MemoryStore::default();
    let mut effects = store.play(&mut model, Message::AllElementsChosen);
    for index in 0..answers {
        let answer = Message::AnswerChosen(IndicatorPosition(index), Answer::Level(Level(3)));
        effects.extend(store.play(&mut model, answer));
        if index + 1 < answers {
            effects.extend(store.play(&mut model, Message::ContinueAsked));
        }
    }
    let writes = effects.iter().filter_map(|effect| match effect {
        Effect::Write { key, text, .. } => Some(key.len() + text.len()),
        _ => None,
    });
    Storage {
        records: store.texts.len(),
        bytes: store.texts.iter().map(|(key, text)| key.len() + text.len()).sum(),
        writes: writes.clone().count(),
        bytes_written: writes.sum(),
    }
}

fn published() -> Questionnaire {
    let definition = include_str!("../../../../content/questionnaire.json");
    let texts = include_str!("../../../../content/questionnaire.en.json");
    Questionnaire::parse(definition, texts).expect("the published questionnaire is valid")
}

#[test]
fn what_is_stored_is_a_header_and_one_record_for_each_answer() {
    for answers in [1, 32, 2_000] {
        let storage = storage_of(questionnaire(answers, 1), answers);
        assert_eq!((storage.records, storage.writes), (answers + 1, answers * 2), "{answers} answers");
    }
}

#[test]
fn an_answer_takes_the_same_room_first_and_last() {
    // Keys and counts of as many digits, so that only the number of answers differs.
    let room = |answers| storage_of(questionnaire(1, 1_000), answers).bytes;
    assert_eq!(room(601) - room(600), room(901) - room(900));
    assert_eq!(room(900) - room(600), 300 * (room(601) - room(600)), "the whole is the sum");
}

#[test]
fn the_published_check_takes_this_room() {
    let storage = |answers| storage_of(published(), answers);
    assert_eq!(storage(1), Storage { records: 2, bytes: 307, writes: 2, bytes_written: 307 });
    assert_eq!(storage(32), Storage { records: 33, bytes: 4_285, writes: 64, bytes_written: 9_944 });
}

#[test]
fn a_check_of_two_thousand_questions_takes_this_room() {
    let storage = |answers| storage_of(questionnaire(500, 4), answers);
    assert_eq!(storage(1), Storage { records: 2, bytes: 307, writes: 2, bytes_written: 307 });
    assert_eq!(
        storage(2_000),
        Storage { records: 2_001, bytes: 261_195, writes: 4_000, bytes_written: 633_346 }
    );
}
