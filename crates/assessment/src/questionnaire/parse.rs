//! From two JSON documents to a questionnaire, or to every problem in them.

use super::reader::{At, Problems, is_shown_as_written};
use super::{
    Asker, DifficultQuestion, Document, Element, ElementPosition, Fingerprint, GoodPractice, Guidance,
    Indicator, Problem, Questionnaire, Scale, TradeOff,
};

/// The largest questionnaire that is accepted, in indicators.
const MOST_INDICATORS: usize = 2_000;
const FEWEST_LEVELS: u64 = 3;
const MOST_LEVELS: u64 = 7;

/// The definition alone: shape without words.
struct Shape {
    id: String,
    version: u64,
    levels: usize,
    elements: Vec<ElementShape>,
}

struct ElementShape {
    id: String,
    indicators: Vec<String>,
}

pub(super) fn parse(definition: &str, texts: &str) -> Result<Questionnaire, Vec<Problem>> {
    let in_definition = Problems::of(Document::Definition);
    let definition = in_definition.parse(definition);
    let shape = definition.as_ref().and_then(|value| shape(&in_definition.root(value)));
    let in_texts = Problems::of(Document::Texts);
    let texts = in_texts.parse(texts);
    let questionnaire = texts.as_ref().and_then(|value| with_words(&in_texts.root(value), shape.as_ref()));
    match questionnaire {
        Some(questionnaire) if in_definition.are_none() && in_texts.are_none() => Ok(questionnaire),
        _ => {
            let mut problems = in_definition.into_found();
            problems.extend(in_texts.into_found());
            Err(problems)
        }
    }
}

/// The shape, as far as it can be read; `None` if the texts cannot be held against it.
fn shape(root: &At<'_>) -> Option<Shape> {
    if !root.is_object_of(&["format", "id", "version", "levels", "elements"]) {
        return None;
    }
    root.field("format").whole_number(1..=1, "the number 1");
    let id = root.field("id").id();
    let version = root.field("version").whole_number(1..=u64::from(u32::MAX), "a whole number from 1");
    let levels = root
        .field("levels")
        .whole_number(FEWEST_LEVELS..=MOST_LEVELS, "a whole number of levels from 3 to 7");
    let elements = elements(&root.field("elements"))?;
    let is_named = |element: &ElementShape| {
        let ids = &element.indicators;
        !element.id.is_empty() && !ids.is_empty() && ids.iter().all(|id| !id.is_empty())
    };
    let is_readable = elements.iter().all(is_named);
    (levels > 0 && is_readable).then_some(Shape {
        id,
        version,
        levels: usize::try_from(levels).unwrap_or_default(),
        elements,
    })
}

fn elements(at: &At<'_>) -> Option<Vec<ElementShape>> {
    let elements: Vec<ElementShape> = at.items("a list of elements")?.iter().map(element_shape).collect();
    if elements.is_empty() {
        at.expected("at least one element");
    }
    let indicators: usize = elements.iter().map(|element| element.indicators.len()).sum();
    if indicators > MOST_INDICATORS {
        at.problem(format!("{indicators} indicators"), format!("at most {MOST_INDICATORS}"));
    } else {
        let ids = elements.iter().map(|element| element.id.as_str()).collect();
        report_repeated_ids(at, ids, "element");
        let ids = elements.iter().flat_map(|element| element.indicators.iter().map(String::as_str)).collect();
        report_repeated_ids(at, ids, "indicator");
    }
    Some(elements)
}

fn element_shape(at: &At<'_>) -> ElementShape {
    if !at.is_object_of(&["id", "indicators"]) {
        return ElementShape { id: String::new(), indicators: vec![] };
    }
    let id = at.field("id").id();
    let list = at.field("indicators");
    let items = list.items("a list of indicator ids");
    if items.as_ref().is_some_and(Vec::is_empty) {
        list.expected("at least one indicator id");
    }
    ElementShape { id, indicators: items.unwrap_or_default().iter().map(At::id).collect() }
}

/// Holds each id against all before it: there are at most 2,000, and a set would be more program.
fn report_repeated_ids(at: &At<'_>, ids: Vec<&str>, kind: &str) {
    for (index, id) in ids.iter().enumerate() {
        if !id.is_empty() && ids[..index].contains(id) {
            at.problem(format!("the {kind} id \"{id}\" twice"), format!("each {kind} id once"));
        }
    }
}

/// The whole questionnaire. Without a shape only the outermost fields can be checked; its own
/// problems are reported anyway.
fn with_words(root: &At<'_>, shape: Option<&Shape>) -> Option<Questionnaire> {
    if !root.is_object_of(&["language", "title", "levels", "elements"]) {
        return None;
    }
    let language = root.field("language").text_that(is_language, "a language tag such as en-GB");
    let title = root.field("title").text();
    let names = level_texts(&root.field("levels"), shape.map(|shape| shape.levels));
    let shape = shape?;
    let at = root.field("elements");
    let known: Vec<&str> = shape.elements.iter().map(|element| element.id.as_str()).collect();
    if !at.is_object_of(&known) {
        return None;
    }
    let mut elements = Vec::with_capacity(shape.elements.len());
    let mut indicators = Vec::new();
    for element in &shape.elements {
        let position = ElementPosition(elements.len());
        elements.push(read_element(&at.field(&element.id), element, position, shape.levels, &mut indicators));
    }
    Some(Questionnaire {
        id: shape.id.clone(),
        fingerprint: fingerprint(shape),
        language,
        title,
        scale: Scale { names },
        elements,
        indicators,
    })
}

