//! A response as a file: one line of JSON that a person can read.

use super::response::{Response, ResponseId, ResponseProblem, RoundCode};
use super::roles::Role;
use crate::answers::Answer;
use crate::persist::NAME;
use crate::questionnaire::{Questionnaire, Scale, json};
use serde::Serialize;
use serde_json::{Map, Value, to_string as to_json};

/// A file that is larger is no response, in bytes. With 2,000 questions one has about 24,000.
pub const LARGEST_RESPONSE: usize = 100_000;

const FORMAT: u64 = 1;
const DONT_KNOW: &str = "dont_know";
const EXECUTIVE: &str = "executive";
const NON_EXECUTIVE: &str = "non_executive";

/// A response as it stands in a file.
#[derive(Serialize)]
pub(super) struct Document {
    product: &'static str,
    response: u64,
    questionnaire: String,
    round: String,
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    answers: Vec<Value>,
}

/// The file of a response, on one line, so that many of them make a file of JSON Lines.
///
/// # Panics
///
/// Never: it is made of texts and numbers alone.
#[must_use]
pub fn write_response(response: &Response) -> String {
    to_json(&document(response)).expect("texts and numbers can always be written")
}

pub(super) fn document(response: &Response) -> Document {
    Document {
        product: NAME,
        response: FORMAT,
        questionnaire: response.questionnaire.to_string(),
        round: response.round.to_string(),
        id: response.id.to_string(),
        role: response.role.map(name_of_role),
        answers: response.answers.iter().map(|answer| write_answer(*answer)).collect(),
    }
}

/// Reads the file of a response, or a line of a file of JSON Lines.
///
/// # Errors
///
/// What is wrong with it, and where.
pub fn read_response(text: &str, questionnaire: &Questionnaire) -> Result<Response, ResponseProblem> {
    if text.len() > LARGEST_RESPONSE {
        return Err(ResponseProblem::NotAResponse);
    }
    let json = json::parse(text.trim_start_matches('\u{feff}'))
        .map_err(|error| ResponseProblem::NotJson { line: error.line(), column: error.column() })?;
    let (Value::Object(document), []) = (json.value, &json.repeated[..]) else {
        return Err(ResponseProblem::NotAResponse);
    };
    read_document(&document, questionnaire)
}

pub(super) fn read_document(
    document: &Map<String, Value>,
    questionnaire: &Questionnaire,
) -> Result<Response, ResponseProblem> {
    if document.get("product").and_then(Value::as_str) != Some(NAME) {
        return Err(ResponseProblem::NotAResponse);
    }
    match document.get("response").and_then(Value::as_u64) {
        Some(FORMAT) => {}
        Some(newer) if newer > FORMAT => return Err(ResponseProblem::Newer),
        _ => return Err(ResponseProblem::NotAResponse),
    }
    if text_of(document, "questionnaire")? != questionnaire.fingerprint().to_string() {
        return Err(ResponseProblem::OtherQuestions);
    }
    let damaged = |part| ResponseProblem::Damaged { part };
    let round = RoundCode::parse(text_of(document, "round")?).ok_or(damaged("round"))?;
    let id = ResponseId::parse(text_of(document, "id")?).ok_or(damaged("id"))?;
    let role = match document.get("role") {
        None => None,
        Some(role) => Some(read_role(role).ok_or(damaged("role"))?),
    };
    let answers = read_answers(document.get("answers"), questionnaire).ok_or(damaged("answers"))?;
    Response::new(questionnaire, round, id, role, answers).ok_or(damaged("answers"))
}

fn text_of<'a>(document: &'a Map<String, Value>, part: &'static str) -> Result<&'a str, ResponseProblem> {
    document.get(part).and_then(Value::as_str).ok_or(ResponseProblem::Damaged { part })
}

fn read_answers(answers: Option<&Value>, questionnaire: &Questionnaire) -> Option<Vec<Option<Answer>>> {
    let answers = answers?.as_array()?;
    answers.iter().map(|answer| read_answer(answer, questionnaire.scale())).collect()
}

#[expect(clippy::option_option, reason = "not answered is an answer of the file, and may be read or not")]
fn read_answer(answer: &Value, scale: &Scale) -> Option<Option<Answer>> {
    match answer {
        Value::Null => Some(None),
        Value::String(text) if text == DONT_KNOW => Some(Some(Answer::DontKnow)),
        level => scale.level(level.as_u64()?).map(|level| Some(Answer::Level(level))),
    }
}

