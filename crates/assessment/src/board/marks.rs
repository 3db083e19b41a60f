//! A response on paper, typed as one row of marks.

use crate::answers::Answer;
use crate::questionnaire::Questionnaire;

/// Why a row of marks cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarksProblem {
    /// Something in it is no mark.
    NoMark {
        /// Of which question, counted from 1.
        question: usize,
        /// What stands there.
        found: char,
    },
    /// It has not one mark for each question.
    WrongNumber {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
}

/// Reads a row of marks, one for each question in their order: the number of a level, `?` for "I do not
/// know", and `-` for no answer. Blanks between them are passed over.
///
/// # Errors
///
/// What is wrong, and at which question.
///
/// ```
/// use assessment::board::{MarksProblem, read_marks};
/// use assessment::questionnaire::Questionnaire;
/// # let definition = r#"{"format":1,"id":"tiny","version":1,"levels":3,
/// #     "elements":[{"id":"learning","indicators":["reading"]}]}"#;
/// # let texts = r#"{"language":"en","title":"Tiny","levels":["Never","Often","Always"],
/// #     "elements":{"learning":{"title":"Learning","indicators":{
/// #       "reading":{"title":"Reading","question":"How often does the board read?",
/// #                  "levels":["It never reads.","It often reads.","It always reads."]}}}}}"#;
/// let questionnaire = Questionnaire::parse(definition, texts).expect("one question with levels 0 to 2");
/// assert!(read_marks("2", &questionnaire).is_ok());
/// assert_eq!(read_marks("3", &questionnaire), Err(MarksProblem::NoMark { question: 1, found: '3' }));
/// ```
pub fn read_marks(typed: &str, questionnaire: &Questionnaire) -> Result<Vec<Option<Answer>>, MarksProblem> {
    let marks: Vec<char> = typed.chars().filter(|mark| !mark.is_whitespace()).collect();
    let answers = (1..).zip(&marks).map(|(question, mark)| {
        let number = mark.to_digit(10).map(u64::from);
        match mark {
            '?' => Ok(Some(Answer::DontKnow)),
            '-' | '–' => Ok(None),
            _ => number
                .and_then(|number| questionnaire.scale().level(number))
                .map(|level| Some(Answer::Level(level)))
                .ok_or(MarksProblem::NoMark { question, found: *mark }),
        }
    });
    let answers = answers.collect::<Result<Vec<_>, _>>()?;
    let expected = questionnaire.indicators().len();
    if answers.len() == expected {
        Ok(answers)
    } else {
        Err(MarksProblem::WrongNumber { found: answers.len(), expected })
    }
}

/// Writes answers as a row of marks, in the order of their questions: the inverse of [`read_marks`].
///
/// ```
/// use assessment::answers::Answer;
/// use assessment::board::write_marks;
///
/// assert_eq!(write_marks([Some(Answer::DontKnow), None]), "?-");
/// ```
#[must_use]
pub fn write_marks(answers: impl IntoIterator<Item = Option<Answer>>) -> String {
    let mark = |answer| match answer {
        Some(Answer::Level(level)) => char::from(b'0' + level.0 % 10),
        Some(Answer::DontKnow) => '?',
        None => '-',
    };
    answers.into_iter().map(mark).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire_of;
    use crate::questionnaire::Level;

    #[test]
    fn a_row_has_one_mark_for_each_question() {
        let questionnaire = questionnaire_of(&[2, 2], 5);
        let level = |number| Some(Answer::Level(Level(number)));
        assert_eq!(
            read_marks(" 04 ?-", &questionnaire),
            Ok(vec![level(0), level(4), Some(Answer::DontKnow), None])
        );
        assert_eq!(
            read_marks(&write_marks([level(0), level(4), Some(Answer::DontKnow), None]), &questionnaire),
            Ok(vec![level(0), level(4), Some(Answer::DontKnow), None])
        );
        assert_eq!(
            read_marks("04?", &questionnaire),
            Err(MarksProblem::WrongNumber { found: 3, expected: 4 })
        );
        assert_eq!(
            read_marks("0 4 5 1", &questionnaire),
            Err(MarksProblem::NoMark { question: 3, found: '5' })
        );
    }
}
