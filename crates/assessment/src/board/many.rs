//! Many responses at once: a file, pasted codes, or JSON Lines.

use super::code::{begins_a_code, read_code, read_whole_code};
use super::file::{LARGEST_RESPONSE, read_response};
use super::response::{Response, ResponseProblem};
use crate::questionnaire::Questionnaire;

/// Over so many lines a mail program may break a code.
const MOST_LINES_OF_A_CODE: usize = 3;

/// What came of one line, or of the few lines over which a code is broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which line of the text it is, or where its file or its code begins, counted from 1.
    pub number: usize,
    /// The response, or what is wrong.
    pub response: Result<Response, ResponseProblem>,
}

/// Reads whatever holds responses: the file of one, however its lines are broken, or a text with a response
/// on each line, as JSON or as a code. Blank lines are passed over.
///
/// A code may be broken over up to three lines, if none of them is blank. Of a file that is broken off or
/// damaged one problem is told, however many lines it has.
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

/// Whether nothing in a text looks as if it were a response, given what came of its lines: none is one, or could have
/// been the JSON of one, and nowhere stands what every code of these questions begins with.
#[must_use]
pub fn is_foreign(text: &str, lines: &[Line], questionnaire: &Questionnaire) -> bool {
    let tells_nothing = |line: &Line| {
        matches!(
            line.response,
            Err(ResponseProblem::NoSymbol { .. }
                | ResponseProblem::WrongLength { .. }
                | ResponseProblem::NoCode
                | ResponseProblem::Mistyped { group: None }
                | ResponseProblem::NotJson { .. }
                | ResponseProblem::NotAResponse)
        )
    };
    !lines.is_empty()
        && lines.iter().all(tells_nothing)
        && !text.lines().any(begins_an_object)
        && !begins_a_code(text, questionnaire)
}

/// Whether a line could be the first of a JSON object with parts that have names.
fn begins_an_object(line: &str) -> bool {
    let rest = line.trim().strip_prefix('{').map(str::trim_start);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('"'))
}

/// The response of a text that is one JSON value, or what is wrong if it should be one.
fn one_file(text: &str, questionnaire: &Questionnaire) -> Option<Line> {
    if !is_json(text) {
        return None;
    }
    let is_small = text.len() <= LARGEST_RESPONSE;
    let response = read_response(text, questionnaire);
    let is_json_value = is_small && !matches!(response, Err(ResponseProblem::NotJson { .. }));
    if !is_json_value && !is_one_broken_file(text, questionnaire) {
        return None;
    }
    let blank = text.len() - text.trim_start().len();
    Some(Line { number: 1 + text[..blank].matches('\n').count(), response })
}

fn by_line<'a>(text: &'a str, questionnaire: &'a Questionnaire) -> impl Iterator<Item = Line> + use<'a> {
    let mut lines = (1..).zip(text.lines());
    std::iter::from_fn(move || {
        let (number, line) = lines.find(|(_, line)| !line.trim().is_empty())?;
        if is_json(line) {
            return Some(Line { number, response: read_file_on_line(number, line, questionnaire) });
        }
        let following = lines.clone().map(|(_, line)| line);
        let response = read_whole_code(line, questionnaire).unwrap_or_else(|| {
            match read_broken_code(line, following, questionnaire) {
                Some((response, more_lines)) => {
                    lines.by_ref().take(more_lines).for_each(drop);
                    response
                }
                None => read_code(line, questionnaire),
            }
        });
        Some(Line { number, response })
    })
}

fn read_file_on_line(
    number: usize,
    line: &str,
    questionnaire: &Questionnaire,
) -> Result<Response, ResponseProblem> {
    read_response(line, questionnaire).map_err(|problem| match problem {
        ResponseProblem::NotJson { column, .. } => ResponseProblem::NotJson { line: number, column },
        other => other,
    })
}

