//! One member's score, and what may be shown of a board's answers, against test vectors that an independent program computed.

#[path = "vectors/checking.rs"]
mod checking;

use checking::check;

const BOARD: &str = include_str!("vectors/board.json");
const MEMBER: &str = include_str!("vectors/member.json");

/// One case of an element that the crate scores as the file says.
const RIGHT: &str = r#"{"levels":5,"answers":[3,2,"dk",1],"expect":{"known":3,"dont_know":1,
    "unanswered":0,"score":50.0,"level":2,"range":[37.5,62.5]}}"#;

fn failures_of(json: &str) -> Vec<String> {
    check(json).expect("a file of test vectors").failures
}

fn malformed(json: &str) -> String {
    check(json).expect_err("no file of test vectors").to_string()
}

#[test]
fn every_case_agrees() {
    // Elements and overall scores; agreement, cells, elements and pairs of roles.
    for (file, cases) in [(MEMBER, 32 + 24), (BOARD, 37 + 81 + 26 + 24)] {
        let report = check(file).expect("a file of test vectors");
        assert!(report.failures.is_empty(), "{}", report.failures.join("\n"));
        assert_eq!(report.passed, cases);
    }
}

#[test]
fn a_case_that_differs_is_named_with_what_was_expected_and_found() {
    let wrong = RIGHT.replace("50.0", "50.001");
    assert_eq!(
        failures_of(&format!(r#"{{"element":[{RIGHT},{wrong}]}}"#)),
        [concat!(
            r#"element[1]: expected {"dont_know":1,"known":3,"level":2,"range":[37.5,62.5],"score":50.001,"unanswered":0}, "#,
            r#"found {"dont_know":1,"known":3,"level":2,"range":[37.5,62.5],"score":50.0,"unanswered":0}"#
        )]
    );
    assert_eq!(
        failures_of(r#"{"overall":[{"levels":3,"answers":[[2]],"expect":null}]}"#),
        ["overall[0]: expected null, found 100.0"]
    );
}

#[test]
fn every_field_of_a_case_counts() {
    let differences = [
        (r#""known":3"#, r#""known":2"#),
        (r#""dont_know":1"#, r#""dont_know":0"#),
        (r#""unanswered":0"#, r#""unanswered":1"#),
        (r#""score":50.0"#, r#""score":null"#),
        (r#""level":2"#, r#""level":3"#),
        ("62.5]", "62.6]"),
        (r#""known":3"#, r#""known":3,"more":1"#),
    ];
    for (right, wrong) in differences {
        let case = RIGHT.replace(right, wrong);
        assert_eq!(failures_of(&format!(r#"{{"element":[{case}]}}"#)).len(), 1, "{wrong}");
    }
}

#[test]
fn numbers_may_differ_by_what_floating_point_loses() {
    let close = RIGHT.replace("50.0", "50.0000000005");
    assert!(failures_of(&format!(r#"{{"element":[{close}]}}"#)).is_empty());
}

#[test]
fn an_unknown_key_fails() {
    assert_eq!(failures_of(r#"{"elements":[]}"#), ["elements: not a key of the test vectors"]);
}

#[test]
fn what_is_no_file_of_test_vectors_is_refused_with_the_place() {
    let element = |case: &str| malformed(&format!(r#"{{"element":[{case}]}}"#));
    assert_eq!(malformed("{"), "line 1, column 1: expected JSON");
    assert_eq!(malformed("[]"), "the whole file: expected an object of lists of cases");
    assert_eq!(malformed(r#"{"element":{}}"#), "element: expected a list of cases");
    assert_eq!(element("{}"), "element[0].expect: expected a value");
    assert_eq!(element(&RIGHT.replace("answers", "other")), "element[0].answers: expected a value");
    assert_eq!(element(&RIGHT.replace("5,", "8,")), "element[0]: expected levels from 3 to 7");
    assert_eq!(
        element(&RIGHT.replace("[3,2", "[5,2")),
        "element[0]: expected answers that are a level, \"dk\" or null"
    );
    assert_eq!(
        element(&RIGHT.replace(r#"[3,2,"dk",1]"#, "[]")),
        "element[0]: expected at least one element, each with at least one answer"
    );
}
