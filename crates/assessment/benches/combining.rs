//! How long it takes to combine a board's answers: reading, loading, closing and the picture; and to write the
//! file of a round, which is stored after each step.
//!
//!     cargo bench -p assessment
//!
//! The time for each response must be the same however many there are. 100,000 responses of 32 questions
//! are to take less than a second on a laptop.

#[path = "../tests/documents/mod.rs"]
mod documents;

use assessment::answers::Answer;
use assessment::board::{
    AnonymityThreshold, Closing, Draft, Loaded, PaperWords, Picture, Response, ResponseId, Role, Round,
    RoundCode, RoundFile, read_responses, write_response, write_round,
};
use assessment::questionnaire::Questionnaire;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use documents::write_documents;
use std::fmt::Write as _;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

const SIZES: [u64; 3] = [1_000, 10_000, 100_000];

fn questionnaire() -> Arc<Questionnaire> {
    let (definition, texts) = write_documents(&[4; 8], 5);
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("the sample is valid").into()
}

fn response(questionnaire: &Questionnaire, id: u64) -> Response {
    let answers = (0..32).map(|question| match (id * 7 + question * 13 + id / 5) % 7 {
        6 => Some(Answer::DontKnow),
        5 => None,
        number => questionnaire.scale().level(number).map(Answer::Level),
    });
    let round = RoundCode::from_random(1);
    // Ids come in no order.
    let random = ResponseId::from_random(id.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    let role = Some(if id.is_multiple_of(3) { Role::NonExecutive } else { Role::Executive });
    Response::new(questionnaire, round, random, role, answers.collect()).expect("an answer to each question")
}

fn draft(questionnaire: &Arc<Questionnaire>) -> Draft {
    let code = RoundCode::from_random(1);
    let round = Round { code, asks_role: true, threshold: AnonymityThreshold::LOWEST };
    Draft::new(questionnaire.clone(), round)
}

fn picture_of(mut draft: Draft, responses: impl Iterator<Item = Response>) -> Picture {
    for response in responses {
        assert_eq!(draft.add(response), Loaded::Added);
    }
    assert_eq!(draft.close(), Closing::Shown);
    draft.picture().expect("it was shown")
}

fn combining(criterion: &mut Criterion) {
    let questionnaire = questionnaire();
    let mut group = criterion.benchmark_group("combining");
    group.sample_size(10).measurement_time(Duration::from_secs(8));
    for size in SIZES {
        let responses: Vec<Response> = (0..size).map(|id| response(&questionnaire, id)).collect();
        let mut lines = String::new();
        for response in &responses {
            let _ = writeln!(lines, "{}", write_response(response));
        }
        group.throughput(Throughput::Elements(size));
        group.bench_function(BenchmarkId::new("responses that are read already", size), |bencher| {
            bencher.iter_batched(
                || responses.clone(),
                |responses| black_box(picture_of(draft(&questionnaire), responses.into_iter())),
                criterion::BatchSize::PerIteration,
            );
        });
        group.bench_function(BenchmarkId::new("a text of JSON Lines", size), |bencher| {
            bencher.iter(|| {
                let read = read_responses(&lines, &questionnaire);
                let responses = read.map(|line| line.response.expect("a response"));
                black_box(picture_of(draft(&questionnaire), responses))
            });
        });
    }
    group.finish();
}

fn storing(criterion: &mut Criterion) {
    let questionnaire = questionnaire();
    let mut group = criterion.benchmark_group("storing");
    for size in SIZES {
        let mut draft = draft(&questionnaire);
        for id in 0..size {
            assert_eq!(draft.add(response(&questionnaire, id)), Loaded::Added);
        }
        let file = RoundFile {
            name: "Spring".to_owned(),
            board_size: None,
            is_rehearsal: false,
            draft,
            agenda: None,
            paper: PaperWords::default(),
        };
        group.throughput(Throughput::Elements(size));
        group.bench_function(BenchmarkId::new("the file of a round", size), |bencher| {
            bencher.iter(|| black_box(write_round(&file, &questionnaire)));
        });
    }
    group.finish();
}

criterion_group!(benches, combining, storing);
criterion_main!(benches);
