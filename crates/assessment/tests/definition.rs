//! A questionnaire is read as a whole: either it is complete, or everything that is wrong is said at
//! once, each thing with its place, what was found there and what was expected.

#[path = "documents/mod.rs"]
mod documents;

use assessment::questionnaire::{Document, Fingerprint, Questionnaire};
use documents::write_documents;
use serde_json::{Value, json};

/// The two documents of two elements with two indicators each and three levels.
fn documents() -> (Value, Value) {
    write_documents(&[2, 2], 3)
}

fn problems_of(definition: &Value, texts: &Value) -> Vec<String> {
    problems_in(&definition.to_string(), &texts.to_string())
}

fn problems_in(definition: &str, texts: &str) -> Vec<String> {
    match Questionnaire::parse(definition, texts) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

fn parse(definition: &Value, texts: &Value) -> Questionnaire {
    let problems = problems_of(definition, texts);
    assert!(problems.is_empty(), "{problems:#?}");
    Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect("no problem was found")
}

fn put(document: &mut Value, place: &str, value: Value) {
    *document.pointer_mut(place).expect("the place exists") = value;
}

fn take(document: &mut Value, place: &str, field: &str) {
    let object = document.pointer_mut(place).and_then(Value::as_object_mut).expect("the object exists");
    assert!(object.remove(field).is_some(), "{field} was there");
}

const INDICATOR: &str = "/elements/element-0/indicators/indicator-0-0";

/// What breaks the two documents, and the problems that have to be told of it.
type Case = (&'static str, fn(&mut Value, &mut Value), &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "a missing field",
        |definition, texts| {
            take(definition, "", "version");
            take(texts, "", "title");
        },
        &[
            "definition, version: found nothing, expected a whole number from 1 to 4294967295",
            "texts, title: found nothing, expected text of 1 to 100 characters on one line",
        ],
    ),
    (
        "another format",
        |definition, _| put(definition, "/format", json!(2)),
        &["definition, format: found 2, expected the number 1"],
    ),
    (
        "a value of the wrong type",
        |definition, texts| {
            put(definition, "/levels", json!("three"));
            put(texts, "/title", json!(["Sample"]));
        },
        &[
            "definition, levels: found \"three\", expected a whole number from 3 to 7",
            "texts, title: found a list of 1, expected text of 1 to 100 characters on one line",
        ],
    ),
    (
        "a number that is not whole",
        |definition, _| put(definition, "/version", json!(1.5)),
        &[
            "definition, version: found a number that is not whole, expected a whole number from 1 to 4294967295",
        ],
    ),
    (
        "an unknown field",
        |definition, _| definition["author"] = json!("somebody"),
        &["definition, author: found \"somebody\", expected one of: format, id, version, levels, elements"],
    ),
    (
        "an unknown field deep in the texts",
        |_, texts| texts.pointer_mut(INDICATOR).expect("an indicator")["hint"] = json!("Think."),
        &[
            "texts, elements.element-0.indicators.indicator-0-0.hint: found \"Think.\", expected one of: title, question, levels",
        ],
    ),
    (
        "the same element id twice",
        |definition, _| put(definition, "/elements/1/id", json!("element-0")),
        &[
            "definition, elements: found the element id \"element-0\" twice, expected each element id once",
            "texts, elements.element-1: found an object, expected one of: element-0, element-0",
            "texts, elements.element-0.indicators.indicator-0-0: found an object, expected one of: indicator-1-0, indicator-1-1",
            "texts, elements.element-0.indicators.indicator-0-1: found an object, expected one of: indicator-1-0, indicator-1-1",
            "texts, elements.element-0.indicators.indicator-1-0: found nothing, expected an object",
            "texts, elements.element-0.indicators.indicator-1-1: found nothing, expected an object",
        ],
    ),
    (
        "the same indicator id twice in one element",
        |definition, texts| {
            put(definition, "/elements/0/indicators/1", json!("indicator-0-0"));
            take(texts, "/elements/element-0/indicators", "indicator-0-1");
        },
        &[
            "definition, elements: found the indicator id \"indicator-0-0\" twice, expected each indicator id once",
        ],
    ),
    (
        "the same indicator id in two elements",
        |definition, texts| {
            put(definition, "/elements/1/indicators/1", json!("indicator-0-0"));
            let moved = texts.pointer(INDICATOR).expect("an indicator").clone();
            take(texts, "/elements/element-1/indicators", "indicator-1-1");
            texts["elements"]["element-1"]["indicators"]["indicator-0-0"] = moved;
        },
        &[
            "definition, elements: found the indicator id \"indicator-0-0\" twice, expected each indicator id once",
        ],
    ),
    (
        "two levels",
        |definition, _| put(definition, "/levels", json!(2)),
        &["definition, levels: found 2, expected a whole number from 3 to 7"],
    ),
    (
        "eight levels",
        |definition, _| put(definition, "/levels", json!(8)),
        &["definition, levels: found 8, expected a whole number from 3 to 7"],
    ),
    (
        "texts for another number of levels",
        |_, texts| {
            put(texts, "/levels", json!(["One", "Two", "Three", "Four"]));
            put(texts, &format!("{INDICATOR}/levels"), json!(["One", "Two"]));
        },
        &[
            "texts, levels: found a list of 4, expected a list of 3, one text for each level",
            "texts, elements.element-0.indicators.indicator-0-0.levels: found a list of 2, expected a list of 3, one text for each level",
        ],
    ),
    (
        "no elements",
        |definition, texts| {
            put(definition, "/elements", json!([]));
            put(texts, "/elements", json!({}));
        },
        &["definition, elements: found a list of 0, expected a list of at least one"],
    ),
    (
        "an element without indicators",
        |definition, texts| {
            put(definition, "/elements/1/indicators", json!([]));
            put(texts, "/elements/element-1/indicators", json!({}));
        },
        &["definition, elements[1].indicators: found a list of 0, expected a list of at least one"],
    ),
    (
        "ids that are none",
        |definition, _| {
            put(definition, "/id", json!("9-lives"));
            put(definition, "/elements/0/id", json!("Element"));
            put(definition, "/elements/0/indicators/0", json!("a/note"));
            put(definition, "/elements/0/indicators/1", json!(""));
            put(definition, "/elements/1/id", json!("a".repeat(41)));
            put(definition, "/elements/1/indicators/0", json!(7));
        },
        &[
            "definition, id: found \"9-lives\", expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
            "definition, elements[0].id: found \"Element\", expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
            "definition, elements[0].indicators[0]: found \"a/note\", expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
            "definition, elements[0].indicators[1]: found \"\", expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
            "definition, elements[1].id: found \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…\", expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
            "definition, elements[1].indicators[0]: found 7, expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
        ],
    ),
    (
        "an indicator without its texts",
        |_, texts| take(texts, "/elements/element-0/indicators", "indicator-0-1"),
        &["texts, elements.element-0.indicators.indicator-0-1: found nothing, expected an object"],
    ),
    (
        "texts of an indicator that is not defined",
        |_, texts| {
            let extra = texts.pointer(INDICATOR).expect("an indicator").clone();
            texts["elements"]["element-0"]["indicators"]["indicator-0-2"] = extra;
        },
        &[
            "texts, elements.element-0.indicators.indicator-0-2: found an object, expected one of: indicator-0-0, indicator-0-1",
        ],
    ),
    (
        "an element without its texts",
        |_, texts| take(texts, "/elements", "element-1"),
        &["texts, elements.element-1: found nothing, expected an object"],
    ),
    (
        "a text that would not be shown as written",
        |_, texts| {
            put(texts, "/title", json!("Two\nlines"));
            put(texts, "/levels/0", json!(" "));
            put(texts, "/levels/1", json!("\u{7}"));
            put(texts, &format!("{INDICATOR}/question"), json!("é".repeat(301)));
        },
        &[
            "texts, title: found \"Two\\nlines\", expected text of 1 to 100 characters on one line",
            "texts, levels[0]: found \" \", expected text of 1 to 40 characters on one line",
            "texts, levels[1]: found \"\\u{7}\", expected text of 1 to 40 characters on one line",
            "texts, elements.element-0.indicators.indicator-0-0.question: found \"éééééééééééééééééééééééééééééééééééééééé…\", expected text of 1 to 300 characters on one line",
        ],
    ),
    (
        "texts that are too long for what they are",
        |_, texts| {
            put(texts, "/elements/element-0/title", json!("e".repeat(101)));
            put(texts, &format!("{INDICATOR}/title"), json!("i".repeat(101)));
            put(texts, &format!("{INDICATOR}/levels/2"), json!("d".repeat(301)));
            put(texts, "/elements/element-0/definition", json!("g".repeat(601)));
        },
        &[
            "texts, elements.element-0.title: found \"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee…\", expected text of 1 to 100 characters on one line",
            "texts, elements.element-0.indicators.indicator-0-0.title: found \"iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii…\", expected text of 1 to 100 characters on one line",
            "texts, elements.element-0.indicators.indicator-0-0.levels[2]: found \"dddddddddddddddddddddddddddddddddddddddd…\", expected text of 1 to 300 characters on one line",
            "texts, elements.element-0.definition: found \"gggggggggggggggggggggggggggggggggggggggg…\", expected text of 1 to 600 characters on one line",
        ],
    ),
    (
        "a language that is no tag",
        |_, texts| put(texts, "/language", json!("English, of course")),
        &["texts, language: found \"English, of course\", expected a language tag such as en-GB"],
    ),
    (
        "guidance with a part missing",
        |_, texts| {
            take(texts, "/elements/element-0", "staying");
            take(texts, "/elements/element-0/difficult_questions", "board");
            take(texts, "/elements/element-0/trade_offs/0", "given_up");
        },
        &[
            "texts, elements.element-0.trade_offs[0].given_up: found nothing, expected text of 1 to 600 characters on one line",
            "texts, elements.element-0.difficult_questions.board: found nothing, expected text of 1 to 600 characters on one line",
            "texts, elements.element-0.staying: found nothing, expected text of 1 to 600 characters on one line",
        ],
    ),
    (
        "addresses that must not become links",
        |_, texts| {
            let source = "good_practice/0/source";
            put(texts, &format!("/elements/element-0/{source}/address"), json!("http://example.org/"));
            put(texts, &format!("/elements/element-1/{source}/address"), json!("javascript:alert(1)"));
            put(texts, &format!("/elements/element-1/{source}/year"), json!(20));
        },
        &[
            "texts, elements.element-0.good_practice[0].source.address: found \"http://example.org/\", expected an address of at most 600 characters that begins with https://",
            "texts, elements.element-1.good_practice[0].source.year: found 20, expected a whole number from 1900 to 2100",
            "texts, elements.element-1.good_practice[0].source.address: found \"javascript:alert(1)\", expected an address of at most 600 characters that begins with https://",
        ],
    ),
    (
        "documents that are no objects",
        |definition, texts| {
            put(definition, "", json!([1, 2]));
            put(texts, "", json!(null));
        },
        &["definition: found a list of 2, expected an object", "texts: found null, expected an object"],
    ),
    (
        "several problems in both documents",
        |definition, texts| {
            put(definition, "/format", json!("1"));
            put(definition, "/elements/1/indicators/1", json!("indicator 1"));
            put(texts, "/language", json!("en_GB"));
            put(texts, "/levels/2", json!(null));
        },
        &[
            "definition, format: found \"1\", expected the number 1",
            "definition, elements[1].indicators[1]: found \"indicator 1\", expected an id of 1 to 40 lower-case letters, digits and hyphens, a letter first",
            "texts, language: found \"en_GB\", expected a language tag such as en-GB",
            "texts, levels[2]: found null, expected text of 1 to 40 characters on one line",
        ],
    ),
];

