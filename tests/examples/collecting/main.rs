//! How long it takes to put many responses in, and for how long the page stands still meanwhile:
//! `SITE_FOLDER="$PWD/dist" cargo run -p browser-tests --example collecting`.
//!
//! A file of 100,000 lines goes through the screen, and then 1,000 files of one response each. Each time the
//! round is closed after that. A message to itself, sent again and again, tells when the page did nothing else:
//! the longest gap is the longest that a person would have waited for anything. Run it on a machine that does
//! nothing else: whatever takes the processor meanwhile counts as a gap too.

#![allow(clippy::print_stdout, reason = "it talks to the person who started it")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use assessment::answers::Answer;
use assessment::board::{
    AnonymityThreshold, Draft, PaperWords, Response, ResponseId, Round, RoundCode, RoundFile, write_response,
    write_round,
};
use assessment::persist::Keys;
use browser_tests::{Visit, content};
use serde_json::json;

const LINES: u64 = 100_000;
const FILES: u64 = 1_000;

const DOOR: &str = "For whoever combines a board’s answers";
const LOG: &str = ".board__log";
const PICTURE: &str = "article.board-document";

fn main() {
    let lines = (0..LINES).map(|id| written(id) + "\n").collect::<String>();
    put_in("one file of 100,000 lines", |visit| vec![visit.file("responses.jsonl", &lines)]);
    put_in("1,000 files of one response", |visit| {
        (0..FILES).map(|id| visit.file(&format!("response-{id}.json"), &written(id))).collect()
    });
}

/// Puts files into a round and closes it, and tells what that took.
fn put_in(what: &str, files: impl FnOnce(&Visit) -> Vec<PathBuf>) {
    let visit = Visit::begin();
    let (key, text) = round();
    visit.open_with(&BTreeMap::from([(key.clone(), text)]), "/");
    visit.press(DOOR);
    visit.press("Put responses in");
    watch(&visit, "change", LOG);
    // A field takes many files as lines.
    let files: Vec<String> =
        files(&visit).iter().map(|file| file.to_str().expect("a path in Unicode").to_owned()).collect();
    visit.choose_file("Choose response files", files.join("\n").as_ref());
    tell(&visit, what);
    let stored = visit.run("return localStorage.getItem(arguments[1]).length;", [json!(key)]);
    println!("    stored: {stored} characters");
    visit.press("Go to the round");
    visit.press("Close the round");
    watch(&visit, "click", PICTURE);
    visit.press("Yes, close the round");
    tell(&visit, "closing it");
}

fn watch(visit: &Visit, event: &str, until: &str) {
    visit.run(include_str!("measuring.js"), [json!(event), json!(until)]);
}

fn tell(visit: &Visit, what: &str) {
    let measured = visit.run_until_it_answers("measured().then(arguments[1]);", []);
    let blocks: Vec<(f64, f64)> = serde_json::from_value(measured["blocks"].clone()).expect("pairs");
    let longest = blocks.iter().map(|(_, length)| *length).fold(0.0, f64::max);
    println!(
        "{what}: {:.0} ms, longest block {longest:.0} ms",
        measured["total"].as_f64().unwrap_or_default()
    );
    for (start, length) in blocks.iter().filter(|(_, length)| *length > 50.0) {
        println!("    {length:.0} ms after {start:.0} ms");
    }
}

/// A round that nobody has answered yet, as it is stored.
fn round() -> (String, String) {
    let questionnaire = content::questionnaire();
    let round = Round { code: code(), asks_role: false, threshold: AnonymityThreshold::LOWEST };
    let file = RoundFile {
        name: String::new(),
        board_size: None,
        is_rehearsal: false,
        draft: Draft::new(questionnaire.clone(), round),
        agenda: None,
        paper: PaperWords::default(),
    };
    let keys = Keys::new("answers", questionnaire.fingerprint());
    (keys.board_round(), write_round(&file, questionnaire))
}

fn code() -> RoundCode {
    RoundCode::from_random(1)
}

fn written(id: u64) -> String {
    let questionnaire = content::questionnaire();
    let answers = (0..32).map(|question| match (id * 7 + question * 13 + id / 5) % 7 {
        6 => Some(Answer::DontKnow),
        5 => None,
        number => questionnaire.scale().level(number).map(Answer::Level),
    });
    // Ids come in no order.
    let id = ResponseId::from_random(id.wrapping_mul(0x9e37_79b9_7f4a_7c15));
    write_response(&Response::new(questionnaire, code(), id, None, answers.collect()).expect("32 answers"))
}
