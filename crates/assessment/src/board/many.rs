//! Many responses at once: a file, pasted codes, or JSON Lines.

use super::code::read_code;
use super::file::{LARGEST_RESPONSE, read_response};
use super::response::{Response, ResponseProblem};
use crate::questionnaire::Questionnaire;

/// What came of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which line of the text it is, or where its file begins, counted from 1.
    pub number: usize,
    /// The response, or what is wrong.
    pub response: Result<Response, ResponseProblem>,
}

/// Reads whatever holds responses: the file of one, however its lines are broken, or a text with a response
/// on each line, as JSON or as a code. Blank lines are passed over.
pub fn read_responses<'a>(
    text: &'a str,
    questionnaire: &'a Questionnaire,
) -> impl Iterator<Item = Line> + use<'a> {
    // Some programs begin a saved text with a mark of its encoding.
    let text = text.trim_start_matches('\u{feff}');
    let whole = one_file(text, questionnaire);
    let rest = if whole.is_some() { "" } else { text };
    whole.into_iter().chain(by_line(rest, questionnaire))
}

/// The response of a text that is one JSON value.
fn one_file(text: &str, questionnaire: &Questionnaire) -> Option<Line> {
    if !is_json(text) || text.len() > LARGEST_RESPONSE {
        return None;
    }
    match read_response(text, questionnaire) {
        Err(ResponseProblem::NotJson { .. }) => None,
        response => {
            let blank = text.len() - text.trim_start().len();
            Some(Line { number: 1 + text[..blank].matches('\n').count(), response })
        }
    }
}

fn by_line<'a>(text: &'a str, questionnaire: &'a Questionnaire) -> impl Iterator<Item = Line> + use<'a> {
    let lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    lines.map(move |(number, line)| {
        let response =
            if is_json(line) { read_response(line, questionnaire) } else { read_code(line, questionnaire) };
        let response = response.map_err(|problem| match problem {
            ResponseProblem::NotJson { column, .. } => ResponseProblem::NotJson { line: number, column },
            other => other,
        });
        Line { number, response }
    })
}

/// No code begins like this.
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::Answer;
    use crate::app::samples::questionnaire_of;
    use crate::board::{ResponseId, RoundCode, write_code, write_response};

    fn response(id: u64) -> Response {
        Response {
            questionnaire: questionnaire_of(&[2], 5).fingerprint(),
            round: RoundCode::from_random(1),
            id: ResponseId::from_random(id),
            role: None,
            answers: vec![Some(Answer::DontKnow), None],
        }
    }

    #[test]
    fn files_and_codes_may_stand_line_by_line() {
        let questionnaire = questionnaire_of(&[2], 5);
        let file = write_response(&response(1));
        let code = write_code(&response(2), &questionnaire).expect("it fits");
        let text = format!("\u{feff}{file}\r\n\n  {code}  \n{{\"product\":\nU\n");
        let read: Vec<Line> = read_responses(&text, &questionnaire).collect();
        let line = |number, response| Line { number, response };
        assert_eq!(
            read,
            [
                line(1, Ok(response(1))),
                line(3, Ok(response(2))),
                line(4, Err(ResponseProblem::NotJson { line: 4, column: 11 })),
                line(5, Err(ResponseProblem::NoSymbol { group: 1, found: 'U' })),
            ]
        );
    }

    #[test]
    fn a_list_of_codes_may_begin_with_the_mark_of_its_encoding() {
        let questionnaire = questionnaire_of(&[2], 5);
        let code = write_code(&response(2), &questionnaire).expect("it fits");
        let text = format!("\u{feff}{code}\n");
        let read: Vec<Line> = read_responses(&text, &questionnaire).collect();
        assert_eq!(read, [Line { number: 1, response: Ok(response(2)) }]);
    }

    #[test]
    fn of_lines_there_may_be_more_than_one_response_may_have() {
        let questionnaire = questionnaire_of(&[2], 5);
        let file = write_response(&response(1)) + "\n";
        let times = LARGEST_RESPONSE / file.len() + 2;
        let text = file.repeat(times);
        let read = read_responses(&text, &questionnaire);
        assert_eq!(read.filter(|line| line.response.is_ok()).count(), times);
    }

    #[test]
    fn one_file_may_be_broken_into_lines() {
        let questionnaire = questionnaire_of(&[2], 5);
        let file = write_response(&response(1)).replace(',', ",\n");
        let read: Vec<Line> = read_responses(&format!("\n{file}\n"), &questionnaire).collect();
        assert_eq!(read, [Line { number: 2, response: Ok(response(1)) }]);
    }
}