fn is_language(tag: &str) -> bool {
    (1..=35).contains(&tag.len()) && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn level_texts(at: &At<'_>, levels: Option<usize>) -> Vec<String> {
    let texts: Vec<String> = match at.items("a list with one text for each level") {
        Some(items) => items.iter().map(At::text).collect(),
        None => return vec![],
    };
    if let Some(levels) = levels.filter(|levels| texts.len() != *levels) {
        at.expected(&format!("a list of {levels}, one text for each level"));
    }
    texts
}

const GUIDANCE: [&str; 6] =
    ["definition", "why_it_matters", "trade_offs", "difficult_questions", "staying", "good_practice"];

fn read_element(
    at: &At<'_>,
    shape: &ElementShape,
    position: ElementPosition,
    levels: usize,
    indicators: &mut Vec<Indicator>,
) -> Element {
    let first = indicators.len();
    let mut element =
        Element { id: shape.id.clone(), title: String::new(), guidance: None, indicators: first..first };
    let mut known = vec!["title", "indicators"];
    known.extend(GUIDANCE);
    if !at.is_object_of(&known) {
        return element;
    }
    element.title = at.field("title").text();
    let has_guidance = GUIDANCE.iter().any(|name| !at.field(name).is_missing());
    element.guidance = has_guidance.then(|| guidance(at));
    let texts = at.field("indicators");
    let known: Vec<&str> = shape.indicators.iter().map(String::as_str).collect();
    if texts.is_object_of(&known) {
        indicators
            .extend(shape.indicators.iter().map(|id| indicator(&texts.field(id), id, position, levels)));
    }
    element.indicators = first..indicators.len();
    element
}

fn indicator(at: &At<'_>, id: &str, element: ElementPosition, levels: usize) -> Indicator {
    let mut indicator = Indicator {
        id: id.to_owned(),
        element,
        title: String::new(),
        question: String::new(),
        descriptions: vec![],
    };
    if at.is_object_of(&["title", "question", "levels"]) {
        indicator.title = at.field("title").text();
        indicator.question = at.field("question").text();
        indicator.descriptions = level_texts(&at.field("levels"), Some(levels));
    }
    indicator
}

fn guidance(at: &At<'_>) -> Guidance {
    let definition = at.field("definition").text();
    let why = at.field("why_it_matters");
    let has_reasons = why.is_object_of(&["strategic", "operational"]);
    let reason = |name| if has_reasons { why.field(name).text() } else { String::new() };
    let (why_strategic, why_operational) = (reason("strategic"), reason("operational"));
    let trade_offs = at.field("trade_offs").items("a list of trade-offs").unwrap_or_default();
    let trade_offs = trade_offs.iter().map(trade_off).collect();
    let difficult_questions = difficult_questions(&at.field("difficult_questions"));
    let staying = at.field("staying").text();
    let examples = at.field("good_practice");
    let examples = if examples.is_missing() { None } else { examples.items("a list of examples") };
    let good_practice = examples.unwrap_or_default().iter().map(good_practice).collect();
    Guidance {
        definition,
        why_strategic,
        why_operational,
        trade_offs,
        difficult_questions,
        staying,
        good_practice,
    }
}

fn trade_off(at: &At<'_>) -> TradeOff {
    let is_object = at.is_object_of(&["gained", "given_up", "when_right"]);
    let side = |name| if is_object { at.field(name).text() } else { String::new() };
    TradeOff { gained: side("gained"), given_up: side("given_up"), when_right: side("when_right") }
}

fn difficult_questions(at: &At<'_>) -> Vec<DifficultQuestion> {
    if !at.is_object_of(&Asker::ALL.map(Asker::name)) {
        return vec![];
    }
    let question = |asker: Asker| DifficultQuestion { asker, question: at.field(asker.name()).text() };
    Asker::ALL.map(question).into()
}

fn good_practice(at: &At<'_>) -> GoodPractice {
    let mut practice = GoodPractice {
        example: String::new(),
        source_title: String::new(),
        publisher: String::new(),
        year: 0,
        address: String::new(),
    };
    if !at.is_object_of(&["example", "source"]) {
        return practice;
    }
    practice.example = at.field("example").text();
    let source = at.field("source");
    if source.is_object_of(&["title", "publisher", "year", "address"]) {
        practice.source_title = source.field("title").text();
        practice.publisher = source.field("publisher").text();
        let year = source.field("year").whole_number(1900..=2100, "a year from 1900 to 2100");
        practice.year = u16::try_from(year).unwrap_or_default();
        practice.address =
            source.field("address").text_that(is_address, "an address that begins with https://");
    }
    practice
}

/// Only `https` is accepted, so that a hostile questionnaire cannot make a link run script.
fn is_address(address: &str) -> bool {
    is_shown_as_written(address) && address.starts_with("https://") && !address.contains(' ')
}

fn fingerprint(shape: &Shape) -> Fingerprint {
    let numbers = [shape.version.to_string(), shape.levels.to_string()];
    let ids = shape.elements.iter().flat_map(|element| {
        // The empty part ends an element, so that moving an indicator to its neighbour counts.
        [element.id.as_str()].into_iter().chain(element.indicators.iter().map(String::as_str)).chain([""])
    });
    Fingerprint::of([shape.id.as_str()].into_iter().chain(numbers.iter().map(String::as_str)).chain(ids))
}
