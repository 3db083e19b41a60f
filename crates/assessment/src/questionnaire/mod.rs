//! What is asked: elements, their indicators, and the described levels of each.

mod document;
mod file;
mod fingerprint;
pub(crate) mod json;
mod packed;
mod parse;
mod part;
mod position;
mod problem;
mod reader;
mod reading_time;

pub use file::QuestionnaireFile;
pub use fingerprint::Fingerprint;
pub use position::{ElementPosition, IndicatorPosition, Level};
pub use problem::{Document, Problem};

use std::ops::Range;

/// A whole questionnaire: its language-neutral shape together with the texts of one language.
///
/// Made by [`Questionnaire::parse`] or [`QuestionnaireFile::parse`], or by [`Questionnaire::unpack`] of what
/// they made, so that one that exists is complete: every element has at least one indicator, and every
/// indicator one description for each level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    pub(crate) id: String,
    pub(crate) fingerprint: Fingerprint,
    pub(crate) language: String,
    pub(crate) title: String,
    pub(crate) scale: Scale,
    pub(crate) elements: Vec<Element>,
    pub(crate) indicators: Vec<Indicator>,
}

/// The levels that every indicator shares, lowest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    pub(crate) names: Vec<String>,
}

/// One part of good digital leadership, with its guidance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// The stable name, the same in every language and version.
    pub id: String,
    /// The name that people see.
    pub title: String,
    /// What to know about the element; `None` in a questionnaire that brings questions only.
    pub guidance: Option<Guidance>,
    pub(crate) indicators: Range<usize>,
}

/// What a board member reads about one element beside the questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// What the element means, in one or two sentences.
    pub definition: String,
    /// Why it matters to the trust's direction.
    pub why_strategic: String,
    /// Why it matters to services from day to day.
    pub why_operational: String,
    /// What is gained and given up by doing more of it.
    pub trade_offs: Vec<TradeOff>,
    /// Questions to ask, each with who asks it.
    pub difficult_questions: Vec<DifficultQuestion>,
    /// How a trust at the top level stays there; completes "Stay here by".
    pub staying: String,
    /// Published examples.
    pub good_practice: Vec<GoodPractice>,
}

/// A choice with a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeOff {
    /// What is gained.
    pub gained: String,
    /// What is given up for it.
    pub given_up: String,
    /// When each side is right.
    pub when_right: String,
}

/// Who a difficult question is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// A non-executive director asks it.
    NonExecutive,
    /// An executive director brings evidence on it.
    Executive,
    /// The whole board asks itself.
    Board,
}

impl Asker {
    /// Every asker, in the order in which they are shown.
    pub const ALL: [Asker; 3] = [Asker::NonExecutive, Asker::Executive, Asker::Board];

    /// The name of the field that holds this asker's question, and of a stored choice of it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Asker::NonExecutive => "non_executive",
            Asker::Executive => "executive",
            Asker::Board => "board",
        }
    }
}

/// A question that a board would rather not be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DifficultQuestion {
    /// Who it is for.
    pub asker: Asker,
    /// The question.
    pub question: String,
}

/// What one organisation did, with where that was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoodPractice {
    /// Who did what, and what it cost or risked.
    pub example: String,
    /// The title of the published source.
    pub source_title: String,
    /// Who published it.
    pub publisher: String,
    /// The year of publication.
    pub year: u16,
    /// Where it can be read, beginning with `https://`.
    pub address: String,
}

/// One thing that a board member can judge, asked as one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// The stable name, the same in every language and version.
    pub id: String,
    /// The element that it belongs to.
    pub element: ElementPosition,
    /// The short name used in results.
    pub title: String,
    /// The question.
    pub question: String,
    /// One description for each level, lowest first.
    pub descriptions: Vec<String>,
}

impl Scale {
    /// How many levels there are: 3 to 7.
    #[must_use]
    pub fn count(&self) -> usize {
        self.names.len()
    }

    /// The highest level, K − 1.
    #[must_use]
    pub fn top(&self) -> Level {
        Level(u8::try_from(self.names.len() - 1).unwrap_or(u8::MAX))
    }

