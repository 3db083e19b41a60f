//! Compares files of test vectors with the crate's scoring.

#[path = "../documents/mod.rs"]
mod documents;

use assessment::answers::{Answer, Answers};
use assessment::questionnaire::Questionnaire;
use assessment::scoring;
use documents::write_documents;
use serde_json::{Value, json};
use std::fmt;

/// How close a number must be.
const TOLERANCE: f64 = 1e-9;
/// What combining a board's answers will be checked against once it is built.
const NOT_BUILT_YET: [&str; 4] = ["agreement", "cell", "board_element", "role_pair"];

/// What came of checking one file.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) passed: usize,
    /// One line for each failure.
    pub(crate) failures: Vec<String>,
}

/// The file is no file of test vectors.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    place: String,
    expected: &'static str,
}

impl fmt::Display for Malformed {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: expected {}", self.place, self.expected)
    }
}

/// Checks every case of a file.
pub(crate) fn check(json: &str) -> Result<Report, Malformed> {
    let root: Value = serde_json::from_str(json).map_err(|error| Malformed {
        place: format!("line {}, column {}", error.line(), error.column()),
        expected: "JSON",
    })?;
    let Value::Object(root) = root else {
        return Err(Malformed { place: "the whole file".into(), expected: "an object of lists of cases" });
    };
    let mut report = Report::default();
    for (key, cases) in &root {
        match key.as_str() {
            "element" => check_cases(key, cases, score_element, &mut report)?,
            "overall" => check_cases(key, cases, score_overall, &mut report)?,
            key if NOT_BUILT_YET.contains(&key) => report.failures.push(format!("{key}: not built yet")),
            key => report.failures.push(format!("{key}: not a key of the test vectors")),
        }
    }
    Ok(report)
}

/// Scores one case the way that the crate does it.
type Score = fn(&Case<'_>) -> Result<Value, Malformed>;

fn check_cases(key: &str, cases: &Value, score: Score, report: &mut Report) -> Result<(), Malformed> {
    let cases =
        cases.as_array().ok_or_else(|| Malformed { place: key.to_owned(), expected: "a list of cases" })?;
    for (index, case) in cases.iter().enumerate() {
        let case = Case { place: format!("{key}[{index}]"), case };
        let expected = case.field("expect")?;
        let found = score(&case)?;
        if agrees(expected, &found) {
            report.passed += 1;
        } else {
            report.failures.push(format!("{}: expected {expected}, found {found}", case.place));
        }
    }
    Ok(())
}

/// Equal, with numbers close enough.
fn agrees(expected: &Value, found: &Value) -> bool {
    match (expected, found) {
        (Value::Number(expected), Value::Number(found)) => {
            expected.as_f64().zip(found.as_f64()).is_some_and(|(one, other)| (one - other).abs() <= TOLERANCE)
        }
        (Value::Array(expected), Value::Array(found)) => {
            expected.len() == found.len() && expected.iter().zip(found).all(|(one, other)| agrees(one, other))
        }
        (Value::Object(expected), Value::Object(found)) => {
            expected.len() == found.len()
                && expected.iter().all(|(name, one)| found.get(name).is_some_and(|other| agrees(one, other)))
        }
        _ => expected == found,
    }
}

fn score_element(case: &Case<'_>) -> Result<Value, Malformed> {
    let (questionnaire, answers) = case.answer(&[case.field("answers")?])?;
    let Some(element) = questionnaire.element_at(0) else { return Err(case.malformed("an element")) };
    let tally = answers.tally(element);
    let range = tally.range();
    Ok(json!({
        "known": tally.known(),
        "dont_know": tally.dont_know(),
        "unanswered": tally.unanswered(),
        "score": tally.score().map(scoring::Score::percent),
        "level": tally.level().map(assessment::questionnaire::Level::number),
        "range": [range.lowest.percent(), range.highest.percent()],
    }))
}

fn score_overall(case: &Case<'_>) -> Result<Value, Malformed> {
    let elements =
        case.field("answers")?.as_array().ok_or_else(|| case.malformed("a list for each element"))?;
    let (questionnaire, answers) = case.answer(&elements.iter().collect::<Vec<_>>())?;
    Ok(json!(scoring::overall(&questionnaire, &answers)))
}

/// One entry of a file, with its place for whoever has to mend it.
struct Case<'a> {
    place: String,
    case: &'a Value,
}

impl<'a> Case<'a> {
    fn malformed(&self, expected: &'static str) -> Malformed {
        Malformed { place: self.place.clone(), expected }
    }

    fn field(&self, name: &'static str) -> Result<&'a Value, Malformed> {
        self.case
            .get(name)
            .ok_or_else(|| Malformed { place: format!("{}.{name}", self.place), expected: "a value" })
    }

    /// A questionnaire of the shape of the elements' answers, and those answers given to it.
    fn answer(&self, elements: &[&Value]) -> Result<(Questionnaire, Answers), Malformed> {
        let lists: Option<Vec<&Vec<Value>>> = elements.iter().map(|answers| answers.as_array()).collect();
        let lists = lists.ok_or_else(|| self.malformed("a list of answers for each element"))?;
        let levels = self.field("levels")?.as_u64().and_then(|levels| usize::try_from(levels).ok());
        let levels = levels.filter(|levels| (3..=7).contains(levels));
        let levels = levels.ok_or_else(|| self.malformed("levels from 3 to 7"))?;

        let sizes: Vec<usize> = lists.iter().map(|answers| answers.len()).collect();
        let (definition, texts) = write_documents(&sizes, levels);
        let questionnaire = Questionnaire::parse(&definition.to_string(), &texts.to_string())
            .map_err(|_| self.malformed("at least one element, each with at least one answer"))?;

        let mut answers = Answers::none(&questionnaire);
        for (indicator, answer) in questionnaire.indicator_positions().zip(lists.into_iter().flatten()) {
            let answer = read_answer(answer, &questionnaire);
            let answer = answer.ok_or_else(|| self.malformed("answers that are a level, \"dk\" or null"))?;
            answers.set(indicator, answer);
        }
        Ok((questionnaire, answers))
    }
}

#[expect(clippy::option_option, reason = "not answered is an answer of the file, and may be read or not")]
fn read_answer(answer: &Value, questionnaire: &Questionnaire) -> Option<Option<Answer>> {
    match answer {
        Value::Null => Some(None),
        Value::String(text) if text == "dk" => Some(Some(Answer::DontKnow)),
        level => questionnaire.scale().level(level.as_u64()?).map(|level| Some(Answer::Level(level))),
    }
}
