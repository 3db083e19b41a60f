//! The documents as their authors write them. What stands in a comment here is also what the schema tells
//! an author of the field.

use super::part::{
    Address, ById, FieldSchema, ForEachLevel, Id, Object, OneOrMore, Part, Tag, Text, Whole, object,
    object_schema,
};
use super::reader::{At, Outline};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The largest questionnaire that is accepted, in indicators.
const MOST_INDICATORS: usize = 2_000;

/// A title of anything.
type Title = Text<100>;
/// The name of a level.
type LevelName = Text<40>;
/// One sentence: a question, or the description of a level.
type Sentence = Text<300>;
/// A few sentences.
pub(super) type Paragraph = Text<600>;

object! {
    /// The shape of a questionnaire, without words.
    Definition {
        /// The version of this format.
        #[expect(dead_code, reason = "there is one format, so whatever was read is of it")]
        format: Whole<1, 1>,
        /// The stable name of the questionnaire. Another id keeps the answers apart.
        id: Id,
        /// To be raised when an answer no longer means what it meant. Answers to another version are kept
        /// apart.
        version: Whole<1, 4_294_967_295>,
        /// How many levels each question has.
        levels: Whole<3, 7>,
        /// The elements, in the order in which they are asked.
        elements: OneOrMore<ElementShape>,
    }
}

object! {
    /// One element and what is asked about it.
    ElementShape {
        /// The stable name of the element. No two elements have the same.
        id: Id,
        /// The stable names of its questions, in the order in which they are asked. No two questions of
        /// the questionnaire have the same.
        indicators: OneOrMore<Id>,
    }
}

object! {
    /// All words of a questionnaire in one language.
    Texts {
        /// The language, as a BCP 47 tag such as en-GB.
        language: Tag,
        /// The title of the questionnaire.
        title: Title,
        /// The names of the levels, lowest first.
        levels: ForEachLevel<LevelName>,
        /// The texts of each element, by its id.
        elements: ById<ElementTexts>,
    }
}

object! {
    /// What every element has.
    ElementWords {
        /// The title of the element.
        title: Title,
        /// The texts of each question, by its id.
        indicators: ById<IndicatorTexts>,
    }
}

object! {
    /// One question with its answers.
    IndicatorTexts {
        /// A short name of the question, for results.
        title: Title,
        /// The question.
        question: Sentence,
        /// A description of each level, lowest first.
        levels: ForEachLevel<Sentence>,
    }
}

object! {
    /// What to know about an element beside its questions.
    Guidance {
        /// What the element means.
        definition: Paragraph,
        /// Why the element matters.
        why_it_matters: Reasons,
        /// What is gained and given up by doing more of it.
        trade_offs: Vec<TradeOff>,
        /// Questions that a board would rather not be asked.
        difficult_questions: DifficultQuestions,
        /// How a trust at the top level stays there. It completes "Stay here by".
        staying: Paragraph,
        /// Published examples.
        good_practice: Option<Vec<GoodPractice>>,
    }
}

object! {
    /// Why an element matters.
    Reasons {
        /// To the direction of the trust.
        strategic: Paragraph,
        /// To services from day to day.
        operational: Paragraph,
    }
}

object! {
    /// A choice with a price.
    TradeOff {
        /// What is gained.
        gained: Paragraph,
        /// What is given up for it.
        given_up: Paragraph,
        /// When each side is right.
        when_right: Paragraph,
    }
}

object! {
    /// A question for each who asks.
    DifficultQuestions {
        /// For a non-executive director to ask.
        non_executive: Paragraph,
        /// For an executive director to bring evidence on.
        executive: Paragraph,
        /// For the whole board to ask itself.
        board: Paragraph,
    }
}

object! {
    /// What one organisation did.
    GoodPractice {
        /// Who did what, and what it cost or risked.
        example: Paragraph,
        /// Where it was published.
        source: Source,
    }
}

object! {
    /// A publication.
    Source {
        /// Its title.
        title: Paragraph,
        /// Who published it.
        publisher: Paragraph,
        /// The year of publication.
        year: Whole<1900, 2100>,
        /// Where it can be read. It begins with https://.
        address: Address,
    }
}

/// The texts of an element, with its guidance beside the others: either all of that or nothing.
pub(super) struct ElementTexts {
    pub(super) words: ElementWords,
    pub(super) guidance: Option<Guidance>,
}

