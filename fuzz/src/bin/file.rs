//! A whole questionnaire in one file: what is accepted is in each language what its two documents are, and
//! comes back from its packed form; what is refused is told on lines of its own.
#![no_main]

use assessment::questionnaire::{Questionnaire, QuestionnaireFile};
use fuzz::mutate;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use serde_json::Value;

/// What stands between two fields of a packed questionnaire, and in no text.
const BETWEEN: char = '\u{1e}';

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let file = match QuestionnaireFile::parse(input) {
        Ok(file) => file,
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                assert!(!problem.to_string().contains(char::is_control), "{problem:?}");
            }
            return;
        }
    };
    let (definition, texts) = documents(input);
    assert_eq!(file.languages().count(), texts.len());
    for (questionnaire, texts) in file.languages().zip(texts) {
        let apart = Questionnaire::parse(&definition, &texts.to_string());
        assert_eq!(apart.as_ref(), Ok(questionnaire));
        let packed = questionnaire.pack();
        assert!(!packed.contains(|char: char| char.is_control() && char != BETWEEN), "{packed:?}");
        assert_eq!(&Questionnaire::unpack(&packed), questionnaire);
        assert_eq!(questionnaire.fingerprint(), file.first().fingerprint());
        assert_eq!(file.in_language(questionnaire.language()), Some(questionnaire));
    }
});

/// The definition in an accepted file, and the texts of each language.
fn documents(input: &str) -> (String, Vec<Value>) {
    let input = input.strip_prefix('\u{feff}').unwrap_or(input);
    let mut definition: Value = serde_json::from_str(input).expect("it was accepted");
    let fields = definition.as_object_mut().expect("it was accepted");
    let texts = fields.remove("texts").expect("it was accepted");
    fields.remove("$schema");
    (definition.to_string(), texts.as_array().expect("it was accepted").clone())
}
