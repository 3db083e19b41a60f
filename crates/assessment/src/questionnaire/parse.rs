//! From documents to a questionnaire, or to every problem in them.

use super::document::{self, Definition, ElementTexts, File, Texts};
use super::part::{Object, Part};
use super::reader::Problems;
use super::{
    Asker, DifficultQuestion, Document, Element, ElementPosition, Fingerprint, GoodPractice, Guidance,
    Indicator, Problem, Questionnaire, Scale, TradeOff,
};

/// The largest file that is read, in bytes.
const LARGEST_FILE: usize = 1_000_000;

/// A definition and the texts of one language.
pub(super) fn parse(definition: &str, texts: &str) -> Result<Questionnaire, Vec<Problem>> {
    let in_definition = Problems::of(Document::Definition);
    let value = in_definition.parse(definition);
    let definition = value
        .as_ref()
        .map(|value| document::definition(&in_definition.root(value).object_of(Definition::FIELDS)));
    let in_texts = Problems::of(Document::Texts);
    let value = in_texts.parse(texts);
    let texts = value.as_ref().map(|value| {
        let root = in_texts.root(value);
        Texts::read(&match &definition {
            Some(definition) => root.with(definition.outline()),
            None => root,
        })
    });
    let mut problems = in_definition.into_found();
    problems.extend(in_texts.into_found());
    match (definition, texts) {
        (Some(definition), Some(texts)) if problems.is_empty() => Ok(questionnaire(&definition, texts)),
        _ => Err(problems),
    }
}

/// A whole questionnaire, once in each language.
pub(super) fn parse_file(text: &str) -> Result<Vec<Questionnaire>, Vec<Problem>> {
    if text.len() > LARGEST_FILE {
        return Err(vec![Problem {
            document: Document::File,
            place: String::new(),
            found: format!("{} bytes", text.len()),
            expected: format!("at most {LARGEST_FILE} bytes"),
        }]);
    }
    let problems = Problems::of(Document::File);
    let value = problems.parse(text);
    let file = value.as_ref().map(|value| File::read(&problems.root(value)));
    let problems = problems.into_found();
    match file {
        Some(File { definition, texts }) if problems.is_empty() => {
            Ok(texts.into_iter().map(|texts| questionnaire(&definition, texts)).collect())
        }
        _ => Err(problems),
    }
}

/// What was read without a problem, put together.
fn questionnaire(definition: &Definition, texts: Texts) -> Questionnaire {
    let mut questionnaire = Questionnaire {
        id: definition.id.0.clone(),
        fingerprint: fingerprint(definition),
        language: texts.language.0,
        title: texts.title.0,
        scale: Scale { names: texts.levels.0.into_iter().map(|name| name.0).collect() },
        elements: Vec::with_capacity(definition.elements.0.len()),
        indicators: Vec::new(),
    };
    for (shape, texts) in definition.elements.0.iter().zip(texts.elements.0) {
        add_element(&mut questionnaire, shape, texts);
    }
    questionnaire
}

fn add_element(questionnaire: &mut Questionnaire, shape: &document::ElementShape, texts: ElementTexts) {
    let position = ElementPosition(questionnaire.elements.len());
    let first = questionnaire.indicators.len();
    let indicators = shape.indicators.0.iter().zip(texts.words.indicators.0);
    questionnaire.indicators.extend(indicators.map(|(id, texts)| Indicator {
        id: id.0.clone(),
        element: position,
        title: texts.title.0,
        question: texts.question.0,
        descriptions: texts.levels.0.into_iter().map(|description| description.0).collect(),
    }));
    questionnaire.elements.push(Element {
        id: shape.id.0.clone(),
        title: texts.words.title.0,
        guidance: texts.guidance.map(guidance),
        indicators: first..questionnaire.indicators.len(),
    });
}

fn guidance(texts: document::Guidance) -> Guidance {
    Guidance {
        definition: texts.definition.0,
        why_strategic: texts.why_it_matters.strategic.0,
        why_operational: texts.why_it_matters.operational.0,
        trade_offs: texts.trade_offs.into_iter().map(trade_off).collect(),
        difficult_questions: difficult_questions(texts.difficult_questions),
        staying: texts.staying.0,
        good_practice: texts.good_practice.into_iter().flatten().map(good_practice).collect(),
    }
}

fn trade_off(texts: document::TradeOff) -> TradeOff {
    TradeOff { gained: texts.gained.0, given_up: texts.given_up.0, when_right: texts.when_right.0 }
}

fn difficult_questions(texts: document::DifficultQuestions) -> Vec<DifficultQuestion> {
    let document::DifficultQuestions { non_executive, executive, board } = texts;
    let of = |asker, question: document::Paragraph| DifficultQuestion { asker, question: question.0 };
    vec![of(Asker::NonExecutive, non_executive), of(Asker::Executive, executive), of(Asker::Board, board)]
}

fn good_practice(texts: document::GoodPractice) -> GoodPractice {
    GoodPractice {
        example: texts.example.0,
        source_title: texts.source.title.0,
        publisher: texts.source.publisher.0,
        year: u16::try_from(texts.source.year.0).unwrap_or_default(),
        address: texts.source.address.0,
    }
}

fn fingerprint(definition: &Definition) -> Fingerprint {
    let numbers = [definition.version.0.to_string(), definition.levels.0.to_string()];
    let ids = definition.elements.0.iter().flat_map(|element| {
        let indicators = element.indicators.0.iter().map(|id| id.0.as_str());
        // The empty part ends an element, so that moving an indicator to its neighbour counts.
        [element.id.0.as_str()].into_iter().chain(indicators).chain([""])
    });
    Fingerprint::of(
        [definition.id.0.as_str()].into_iter().chain(numbers.iter().map(String::as_str)).chain(ids),
    )
}