fn write_answer(answer: Option<Answer>) -> Value {
    match answer {
        None => Value::Null,
        Some(Answer::DontKnow) => DONT_KNOW.into(),
        Some(Answer::Level(level)) => level.number().into(),
    }
}

fn read_role(role: &Value) -> Option<Role> {
    match role.as_str()? {
        EXECUTIVE => Some(Role::Executive),
        NON_EXECUTIVE => Some(Role::NonExecutive),
        _ => None,
    }
}

fn name_of_role(role: Role) -> &'static str {
    match role {
        Role::Executive => EXECUTIVE,
        Role::NonExecutive => NON_EXECUTIVE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire_of;
    use crate::questionnaire::Level;
    use proptest::option;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn sample() -> Response {
        Response {
            questionnaire: questionnaire_of(&[3], 5).fingerprint(),
            round: RoundCode::parse("K7M-2QX").expect("a round code"),
            id: ResponseId::from_random(0x0123_4567_89ab),
            role: Some(Role::NonExecutive),
            answers: vec![Some(Answer::Level(Level(3))), Some(Answer::DontKnow), None],
        }
    }

    fn some_response() -> impl Strategy<Value = Response> {
        let answer =
            prop_oneof![Just(Answer::DontKnow), (0..5u8).prop_map(|level| Answer::Level(Level(level)))];
        (
            any::<u64>(),
            any::<u64>(),
            option::of(select(vec![Role::Executive, Role::NonExecutive])),
            prop::collection::vec(option::of(answer), 3),
        )
            .prop_map(|(round, id, role, answers)| Response {
                questionnaire: questionnaire_of(&[3], 5).fingerprint(),
                round: RoundCode::from_random(round),
                id: ResponseId::from_random(id),
                role,
                answers,
            })
    }

    #[test]
    fn a_file_holds_the_levels_and_nothing_of_the_person() {
        let questionnaire = questionnaire_of(&[3], 5);
        let expected = format!(
            r#"{{"product":"digital-leadership-check","response":1,"questionnaire":"{}","round":"K7M-2QX","id":"0123456789ab","role":"non_executive","answers":[3,"dont_know",null]}}"#,
            questionnaire.fingerprint()
        );
        assert_eq!(write_response(&sample()), expected);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place() {
        let questionnaire = questionnaire_of(&[3], 5);
        let text = write_response(&sample());
        let problem = |before: &str, after: &str| {
            assert!(text.contains(before), "{before}");
            read_response(&text.replacen(before, after, 1), &questionnaire).expect_err("no response")
        };
        let damaged = |part| ResponseProblem::Damaged { part };
        assert_eq!(problem(r#""round":"#, r#""round""#), ResponseProblem::NotJson { line: 1, column: 94 });
        assert_eq!(problem("digital-leadership-check", "other"), ResponseProblem::NotAResponse);
        assert_eq!(problem(r#""response":1"#, r#""response":2"#), ResponseProblem::Newer);
        assert_eq!(problem(r#""response":1"#, r#""copy":1"#), ResponseProblem::NotAResponse);
        let twice = problem("[3,", "[0,null,null],\"answers\":[3,");
        assert_eq!(twice, ResponseProblem::NotAResponse, "a name twice");
        assert_eq!(problem("K7M-2QX", "K7M-2Q"), damaged("round"));
        assert_eq!(problem("0123456789ab", "0123456789AB"), damaged("id"));
        assert_eq!(problem("non_executive", "chair"), damaged("role"));
        assert_eq!(problem("[3,", "[5,"), damaged("answers"));
        assert_eq!(problem("[3,", "["), damaged("answers"));
        assert_eq!(read_response(&text, &questionnaire_of(&[3], 6)), Err(ResponseProblem::OtherQuestions));
        assert_eq!(read_response("[]", &questionnaire), Err(ResponseProblem::NotAResponse));
        let large = " ".repeat(LARGEST_RESPONSE) + &text;
        assert_eq!(read_response(&large, &questionnaire), Err(ResponseProblem::NotAResponse));
    }

    proptest! {
        #[test]
        fn a_file_tells_what_was_answered(response in some_response()) {
            let questionnaire = questionnaire_of(&[3], 5);
            let text = write_response(&response);
            prop_assert!(!text.contains('\n'));
            prop_assert_eq!(read_response(&text, &questionnaire), Ok(response));
        }
    }
}
