//! The second program, which only a page that names a questionnaire of its own loads. It reads and checks
//! the JSON, and answers the text that the first program unpacks.

use assessment::questionnaire::{Problem, QuestionnaireFile};
use wasm_bindgen::prelude::*;

/// The most problems that are told.
const MOST_TOLD: usize = 20;

/// The questionnaire of this file in that language, or in the file's first if it does not have it.
///
/// The first line of the answer is the language that was taken, and the rest is the packed questionnaire.
///
/// # Errors
/// A text whose first line is how many problems there are. Each further line is one of them, up to 20.
#[wasm_bindgen]
pub fn read(file: &str, language: &str) -> Result<String, String> {
    let questionnaires = QuestionnaireFile::parse(file).map_err(|problems| told(&problems))?;
    let questionnaire = questionnaires.in_language(language).unwrap_or(questionnaires.first());
    Ok(format!("{}\n{}", questionnaire.language(), questionnaire.pack()))
}

fn told(problems: &[Problem]) -> String {
    let mut text = problems.len().to_string();
    for Problem { place, found, expected, .. } in problems.iter().take(MOST_TOLD) {
        text.push('\n');
        if !place.is_empty() {
            text.extend([place, ": "]);
        }
        text.extend(["found ", found, ", expected ", expected]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use assessment::questionnaire::Questionnaire;

    const FILE: &str = r#"{"format":1,"id":"tiny","version":1,"levels":3,
        "elements":[{"id":"learning","indicators":["reading"]}],
        "texts":[{"language":"en","title":"Tiny","levels":["Never","Often","Always"],
            "elements":{"learning":{"title":"Learning","indicators":{
                "reading":{"title":"Reading","question":"How often does the board read?",
                    "levels":["It never reads.","It often reads.","It always reads."]}}}}}]}"#;

    #[test]
    fn the_answer_is_the_language_and_what_the_first_program_unpacks() {
        for wanted in ["en-GB", "cy"] {
            let answer = read(FILE, wanted).expect("the file has no problem");
            let (language, packed) = answer.split_once('\n').expect("two parts");
            assert_eq!(language, "en");
            let file = QuestionnaireFile::parse(FILE).expect("the file has no problem");
            assert_eq!(&Questionnaire::unpack(packed), file.first());
        }
    }

    #[test]
    fn problems_are_counted_and_the_first_twenty_told_a_line_each() {
        let told = read("[]", "en").expect_err("it is a list");
        assert_eq!(told, "1\nfound a list of 0, expected an object");
        let bad = FILE.replace("\"It often reads.\"", "\"two\\nlines\",7");
        assert_eq!(
            read(&bad, "en").expect_err("there are three problems"),
            "3\n\
             texts[0].elements.learning.indicators.reading.levels[1]: found \"two\\nlines\", expected text of 1 to 300 characters on one line\n\
             texts[0].elements.learning.indicators.reading.levels[2]: found 7, expected text of 1 to 300 characters on one line\n\
             texts[0].elements.learning.indicators.reading.levels: found a list of 4, expected a list of 3, one text for each level"
        );
        let many = FILE.replace("\"reading\"]", &format!("{}8]", "7,".repeat(40)));
        let told = read(&many, "en").expect_err("41 ids are numbers");
        assert_eq!((told.lines().next(), told.lines().count()), (Some("41"), 21));
    }
}