/// Reads a code of which this line is the beginning and some that follow are the rest, and tells how many.
fn read_broken_code<'a>(
    first: &str,
    following: impl Iterator<Item = &'a str>,
    questionnaire: &Questionnaire,
) -> Option<(Result<Response, ResponseProblem>, usize)> {
    let is_part = |line: &&str| {
        !line.trim().is_empty() && !is_json(line) && read_whole_code(line, questionnaire).is_none()
    };
    let mut code = first.to_owned();
    for (more_lines, line) in (1..MOST_LINES_OF_A_CODE).zip(following.take_while(is_part)) {
        code.push_str(line);
        if let Some(response) = read_whole_code(&code, questionnaire) {
            return Some((response, more_lines));
        }
    }
    None
}

/// No code begins like this.
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '"'])
}

/// Whether a text is a single file that is damaged, and not lines of which some are: the first line is no
/// whole file, no line after it begins one, and none is a code.
fn is_one_broken_file(text: &str, questionnaire: &Questionnaire) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let first = lines.next().unwrap_or_default();
    let stands_alone =
        |line: &str| line.trim_start().starts_with("{\"") || read_whole_code(line, questionnaire).is_some();
    let is_whole = || !matches!(read_response(first, questionnaire), Err(ResponseProblem::NotJson { .. }));
    first.trim_start().starts_with('{') && !is_whole() && !lines.any(stands_alone)
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
    fn what_looks_like_a_response_is_not_foreign() {
        let questionnaire = questionnaire_of(&[2], 5);
        let other = questionnaire_of(&[3], 5);
        let is_foreign = |text: &str| {
            let lines: Vec<Line> = read_responses(text, &questionnaire).collect();
            super::is_foreign(text, &lines, &questionnaire)
        };
        let file = write_response(&response(1));
        let code = write_code(&response(2), &questionnaire).expect("it fits");
        let answers = vec![None; 3];
        let (round, id) = (RoundCode::from_random(1), ResponseId::from_random(1));
        let of_other = Response::new(&other, round, id, None, answers).expect("an answer to each");
        let of_other = write_code(&of_other, &other).expect("it fits");
        let pretty = file.replacen('{', "{\n", 1).replacen(':', "", 1);
        for text in [&file, &code, &of_other, &pretty, &file[..12], &code[..9]] {
            assert!(!is_foreign(text), "{text}");
            assert!(!is_foreign(&format!("Dear colleague,\n{text}\n")), "{text}");
        }
        for text in ["Dear colleague,", "Thanks", "[1]", "{\\rtf1}", "\"quoted\"", "2025-05-12 10:30"] {
            assert!(is_foreign(text), "{text}");
        }
        assert!(!is_foreign("\n \n"), "there is nothing");
    }

    #[test]
    fn one_wrong_symbol_leaves_a_code_one() {
        let questionnaire = questionnaire_of(&[2], 5);
        let code = write_code(&response(2), &questionnaire).expect("it fits");
        for place in 0..code.len() {
            for wrong in ["", "U", ",", "Z", "00"] {
                let text = format!("{}{wrong}{}", &code[..place], &code[place + 1..]);
                let lines: Vec<Line> = read_responses(&text, &questionnaire).collect();
                assert!(!super::is_foreign(&text, &lines, &questionnaire), "{text}");
            }
        }
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

    /// The code of a response to many questions, in groups.
    fn long_code(id: u64, questionnaire: &Questionnaire) -> (String, Response) {
        let answers = vec![Some(Answer::DontKnow); questionnaire.indicators().len()];
        let (round, id) = (RoundCode::from_random(1), ResponseId::from_random(id));
        let response = Response::new(questionnaire, round, id, None, answers).expect("an answer to each");
        (write_code(&response, questionnaire).expect("it fits"), response)
    }

    #[test]
    fn a_code_may_be_broken_over_two_or_three_lines_wherever() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        let (code, response) = long_code(3, &questionnaire);
        let (other, of_other) = long_code(4, &questionnaire);
        let expected =
            [Line { number: 2, response: Ok(of_other.clone()) }, Line { number: 3, response: Ok(response) }];
        for first in 1..code.len() {
            for second in [first, usize::midpoint(first, code.len()), code.len() - 1] {
                let parts = [&code[..first], &code[first..second.max(first)], &code[second.max(first)..]];
                let parts = parts.into_iter().filter(|part| !part.is_empty());
                let broken = parts.collect::<Vec<_>>().join("\r\n ");
                let text = format!("\n{other}\n{broken}\n{other}\n");
                let read: Vec<Line> = read_responses(&text, &questionnaire).collect();
                assert_eq!(read[..2], expected, "{text}");
                assert_eq!(read.len(), 3, "{text}");
                assert_eq!(read[2].response.as_ref(), Ok(&of_other));
            }
        }
    }

    #[test]
    fn what_no_joining_makes_a_code_keeps_the_problem_of_each_line() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        let (code, response) = long_code(3, &questionnaire);
        let (start, end) = code.split_at(20);
        let problem = |line| read_code(line, &questionnaire);
        for between in ["\n\n", "\n \n", "\nno code\n", &format!("\n{code}\n"), "\n{}\n"] {
            let text = format!("{start}{between}{end}");
            let read: Vec<Line> = read_responses(&text, &questionnaire).collect();
            let (first, last) = (&read[0].response, &read[read.len() - 1].response);
            assert_eq!((first, last), (&problem(start), &problem(end)), "{text}");
            let whole = read.iter().filter(|line| line.response.as_ref() == Ok(&response)).count();
            assert_eq!(whole, usize::from(between.contains(&code)));
        }
        let over_four_lines = format!("{}\n{}\n{}\n{}", &code[..9], &code[9..19], &code[19..29], &code[29..]);
        let read = read_responses(&over_four_lines, &questionnaire);
        assert_eq!(read.filter(|line| line.response.is_err()).count(), 4);
    }

    #[test]
    fn a_broken_code_of_other_questions_is_told_once() {
        let (code, _) = long_code(3, &questionnaire_of(&[4; 8], 5));
        let questionnaire = questionnaire_of(&[4; 8], 6);
        let broken = format!("{}\n{}", &code[..20], &code[20..]);
        let read: Vec<Line> = read_responses(&broken, &questionnaire).collect();
        assert_eq!(read, [Line { number: 1, response: Err(ResponseProblem::OtherQuestions) }]);
    }

    #[test]
    fn of_one_damaged_file_in_many_lines_one_problem_is_told() {
        let questionnaire = questionnaire_of(&[2], 5);
        let value: serde_json::Value = serde_json::from_str(&write_response(&response(1))).expect("JSON");
        let file = serde_json::to_string_pretty(&value).expect("it can be written");
        let damaged = file.replacen("\"response\": 1", "\"response\" 1", 1);
        let read: Vec<Line> = read_responses(&format!("\n{damaged}\n"), &questionnaire).collect();
        let problem = ResponseProblem::NotJson { line: 10, column: 14 };
        assert_eq!(read, [Line { number: 2, response: Err(problem) }]);
        for end in (2..file.len()).filter(|end| file[..*end].contains("{\n")) {
            let read: Vec<Line> = read_responses(&file[..end], &questionnaire).collect();
            assert!(matches!(read[..], [Line { number: 1, response: Err(_) }]), "{}", &file[..end]);
        }
        let large = file.replacen('\n', &"\n\n".repeat(LARGEST_RESPONSE), 1);
        let read: Vec<Line> = read_responses(&large, &questionnaire).collect();
        assert_eq!(read, [Line { number: 1, response: Err(ResponseProblem::NotAResponse) }]);
    }

    #[test]
    fn of_lines_that_are_damaged_each_is_told() {
        let questionnaire = questionnaire_of(&[2], 5);
        let file = write_response(&response(1));
        let cut_off = &file[..40];
        let code = write_code(&response(2), &questionnaire).expect("it fits");
        let count = |text: &str| read_responses(text, &questionnaire).count();
        assert_eq!(count(&format!("{cut_off}\n{cut_off}\n")), 2);
        assert_eq!(count(&format!("{cut_off}\n{file}\n{cut_off}")), 3);
        assert_eq!(count(&format!("{cut_off}\n{code}\n")), 2);
        assert_eq!(count(&format!("{file}\nno code\n")), 2);
    }
}