#[test]
fn everything_that_is_wrong_is_told_at_once_with_its_place() {
    for (what, break_them, expected) in CASES {
        let (mut definition, mut texts) = documents();
        break_them(&mut definition, &mut texts);
        assert_eq!(problems_of(&definition, &texts), *expected, "{what}");
    }
}

#[test]
fn a_problem_can_be_taken_apart() {
    let (definition, mut texts) = documents();
    put(&mut texts, "/levels/1", json!(7));
    let problems = Questionnaire::parse(&definition.to_string(), &texts.to_string()).expect_err("a problem");
    let [problem] = problems.as_slice() else { panic!("{problems:#?}") };
    assert_eq!(problem.document, Document::Texts);
    assert_eq!(problem.place, "levels[1]");
    assert_eq!(problem.found, "7");
    assert_eq!(problem.expected, "text of 1 to 40 characters on one line");
}

#[test]
fn what_is_no_json_is_told_with_line_and_column() {
    assert_eq!(
        problems_in("{\"format\": 1,\n  \"id\" \"sample\"}", ""),
        [
            "definition, line 2, column 8: found text that is not JSON, expected a JSON object",
            "texts, line 1, column 0: found text that is not JSON, expected a JSON object",
        ]
    );
}

#[test]
fn a_name_that_an_object_has_twice_is_told_with_its_place() {
    let (definition, texts) = documents();
    let twice =
        |document: &Value, field: &str| document.to_string().replacen(field, &format!("{field},{field}"), 1);
    assert_eq!(
        problems_in(&twice(&definition, r#""version":1"#), &twice(&texts, r#""question":"Question 0 1?""#)),
        [
            "definition, version: found the same name twice, expected each name once in its object",
            "texts, elements.element-0.indicators.indicator-0-1.question: found the same name twice, expected each name once in its object",
        ]
    );
}

#[test]
fn a_name_cannot_break_the_line_that_tells_of_it() {
    let (mut definition, texts) = documents();
    definition["line\nbreak\u{1b}"] = json!(1);
    assert_eq!(
        problems_of(&definition, &texts),
        ["definition, line\\nbreak\\u{1b}: found 1, expected one of: format, id, version, levels, elements"]
    );
}

#[test]
fn deep_nesting_is_a_problem_and_no_crash() {
    let (definition, texts) = documents();
    let nested = format!("{}{}", "[".repeat(200), "]".repeat(200));
    let is_told = |problems: Vec<String>, document: &str| {
        assert_eq!(problems.len(), 1, "{problems:#?}");
        assert!(problems[0].starts_with(document), "{problems:#?}");
    };
    is_told(problems_in(&definition.to_string(), &nested), "texts, line 1, column 128");
    let hidden = definition.to_string().replace("\"sample\"", &nested);
    is_told(problems_in(&hidden, &texts.to_string()), "definition, line 1, column");
    // Far beyond any stack, were it followed all the way.
    is_told(problems_in(&definition.to_string(), &"[".repeat(10_000_000)), "texts, line 1, column 128");
}

#[test]
fn a_questionnaire_that_is_too_large_is_told_with_its_size() {
    let (definition, texts) = write_documents(&[1_000, 1_001], 3);
    assert_eq!(
        problems_of(&definition, &texts),
        ["definition, elements: found 2001 indicators, expected at most 2000"]
    );
}

#[test]
fn a_problem_stays_short_however_much_was_possible() {
    let (definition, mut texts) = write_documents(&[1_000], 3);
    texts["elements"]["element-0"]["indicators"]["indicator-0-1000"] = json!({});
    let problems = problems_of(&definition, &texts);
    assert_eq!(problems.len(), 1);
    assert!(problems[0].ends_with(", indicator-0-9 or 990 more"), "{problems:?}");
}

// What is right

#[test]
fn every_shape_within_the_limits_is_read() {
    let shapes: [(&[usize], usize); 7] = [
        (&[1], 3),
        (&[1], 7),
        (&[4; 8], 5),
        (&[1, 5, 2, 9], 4),
        (&[2_000], 3),
        (&[1_999, 1], 3),
        (&[1; 2_000], 3),
    ];
    for (sizes, levels) in shapes {
        let (definition, texts) = write_documents(sizes, levels);
        let questionnaire = parse(&definition, &texts);
        let found: Vec<usize> = questionnaire
            .element_positions()
            .map(|element| questionnaire.indicators_of(element).count())
            .collect();
        assert_eq!((found.as_slice(), questionnaire.scale().count()), (sizes, levels));
    }
}

#[test]
fn everything_that_was_written_is_there_after_reading() {
    let (mut definition, mut texts) = write_documents(&[1, 2], 3);
    // The order of the definition counts, and that of the texts does not.
    definition["elements"].as_array_mut().expect("elements").reverse();
    put(&mut texts, "/language", json!("cy"));
    let questionnaire = parse(&definition, &texts);
    assert_eq!(
        (questionnaire.id(), questionnaire.title(), questionnaire.language()),
        ("sample", "Sample", "cy")
    );
    let ids: Vec<&str> = questionnaire.indicators().iter().map(|indicator| indicator.id.as_str()).collect();
    assert_eq!(ids, ["indicator-1-0", "indicator-1-1", "indicator-0-0"]);
    let last = &questionnaire.indicators()[2];
    assert_eq!(questionnaire.element(last.element).id, "element-0");
    assert_eq!((last.title.as_str(), last.question.as_str()), ("Title 0 0", "Question 0 0?"));
    assert_eq!(last.descriptions, ["Description 0 0 0", "Description 0 0 1", "Description 0 0 2"]);
    let names = questionnaire.scale().levels().map(|level| questionnaire.scale().name(level));
    assert_eq!(names.collect::<Vec<_>>(), ["Level 0", "Level 1", "Level 2"]);
    let guidance = questionnaire.elements()[0].guidance.as_ref().expect("guidance");
    assert_eq!(guidance.staying, "Staying 1");
    assert_eq!(guidance.difficult_questions[1].question, "Executive 1?");
    assert_eq!(guidance.good_practice[0].address, "https://example.org/");
}

#[test]
fn an_element_may_do_without_guidance() {
    let (definition, mut texts) = documents();
    let element = texts["elements"]["element-0"].as_object_mut().expect("an element");
    element.retain(|field, _| field == "title" || field == "indicators");
    let questionnaire = parse(&definition, &texts);
    assert_eq!(questionnaire.elements()[0].guidance, None);
    assert!(questionnaire.elements()[1].guidance.is_some());
}

#[test]
fn guidance_may_do_without_examples() {
    let (definition, mut texts) = documents();
    take(&mut texts, "/elements/element-0", "good_practice");
    let questionnaire = parse(&definition, &texts);
    let guidance = questionnaire.elements()[0].guidance.as_ref().expect("guidance");
    assert!(guidance.good_practice.is_empty());
}

#[test]
fn a_language_tag_is_read_if_it_is_one() {
    let is_read = |tag: &str| {
        let (definition, mut texts) = documents();
        put(&mut texts, "/language", json!(tag));
        Questionnaire::parse(&definition.to_string(), &texts.to_string()).is_ok()
    };
    for tag in ["en", "gsw", "en-GB", "cy", "zh-Hant-TW", "es-419", "de-1996", "sl-rozaj-biske", "EN-gb"] {
        assert!(is_read(tag), "{tag}");
    }
    let none = [
        "", "e", "engl", "english", "en-", "en-GB-", "-en", "en--GB", "en_GB", "en-GB-1", "x-own",
        "en-x-own", "é", "en-é123", "en-GB-GB", "12", " en", "en ",
    ];
    for tag in none {
        assert!(!is_read(tag), "{tag}");
    }
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let (mut definition, texts) = documents();
    put(&mut definition, "/levels", json!(3.0));
    assert_eq!(parse(&definition, &texts).scale().count(), 3);
    put(&mut definition, "/levels", json!(9.0));
    assert_eq!(
        problems_of(&definition, &texts),
        ["definition, levels: found 9, expected a whole number from 3 to 7"]
    );
}

#[test]
fn texts_and_ids_of_the_greatest_length_are_read() {
    let (definition, mut texts) = documents();
    put(&mut texts, "/title", json!("é".repeat(100)));
    put(&mut texts, "/levels/0", json!("é".repeat(40)));
    put(&mut texts, &format!("{INDICATOR}/question"), json!("é".repeat(300)));
    put(&mut texts, "/elements/element-0/staying", json!("é".repeat(600)));
    let longest = "a".repeat(40);
    let rename = |document: Value| {
        serde_json::from_str(&document.to_string().replace("indicator-0-0", &longest)).expect("JSON")
    };
    let questionnaire = parse(&rename(definition), &rename(texts));
    assert_eq!(questionnaire.indicators()[0].id, longest);
}

// What tells two questionnaires apart

/// The fingerprint of the sample after both of its documents were changed.
fn fingerprint_after(change: impl FnOnce(&mut Value, &mut Value)) -> Fingerprint {
    let mut documents = documents();
    change(&mut documents.0, &mut documents.1);
    fingerprint_of(&documents)
}

fn fingerprint_of((definition, texts): &(Value, Value)) -> Fingerprint {
    parse(definition, texts).fingerprint()
}

#[test]
fn whatever_changes_the_meaning_changes_the_fingerprint() {
    fn rename(document: &mut Value, from: &str, to: &str) {
        *document = serde_json::from_str(&document.to_string().replace(from, to)).expect("JSON");
    }
    /// What changes, in both documents.
    type Change = (&'static str, fn(&mut Value, &mut Value));
    let changes: [Change; 8] = [
        ("nothing", |_, _| {}),
        ("the version", |definition, _| put(definition, "/version", json!(2))),
        ("the id of the questionnaire", |definition, _| put(definition, "/id", json!("other"))),
        ("the id of an element", |definition, texts| {
            rename(definition, "element-0", "other");
            rename(texts, "element-0", "other");
        }),
        ("the id of an indicator", |definition, texts| {
            rename(definition, "indicator-0-0", "other");
            rename(texts, "indicator-0-0", "other");
        }),
        ("the order of indicators", |definition, _| {
            definition["elements"][0]["indicators"].as_array_mut().expect("a list").reverse();
        }),
        ("the order of elements", |definition, _| {
            definition["elements"].as_array_mut().expect("a list").reverse();
        }),
        ("the element of an indicator, in the same order", |definition, texts| {
            put(definition, "/elements/0/indicators", json!(["indicator-0-0"]));
            put(
                definition,
                "/elements/1/indicators",
                json!(["indicator-0-1", "indicator-1-0", "indicator-1-1"]),
            );
            let moved = texts["elements"]["element-0"]["indicators"]["indicator-0-1"].take();
            take(texts, "/elements/element-0/indicators", "indicator-0-1");
            texts["elements"]["element-1"]["indicators"]["indicator-0-1"] = moved;
        }),
    ];
    let mut seen: Vec<(&str, Fingerprint)> =
        vec![("the number of levels", fingerprint_of(&write_documents(&[2, 2], 4)))];
    for (what, change) in changes {
        let fingerprint = fingerprint_after(change);
        let same = seen.iter().find(|(_, other)| *other == fingerprint);
        assert_eq!(same, None, "{what} has the fingerprint of another change");
        seen.push((what, fingerprint));
    }
}

#[test]
fn wording_and_language_do_not_change_the_fingerprint() {
    let unchanged = fingerprint_after(|_, _| {});
    let reworded = fingerprint_after(|_, texts| {
        put(texts, "/language", json!("cy"));
        put(texts, "/title", json!("Sampl"));
        put(texts, "/levels/0", json!("Dim eto"));
        put(texts, &format!("{INDICATOR}/question"), json!("Sut?"));
        put(texts, &format!("{INDICATOR}/levels/1"), json!("Weithiau."));
        put(texts, "/elements/element-0/staying", json!("Dal ati."));
    });
    assert_eq!(unchanged, reworded);
}

#[test]
fn the_fingerprint_is_the_same_in_every_release() {
    // Kept answers are found under it: if this changes, everybody's answers are lost from sight. The
    // expected one is FNV-1a, computed elsewhere, over id, version, number of levels and the ids of
    // each element, which an empty part ends; a zero byte ends each part.
    assert_eq!(fingerprint_after(|_, _| {}).to_string(), "863216197436c1a0");
}
