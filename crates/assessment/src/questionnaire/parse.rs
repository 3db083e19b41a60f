//! From two JSON documents to a questionnaire, or to every problem in them.

use super::reader::{At, Reader};
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

/// The texts alone, in the order of the shape.
struct Words {
    language: String,
    title: String,
    names: Vec<String>,
    elements: Vec<ElementWords>,
}

struct ElementWords {
    title: String,
    guidance: Option<Guidance>,
    indicators: Vec<IndicatorWords>,
}

struct IndicatorWords {
    title: String,
    question: String,
    descriptions: Vec<String>,
}

pub(super) fn parse(definition: &str, texts: &str) -> Result<Questionnaire, Vec<Problem>> {
    let in_definition = Reader::new(Document::Definition);
    let shape = in_definition.read(definition, shape);
    let in_texts = Reader::new(Document::Texts);
    let words = in_texts.read(texts, |root| words(root, shape.as_ref()));
    let mut problems = in_definition.into_problems();
    problems.extend(in_texts.into_problems());
    match (shape, words) {
        (Some(shape), Some(words)) if problems.is_empty() => Ok(join(shape, words)),
        _ => Err(problems),
    }
}

fn shape(root: At<'_>) -> Option<Shape> {
    root.object(&["format", "id", "version", "levels", "elements"])?;
    let format = root.field("format", |at| at.whole_number(1..=1, "the number 1"));
    let id = root.field("id", |at| at.id());
    let version =
        root.field("version", |at| at.whole_number(1..=u64::from(u32::MAX), "a whole number from 1"));
    let levels = root.field("levels", |at| {
        at.whole_number(FEWEST_LEVELS..=MOST_LEVELS, "a whole number of levels from 3 to 7")
    });
    let elements = root.field("elements", |at| {
        let elements = at.list("a list of elements", element_shape)?;
        if elements.is_empty() {
            at.expected("at least one element");
        }
        let indicators: usize = elements.iter().map(|element| element.indicators.len()).sum();
        if indicators > MOST_INDICATORS {
            at.problem(format!("{indicators} indicators"), format!("at most {MOST_INDICATORS}"));
        }
        report_repeated_ids(at, &elements);
        Some(elements)
    });
    format?;
    Some(Shape { id: id?, version: version?, levels: usize::try_from(levels?).ok()?, elements: elements? })
}

fn element_shape(at: At<'_>) -> Option<ElementShape> {
    at.object(&["id", "indicators"])?;
    let id = at.field("id", |at| at.id());
    let indicators = at.field("indicators", |at| {
        let ids = at.list("a list of indicator ids", |at| at.id())?;
        if ids.is_empty() {
            at.expected("at least one indicator id");
        }
        Some(ids)
    });
    Some(ElementShape { id: id?, indicators: indicators? })
}

fn report_repeated_ids(at: At<'_>, elements: &[ElementShape]) {
    let report = |mut ids: Vec<&String>, kind: &str| {
        ids.sort_unstable();
        for pair in ids.windows(2).filter(|pair| pair[0] == pair[1]) {
            at.problem(format!("the {kind} id {:?} twice", pair[0]), format!("each {kind} id once"));
        }
    };
    report(elements.iter().map(|element| &element.id).collect(), "element");
    report(elements.iter().flat_map(|element| &element.indicators).collect(), "indicator");
}

/// Without a shape only the outermost fields can be checked; its own problems are reported anyway.
fn words(root: At<'_>, shape: Option<&Shape>) -> Option<Words> {
    root.object(&["language", "title", "levels", "elements"])?;
    let language = root.field("language", language);
    let title = root.field("title", |at| at.text());
    let names = root.field("levels", |at| level_texts(at, shape.map(|shape| shape.levels)));
    let elements = root.field("elements", |at| {
        let shape = shape?;
        let known: Vec<&str> = shape.elements.iter().map(|element| element.id.as_str()).collect();
        at.object(&known)?;
        all(shape
            .elements
            .iter()
            .map(|element| at.field(&element.id, |at| element_words(at, element, shape.levels))))
    });
    Some(Words { language: language?, title: title?, names: names?, elements: elements? })
}

fn language(at: At<'_>) -> Option<String> {
    let tag = at.text()?;
    let looks_right = tag.len() <= 35 && tag.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !looks_right {
        at.expected("a language tag such as en-GB");
    }
    looks_right.then_some(tag)
}

fn level_texts(at: At<'_>, levels: Option<usize>) -> Option<Vec<String>> {
    let texts = at.list("a list with one text for each level", |at| at.text())?;
    match levels {
        Some(levels) if texts.len() != levels => {
            at.expected(&format!("a list of {levels}, one text for each level"));
            None
        }
        _ => Some(texts),
    }
}

const GUIDANCE: [&str; 6] =
    ["definition", "why_it_matters", "trade_offs", "difficult_questions", "staying", "good_practice"];

