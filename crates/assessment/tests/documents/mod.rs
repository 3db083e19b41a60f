//! Writes the two documents of a questionnaire of any shape, guidance included.

use serde_json::{Value, json};

/// The definition and the texts of a questionnaire with one element for each size.
///
/// Every text names its own place, such as "Title 0 1" for the second indicator of the first element.
pub(crate) fn write_documents(sizes: &[usize], levels: usize) -> (Value, Value) {
    let elements = || sizes.iter().copied().enumerate();
    let definition = json!({
        "format": 1, "id": "sample", "version": 1, "levels": levels,
        "elements": elements().map(|(element, size)| json!({
            "id": element_id(element),
            "indicators": (0..size).map(|indicator| indicator_id(element, indicator)).collect::<Vec<_>>(),
        })).collect::<Vec<_>>(),
    });
    let texts = json!({
        "language": "en", "title": "Sample", "levels": texts_for_levels("Level", levels),
        "elements": elements()
            .map(|(element, size)| (element_id(element), element_texts(element, size, levels)))
            .collect::<Value>(),
    });
    (definition, texts)
}

fn element_id(element: usize) -> String {
    format!("element-{element}")
}

fn indicator_id(element: usize, indicator: usize) -> String {
    format!("indicator-{element}-{indicator}")
}

fn element_texts(element: usize, size: usize, levels: usize) -> Value {
    let of_indicator = |indicator| {
        let texts = json!({
            "title": format!("Title {element} {indicator}"),
            "question": format!("Question {element} {indicator}?"),
            "levels": texts_for_levels(&format!("Description {element} {indicator}"), levels),
        });
        (indicator_id(element, indicator), texts)
    };
    json!({
        "title": format!("Element {element}"),
        "definition": format!("Definition {element}"),
        "why_it_matters": { "strategic": "Strategic", "operational": "Operational" },
        "trade_offs": [{ "gained": "Gained", "given_up": "Given up", "when_right": "When right" }],
        "difficult_questions": {
            "non_executive": format!("Non-executive {element}?"),
            "executive": format!("Executive {element}?"),
            "board": format!("Board {element}?"),
        },
        "staying": format!("Staying {element}"),
        "good_practice": [{
            "example": "Example",
            "source": {
                "title": "Source", "publisher": "Publisher", "year": 2020, "address": "https://example.org/",
            },
        }],
        "indicators": (0..size).map(of_indicator).collect::<Value>(),
    })
}

fn texts_for_levels(prefix: &str, levels: usize) -> Vec<String> {
    (0..levels).map(|level| format!("{prefix} {level}")).collect()
}
