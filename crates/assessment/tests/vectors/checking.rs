//! Compares files of test vectors with the crate's scoring.

#[path = "../documents/mod.rs"]
mod documents;

use assessment::answers::{Answer, Answers};
use assessment::board::{
    Agreement, AgreementWord, AnonymityThreshold, Cell, Counts, Full, Tag, group_score, release_by_role,
};
use assessment::questionnaire::{Level, Questionnaire};
use assessment::scoring;
use documents::write_documents;
use serde_json::{Value, json};
use std::fmt;

/// How close a number must be.
const TOLERANCE: f64 = 1e-9;

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
            "agreement" => check_cases(key, cases, measure_agreement, &mut report)?,
            "cell" => check_cases(key, cases, release_cell, &mut report)?,
            "board_element" => check_cases(key, cases, score_board_element, &mut report)?,
            "role_pair" => check_cases(key, cases, release_role_pair, &mut report)?,
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
        "level": tally.level().map(Level::number),
        "range": [range.lowest.percent(), range.highest.percent()],
    }))
}

fn score_overall(case: &Case<'_>) -> Result<Value, Malformed> {
    let elements =
        case.field("answers")?.as_array().ok_or_else(|| case.malformed("a list for each element"))?;
    let (questionnaire, answers) = case.answer(&elements.iter().collect::<Vec<_>>())?;
    Ok(json!(scoring::overall(&questionnaire, &answers)))
}

fn measure_agreement(case: &Case<'_>) -> Result<Value, Malformed> {
    let counts = case.field("counts")?.as_array().ok_or_else(|| case.malformed("a list of counts"))?;
    let counts: Option<Vec<u32>> =
        counts.iter().map(|count| count.as_u64().and_then(|count| u32::try_from(count).ok())).collect();
    let counts = counts.ok_or_else(|| case.malformed("whole numbers"))?;
    let full = Full { counts, dont_know: 0 };
    let agreement = full.agreement().ok_or_else(|| case.malformed("a count above zero"))?;
    Ok(json!({
        "median": full.median(),
        "agreement": agreement.value(),
        "word": word(agreement.word()),
    }))
}

fn release_cell(case: &Case<'_>) -> Result<Value, Malformed> {
    let questionnaire = case.questionnaire(&[1])?;
    let counts = case.counts(case.field("answers")?, &questionnaire)?;
    Ok(describe(&Cell::release(&counts, AnonymityThreshold::LOWEST)))
}

fn release_role_pair(case: &Case<'_>) -> Result<Value, Malformed> {
    let questionnaire = case.questionnaire(&[1])?;
    let executive = case.counts(case.field("executive")?, &questionnaire)?;
    let non_executive = case.counts(case.field("non_executive")?, &questionnaire)?;
    let cells = release_by_role(&executive, &non_executive, AnonymityThreshold::LOWEST);
    Ok(json!({
        "executive": describe(&cells.executive),
        "non_executive": describe(&cells.non_executive),
        "all": describe(&cells.all),
    }))
}

fn score_board_element(case: &Case<'_>) -> Result<Value, Malformed> {
    let members = case.field("members")?.as_array().ok_or_else(|| case.malformed("a list of members"))?;
    let first = members.first().and_then(Value::as_array);
    let size = first.ok_or_else(|| case.malformed("a member with a list of answers"))?.len();
    let questionnaire = case.questionnaire(&[size])?;
    let cells: Result<Vec<Cell>, Malformed> = (0..size)
        .map(|indicator| {
            let answers = members.iter().map(|member| member[indicator].clone()).collect();
            let counts = case.counts(&Value::Array(answers), &questionnaire)?;
            Ok(Cell::release(&counts, AnonymityThreshold::LOWEST))
        })
        .collect();
    let cells = cells?;
    let group = group_score(&cells);
    Ok(json!({
        "cells": cells.iter().map(describe).collect::<Vec<_>>(),
        "score": group.map(|group| group.score.percent()),
        "level": group.map(|group| group.level.number()),
    }))
}

/// Everything that the crate tells of a cell, in the words of the file.
fn describe(cell: &Cell) -> Value {
    let mut described = match cell {
        Cell::Nothing => return json!({ "shown": "nothing" }),
        Cell::TooFew { dont_know, .. } => json!({ "shown": "too_few", "dont_know": dont_know }),
        Cell::Collapsed(cell) => json!({
            "shown": "collapsed",
            "low": cell.low,
            "middle": cell.middle,
            "high": cell.high,
            "dont_know": cell.dont_know,
            "tentative": true,
        }),
        Cell::Full(cell) => json!({
            "shown": "full",
            "counts": cell.counts,
            "dont_know": cell.dont_know,
            "median": cell.median(),
            "agreement": cell.agreement().map(Agreement::value),
            "tentative": false,
        }),
    };
    if let Some(agreement) = cell.agreement_word() {
        described["agreement_word"] = word(agreement).into();
    }
    described["tags"] = cell.tags().into_iter().map(tag).collect();
    described
}

fn word(agreement: AgreementWord) -> &'static str {
    match agreement {
        AgreementWord::Shared => "shared",
        AgreementWord::Mixed => "mixed",
        AgreementWord::Split => "split",
    }
}

fn tag(tag: Tag) -> &'static str {
    match tag {
        Tag::Gap => "gap",
        Tag::Strength => "strength",
        Tag::Split => "split",
        Tag::NotKnown => "not_known",
    }
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
        let sizes: Vec<usize> = lists.iter().map(|answers| answers.len()).collect();
        let questionnaire = self.questionnaire(&sizes)?;

        let mut answers = Answers::none(&questionnaire);
        for (indicator, answer) in questionnaire.indicator_positions().zip(lists.into_iter().flatten()) {
            answers.set(indicator, self.read_answer(answer, &questionnaire)?);
        }
        Ok((questionnaire, answers))
    }

    /// A questionnaire with as many indicators in each element, and as many levels as the case says.
    fn questionnaire(&self, sizes: &[usize]) -> Result<Questionnaire, Malformed> {
        let levels = self.field("levels")?.as_u64().and_then(|levels| usize::try_from(levels).ok());
        let levels = levels.filter(|levels| (3..=7).contains(levels));
        let levels = levels.ok_or_else(|| self.malformed("levels from 3 to 7"))?;
        let (definition, texts) = write_documents(sizes, levels);
        Questionnaire::parse(&definition.to_string(), &texts.to_string())
            .map_err(|_| self.malformed("at least one element, each with at least one answer"))
    }

    fn read_answer(
        &self,
        answer: &Value,
        questionnaire: &Questionnaire,
    ) -> Result<Option<Answer>, Malformed> {
        let answer = read_answer(answer, questionnaire);
        answer.ok_or_else(|| self.malformed("answers that are a level, \"dk\" or null"))
    }

    /// The counts of one indicator, of which each response says one thing.
    fn counts(&self, answers: &Value, questionnaire: &Questionnaire) -> Result<Counts, Malformed> {
        let answers = answers.as_array().ok_or_else(|| self.malformed("a list of answers"))?;
        let mut counts = Counts::none(questionnaire.scale());
        for answer in answers {
            counts.add(self.read_answer(answer, questionnaire)?);
        }
        Ok(counts)
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