fn element_words(at: At<'_>, shape: &ElementShape, levels: usize) -> Option<ElementWords> {
    let mut known = vec!["title", "indicators"];
    known.extend(GUIDANCE);
    let object = at.object(&known)?;
    let title = at.field("title", |at| at.text());
    let has_guidance = GUIDANCE.iter().any(|name| object.contains_key(*name));
    let guidance = if has_guidance { guidance(at).map(Some) } else { Some(None) };
    let indicators = at.field("indicators", |at| {
        let known: Vec<&str> = shape.indicators.iter().map(String::as_str).collect();
        at.object(&known)?;
        all(shape.indicators.iter().map(|id| at.field(id, |at| indicator_words(at, levels))))
    });
    Some(ElementWords { title: title?, guidance: guidance?, indicators: indicators? })
}

fn indicator_words(at: At<'_>, levels: usize) -> Option<IndicatorWords> {
    at.object(&["title", "question", "levels"])?;
    let title = at.field("title", |at| at.text());
    let question = at.field("question", |at| at.text());
    let descriptions = at.field("levels", |at| level_texts(at, Some(levels)));
    Some(IndicatorWords { title: title?, question: question?, descriptions: descriptions? })
}

fn guidance(at: At<'_>) -> Option<Guidance> {
    let definition = at.field("definition", |at| at.text());
    let (strategic, operational) = at.field("why_it_matters", |at| {
        if at.object(&["strategic", "operational"]).is_none() {
            return (None, None);
        }
        (at.field("strategic", |at| at.text()), at.field("operational", |at| at.text()))
    });
    let trade_offs = at.field("trade_offs", |at| at.list("a list of trade-offs", trade_off));
    let difficult_questions = at.field("difficult_questions", difficult_questions);
    let staying = at.field("staying", |at| at.text());
    let good_practice = at.field("good_practice", |at| {
        if at.is_missing() { Some(vec![]) } else { at.list("a list of examples", good_practice) }
    });
    Some(Guidance {
        definition: definition?,
        why_strategic: strategic?,
        why_operational: operational?,
        trade_offs: trade_offs?,
        difficult_questions: difficult_questions?,
        staying: staying?,
        good_practice: good_practice?,
    })
}

fn trade_off(at: At<'_>) -> Option<TradeOff> {
    at.object(&["gained", "given_up", "when_right"])?;
    let gained = at.field("gained", |at| at.text());
    let given_up = at.field("given_up", |at| at.text());
    let when_right = at.field("when_right", |at| at.text());
    Some(TradeOff { gained: gained?, given_up: given_up?, when_right: when_right? })
}

fn difficult_questions(at: At<'_>) -> Option<Vec<DifficultQuestion>> {
    at.object(&Asker::ALL.map(Asker::name))?;
    all(Asker::ALL.into_iter().map(|asker| {
        let question = at.field(asker.name(), |at| at.text())?;
        Some(DifficultQuestion { asker, question })
    }))
}

fn good_practice(at: At<'_>) -> Option<GoodPractice> {
    at.object(&["example", "source"])?;
    let example = at.field("example", |at| at.text());
    at.field("source", |at| {
        at.object(&["title", "publisher", "year", "address"])?;
        let source_title = at.field("title", |at| at.text());
        let publisher = at.field("publisher", |at| at.text());
        let year = at.field("year", |at| at.whole_number(1900..=2100, "a year from 1900 to 2100"));
        let address = at.field("address", address);
        Some(GoodPractice {
            example: example?,
            source_title: source_title?,
            publisher: publisher?,
            year: u16::try_from(year?).ok()?,
            address: address?,
        })
    })
}

/// Only `https` is accepted, so that a hostile questionnaire cannot make a link run script.
fn address(at: At<'_>) -> Option<String> {
    let address = at.text()?;
    let looks_right = address.starts_with("https://") && !address.contains(char::is_whitespace);
    if !looks_right {
        at.expected("an address that begins with https://");
    }
    looks_right.then_some(address)
}

/// Every item, or `None` if any is; all are looked at first, so that every problem is found.
fn all<T>(items: impl Iterator<Item = Option<T>>) -> Option<Vec<T>> {
    items.collect::<Vec<_>>().into_iter().collect()
}

fn join(shape: Shape, words: Words) -> Questionnaire {
    let fingerprint = fingerprint(&shape);
    let mut elements = Vec::with_capacity(shape.elements.len());
    let mut indicators = Vec::new();
    for (element, words) in shape.elements.into_iter().zip(words.elements) {
        let position = ElementPosition(elements.len());
        let first = indicators.len();
        indicators.extend(element.indicators.into_iter().zip(words.indicators).map(|(id, words)| {
            Indicator {
                id,
                element: position,
                title: words.title,
                question: words.question,
                descriptions: words.descriptions,
            }
        }));
        elements.push(Element {
            id: element.id,
            title: words.title,
            guidance: words.guidance,
            indicators: first..indicators.len(),
        });
    }
    Questionnaire {
        id: shape.id,
        fingerprint,
        language: words.language,
        title: words.title,
        scale: Scale { names: words.names },
        elements,
        indicators,
    }
}

fn fingerprint(shape: &Shape) -> Fingerprint {
    let numbers = [shape.version.to_string(), shape.levels.to_string()];
    let ids = shape.elements.iter().flat_map(|element| {
        // The empty part ends an element, so that moving an indicator to its neighbour counts.
        [element.id.as_str()].into_iter().chain(element.indicators.iter().map(String::as_str)).chain([""])
    });
    Fingerprint::of([shape.id.as_str()].into_iter().chain(numbers.iter().map(String::as_str)).chain(ids))
}
