//! A whole questionnaire in one file: its languages, its limits, and everything that is wrong in it.

#[path = "documents/file.rs"]
mod file;

use assessment::questionnaire::{Document, Questionnaire, QuestionnaireFile};
use file::documents::write_documents;
use file::write_file;
use serde_json::{Value, json};

/// The file of two elements with two indicators each and three levels, in these languages.
fn sample(languages: &[&str]) -> Value {
    write_file(&[2, 2], 3, languages)
}

fn read(file: &Value) -> QuestionnaireFile {
    match QuestionnaireFile::parse(&file.to_string()) {
        Ok(file) => file,
        Err(problems) => panic!("{problems:#?}"),
    }
}

fn problems_of(file: &Value) -> Vec<String> {
    problems_in(&file.to_string())
}

fn problems_in(file: &str) -> Vec<String> {
    QuestionnaireFile::parse(file).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn a_file_holds_what_its_definition_and_texts_hold() {
    let (definition, texts) = write_documents(&[2, 2], 3);
    let apart = Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("two documents");
    assert_eq!(read(&sample(&["en"])).first(), &apart);
}

#[test]
fn every_language_is_read_in_the_order_of_the_file() {
    let mut file = sample(&["en-GB", "cy"]);
    file["texts"][1]["title"] = json!("Sampl");
    let questionnaires = read(&file);
    let titles: Vec<(&str, &str)> =
        questionnaires.languages().map(|it| (it.language(), it.title())).collect();
    assert_eq!(titles, [("en-GB", "Sample"), ("cy", "Sampl")]);
    assert_eq!(questionnaires.first().language(), "en-GB");
    let mut fingerprints = questionnaires.languages().map(Questionnaire::fingerprint);
    assert_eq!(fingerprints.next(), fingerprints.next(), "answers do not depend on the language");
}

#[test]
fn the_wanted_language_is_found_if_the_file_has_it() {
    let cases: [(&[&str], &str, Option<&str>); 9] = [
        (&["en-GB", "cy"], "cy", Some("cy")),
        (&["en-GB", "cy"], "en-gb", Some("en-GB")),
        (&["en-US", "en-GB"], "en-GB", Some("en-GB")),
        (&["en-US", "en-GB"], "en", Some("en-US")),
        (&["en", "cy"], "cy-GB", Some("cy")),
        (&["en-GB", "cy"], "en-AU", Some("en-GB")),
        (&["en-GB", "cy"], "pl", None),
        (&["en-GB", "cy"], "", None),
        (&["eng"], "en", None),
    ];
    for (languages, wanted, expected) in cases {
        let questionnaires = read(&sample(languages));
        let found = questionnaires.in_language(wanted).map(Questionnaire::language);
        assert_eq!(found, expected, "{wanted} among {languages:?}");
    }
}

#[test]
fn every_problem_of_every_language_is_told_at_once() {
    let mut file = sample(&["en-GB", "cy"]);
    file["format"] = json!(2);
    file["author"] = json!("somebody");
    file["texts"][0]["title"] = json!("");
    file["texts"][1]["levels"] = json!(["Un", "Dau"]);
    file["texts"][1]["elements"]["element-1"]["indicators"]["indicator-1-0"]["question"] = json!(7);
    assert_eq!(
        problems_of(&file),
        [
            "questionnaire, author: found \"somebody\", expected one of: $schema, format, id, version, levels, elements, texts",
            "questionnaire, format: found 2, expected the number 1",
            "questionnaire, texts[0].title: found \"\", expected text of 1 to 100 characters on one line",
            "questionnaire, texts[1].levels: found a list of 2, expected a list of 3, one text for each level",
            "questionnaire, texts[1].elements.element-1.indicators.indicator-1-0.question: found 7, expected text of 1 to 300 characters on one line",
        ]
    );
}

#[test]
fn a_file_without_a_language_is_refused() {
    assert_eq!(
        problems_of(&sample(&[])),
        ["questionnaire, texts: found a list of 0, expected a list of at least one"]
    );
    let (definition, _) = write_documents(&[2, 2], 3);
    assert_eq!(
        problems_of(&definition),
        ["questionnaire, texts: found nothing, expected a list of at least one"]
    );
}

#[test]
fn a_language_that_comes_twice_is_told_however_it_is_written() {
    assert_eq!(
        problems_of(&sample(&["en-GB", "cy", "en-gb"])),
        ["questionnaire, texts: found the language \"en-gb\" twice, expected each language once"]
    );
}

#[test]
fn a_file_may_name_its_schema() {
    let mut file = sample(&["en"]);
    file["$schema"] = json!("questionnaire.schema.json");
    read(&file);
    file["$schema"] = json!(true);
    assert_eq!(
        problems_of(&file),
        ["questionnaire, $schema: found true, expected text of 1 to 600 characters on one line"]
    );
}

#[test]
fn a_file_of_a_megabyte_is_read_and_one_byte_more_is_not() {
    let mut text = sample(&["en"]).to_string();
    text += &" ".repeat(1_000_000 - text.len());
    assert_eq!(problems_in(&text), [""; 0]);
    text.push(' ');
    assert_eq!(problems_in(&text), ["questionnaire: found 1000001 bytes, expected at most 1000000 bytes"]);
    // Counted before anything is read.
    assert_eq!(
        problems_in(&"[".repeat(1_000_001)),
        ["questionnaire: found 1000001 bytes, expected at most 1000000 bytes"]
    );
}

#[test]
fn two_thousand_questions_are_read_and_one_more_is_not() {
    assert_eq!(read(&write_file(&[1_000, 1_000], 3, &["en"])).first().indicators().len(), 2_000);
    assert_eq!(
        problems_of(&write_file(&[1_000, 1_001], 3, &["en"])),
        ["questionnaire, elements: found 2001 indicators, expected at most 2000"]
    );
}

#[test]
fn a_name_that_comes_twice_is_told_in_any_language() {
    let text = sample(&["en", "cy"]).to_string().replacen(
        "\"language\":\"cy\"",
        "\"language\":\"cy\",\"language\":\"pl\"",
        1,
    );
    assert_eq!(
        problems_in(&text),
        [
            "questionnaire, texts[1].language: found the same name twice, expected each name once in its object"
        ]
    );
}

#[test]
fn a_character_that_parts_packed_fields_is_refused() {
    let mut file = sample(&["en"]);
    file["texts"][0]["elements"]["element-0"]["indicators"]["indicator-0-0"]["question"] =
        json!("One?\u{1e}Two?");
    assert_eq!(
        problems_of(&file),
        [
            "questionnaire, texts[0].elements.element-0.indicators.indicator-0-0.question: found \"One?\\u{1e}Two?\", expected text of 1 to 300 characters on one line"
        ]
    );
}

#[test]
fn a_mark_of_the_editor_before_the_text_does_no_harm() {
    assert_eq!(problems_in(&format!("\u{feff}{}", sample(&["en"]))), [""; 0]);
}

#[test]
fn what_is_no_questionnaire_is_a_problem_of_the_whole_file() {
    assert_eq!(problems_in("[]"), ["questionnaire: found a list of 0, expected an object"]);
    assert_eq!(
        problems_in("<!doctype html>"),
        ["questionnaire, line 1, column 1: found text that is not JSON, expected a JSON object"]
    );
    let problems = QuestionnaireFile::parse("null").expect_err("it is nothing");
    assert_eq!(problems[0].document, Document::File);
    assert_eq!(problems[0].reason(), "found null, expected an object");
}

#[test]
fn the_example_for_authors_is_a_questionnaire() {
    let guide = include_str!("../../../docs/how-to/write-a-questionnaire.md");
    let (_, rest) = guide.split_once("```json\n").expect("the guide has an example");
    let (example, _) = rest.split_once("```").expect("the example ends");
    assert_eq!(problems_in(example), [""; 0]);
}