    /// Every level, lowest first.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = Level> + use<> {
        (0..=self.top().0).map(Level)
    }

    /// The name of a level as results show it, such as "Usual".
    #[must_use]
    pub fn name(&self, level: Level) -> &str {
        self.names.get(usize::from(level.0)).map_or("", String::as_str)
    }

    /// The level of that number, if the scale has it.
    #[must_use]
    pub fn level(&self, number: u64) -> Option<Level> {
        u8::try_from(number).ok().map(Level).filter(|level| *level <= self.top())
    }
}

impl Questionnaire {
    /// Reads a language-neutral definition and the texts of one language, both JSON.
    ///
    /// # Errors
    /// Every problem of both documents at once, each with its place, what was found there and what
    /// was expected.
    pub fn parse(definition: &str, texts: &str) -> Result<Self, Vec<Problem>> {
        parse::parse(definition, texts)
    }

    /// The whole questionnaire as one text without names, for a program that comes with it.
    ///
    /// ```
    /// # use assessment::questionnaire::Questionnaire;
    /// # fn example(questionnaire: &Questionnaire) {
    /// assert_eq!(&Questionnaire::unpack(&questionnaire.pack()), questionnaire);
    /// # }
    /// ```
    #[must_use]
    pub fn pack(&self) -> String {
        packed::pack(self)
    }

    /// The questionnaire of a text that [`Questionnaire::pack`] of the same version made. Of any other
    /// text it makes something without sense: what comes from elsewhere is for [`Questionnaire::parse`].
    #[must_use]
    pub fn unpack(packed: &str) -> Self {
        packed::unpack(packed)
    }

    /// The stable name of the questionnaire.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What tells this questionnaire from another, whatever its language.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The language of the texts, as a BCP 47 tag such as `en-GB`.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// The name that people see.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The levels that every indicator shares.
    #[must_use]
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// Every element, in order.
    #[must_use]
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// Every indicator, element by element, in order.
    #[must_use]
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// One element.
    ///
    /// # Panics
    /// If the position belongs to another questionnaire.
    #[must_use]
    pub fn element(&self, position: ElementPosition) -> &Element {
        &self.elements[position.0]
    }

    /// One indicator.
    ///
    /// # Panics
    /// If the position belongs to another questionnaire.
    #[must_use]
    pub fn indicator(&self, position: IndicatorPosition) -> &Indicator {
        &self.indicators[position.0]
    }

    /// The positions of every element, in order.
    pub fn element_positions(&self) -> impl DoubleEndedIterator<Item = ElementPosition> + use<> {
        (0..self.elements.len()).map(ElementPosition)
    }

    /// The positions of every indicator, in order.
    pub fn indicator_positions(&self) -> impl DoubleEndedIterator<Item = IndicatorPosition> + use<> {
        (0..self.indicators.len()).map(IndicatorPosition)
    }

    /// The positions of one element's indicators, in order.
    pub fn indicators_of(
        &self,
        element: ElementPosition,
    ) -> impl DoubleEndedIterator<Item = IndicatorPosition> + use<> {
        self.elements[element.0].indicators.clone().map(IndicatorPosition)
    }

    /// The element at that position counted from 0, if there is one.
    #[must_use]
    pub fn element_at(&self, index: usize) -> Option<ElementPosition> {
        (index < self.elements.len()).then_some(ElementPosition(index))
    }

    /// The indicator at that position counted from 0, if there is one.
    #[must_use]
    pub fn indicator_at(&self, index: usize) -> Option<IndicatorPosition> {
        (index < self.indicators.len()).then_some(IndicatorPosition(index))
    }

    /// Minutes that the whole check takes, rounded up to 5.
    #[must_use]
    pub fn minutes(&self) -> usize {
        reading_time::minutes(self.indicators.iter(), 5)
    }

    /// Minutes that the longest element takes, rounded up to whole minutes.
    #[must_use]
    pub fn minutes_for_one_element(&self) -> usize {
        self.elements
            .iter()
            .map(|element| reading_time::minutes(self.indicators[element.indicators.clone()].iter(), 1))
            .max()
            .unwrap_or(1)
    }
}