impl Part for ElementTexts {
    fn read(at: &At<'_>) -> Self {
        let at = at.object_of(&[ElementWords::FIELDS, Guidance::FIELDS].concat());
        let has_guidance = Guidance::FIELDS.iter().any(|name| !at.field(name).is_missing());
        Self {
            words: ElementWords::read_fields(&at),
            guidance: has_guidance.then(|| Guidance::read_fields(&at)),
        }
    }

    fn schema() -> Value {
        let mut fields = ElementWords::field_schemas();
        let mut needs = json!({});
        for name in Guidance::FIELDS {
            needs[*name] = Guidance::field_schemas()
                .iter()
                .filter(|other| other.is_required && other.name != *name)
                .map(|other| other.name)
                .collect();
        }
        fields.extend(
            Guidance::field_schemas().into_iter().map(|field| FieldSchema { is_required: false, ..field }),
        );
        let mut schema = object_schema(fields);
        schema["dependentRequired"] = needs;
        schema
    }
}

/// A whole questionnaire in one document: the fields of the definition, and the texts of each language.
pub(super) struct File {
    pub(super) definition: Definition,
    pub(super) texts: Vec<Texts>,
}

const SCHEMA: &str = "$schema";
const TEXTS: &str = "texts";

impl Part for File {
    fn read(at: &At<'_>) -> Self {
        let at = at.object_of(&[&[SCHEMA], Definition::FIELDS, &[TEXTS]].concat());
        Option::<Paragraph>::read(&at.field(SCHEMA));
        let definition = definition(&at);
        let at = at.field(TEXTS);
        let OneOrMore(texts) = OneOrMore::read(&at.clone().with(definition.outline()));
        report_repeated(
            &at,
            texts.iter().map(|texts: &Texts| texts.language.0.to_ascii_lowercase()),
            "language",
        );
        Self { definition, texts }
    }

    fn schema() -> Value {
        let mut fields = vec![FieldSchema::of::<Option<Paragraph>>(
            SCHEMA,
            "Where this schema stands, for editors that check while one writes.",
        )];
        fields.extend(Definition::field_schemas());
        fields.push(FieldSchema::of::<OneOrMore<Texts>>(
            TEXTS,
            "The words, once for each language. The first language is used where the wanted one is missing.",
        ));
        object_schema(fields)
    }
}

/// The definition in this object, with what no single field can tell.
pub(super) fn definition(at: &At<'_>) -> Definition {
    let definition = Definition::read_fields(at);
    let at = at.field("elements");
    let OneOrMore(elements) = &definition.elements;
    let indicators = definition.indicator_count();
    if indicators > MOST_INDICATORS {
        at.problem(format!("{indicators} indicators"), format!("at most {MOST_INDICATORS}"));
    } else {
        report_repeated(&at, elements.iter().map(|element| element.id.0.clone()), "element id");
        let ids = elements.iter().flat_map(|element| &element.indicators.0);
        report_repeated(&at, ids.map(|id| id.0.clone()), "indicator id");
    }
    definition
}

/// Notes what comes a second time. What could not be read is empty, and does not count.
fn report_repeated(at: &At<'_>, names: impl Iterator<Item = String>, kind: &str) {
    let mut seen = BTreeSet::new();
    for name in names.filter(|name| !name.is_empty()) {
        if seen.contains(&name) {
            at.problem(format!("the {kind} \"{name}\" twice"), format!("each {kind} once"));
        }
        seen.insert(name);
    }
}

impl Definition {
    pub(super) fn level_count(&self) -> usize {
        usize::try_from(self.levels.0).unwrap_or_default()
    }

    fn indicator_count(&self) -> usize {
        self.elements.0.iter().map(|element| element.indicators.0.len()).sum()
    }

    /// What texts are held against; nothing if too little of this could be read.
    pub(super) fn outline(&self) -> Outline<'_> {
        let OneOrMore(elements) = &self.elements;
        let is_named = |element: &ElementShape| {
            let OneOrMore(ids) = &element.indicators;
            !element.id.0.is_empty() && !ids.is_empty() && ids.iter().all(|id| !id.0.is_empty())
        };
        let is_readable = self.levels.0 > 0 && !elements.is_empty() && elements.iter().all(is_named);
        if is_readable && self.indicator_count() <= MOST_INDICATORS {
            Outline::Whole(self)
        } else {
            Outline::Unknown
        }
    }
}
