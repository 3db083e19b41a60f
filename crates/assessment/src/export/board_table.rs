//! What may be shown of a board's answers, as a table for a spreadsheet.

use super::csv::CsvTable;
use crate::board::{AgreementWord, Cell, Full, IndicatorCells, Picture, Tag};
use crate::questionnaire::{IndicatorPosition, Questionnaire};

/// The words of a [`board_table`], beside those of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardTableWords {
    /// What must be read before the table, such as that these are members' views: a row each.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub heads: BoardTableHeads,
    /// Of everybody.
    pub everybody: String,
    /// Of the executives alone.
    pub executive: String,
    /// Of the non-executives alone.
    pub non_executive: String,
    /// What is shown: nothing.
    pub nothing: String,
    /// What is shown: too few know it.
    pub too_few: String,
    /// What is shown: levels in classes, all of it tentative.
    pub collapsed: String,
    /// What is shown: every level.
    pub full: String,
    /// Members agree.
    pub shared: String,
    /// Members agree in part.
    pub mixed: String,
    /// Members see it differently.
    pub split: String,
    /// The mark of what the board sees low.
    pub gap_tag: String,
    /// The mark of what the board sees high and agrees on.
    pub strength_tag: String,
    /// The mark of what members see differently.
    pub split_tag: String,
    /// The mark of what too many do not know.
    pub not_known_tag: String,
}

/// The names of the columns of a [`board_table`]. Those of the levels are the levels' own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardTableHeads {
    /// The title of the element.
    pub element: String,
    /// The title of the indicator.
    pub indicator: String,
    /// Whose answers they are.
    pub view: String,
    /// How much may be shown.
    pub shown: String,
    /// How many chose a low level.
    pub low: String,
    /// How many chose a level between.
    pub middle: String,
    /// How many chose a high level.
    pub high: String,
    /// How many said "I do not know".
    pub dont_know: String,
    /// The level in the middle.
    pub median: String,
    /// How far members agree, in a word.
    pub agreement: String,
    /// How far members agree, as a number from −1 to 1.
    pub agreement_number: String,
    /// What stands out.
    pub tags: String,
}

/// What may be shown of each indicator, with a row for everybody and, if the round asks for the role, one for
/// each role. What may not be shown is an empty cell.
///
/// ```
/// # use assessment::board::Picture;
/// # use assessment::export::{BoardTableWords, board_table, csv};
/// # use assessment::questionnaire::Questionnaire;
/// # fn example(picture: &Picture, questionnaire: &Questionnaire, words: &BoardTableWords) -> String {
/// csv::write(&board_table(picture, questionnaire, words))
/// # }
/// ```
#[must_use]
pub fn board_table(picture: &Picture, questionnaire: &Questionnaire, words: &BoardTableWords) -> CsvTable {
    let rows_of = |indicator: IndicatorPosition| {
        let titles = titles(questionnaire, indicator);
        views(picture.of(indicator), words).into_iter().map(move |(view, cell)| {
            let levels = questionnaire.scale().count();
            [titles.as_slice(), &[view.into()], &columns(cell, levels, words)].concat()
        })
    };
    CsvTable {
        notes: words.notes.clone(),
        head: head(questionnaire, &words.heads),
        rows: questionnaire.indicator_positions().flat_map(rows_of).collect(),
    }
}

fn head(questionnaire: &Questionnaire, heads: &BoardTableHeads) -> Vec<String> {
    let scale = questionnaire.scale();
    let levels = scale.levels().map(|level| scale.name(level));
    let before = [&heads.element, &heads.indicator, &heads.view, &heads.shown].map(String::as_str);
    let after = [
        &heads.low,
        &heads.middle,
        &heads.high,
        &heads.dont_know,
        &heads.median,
        &heads.agreement,
        &heads.agreement_number,
        &heads.tags,
    ];
    before.into_iter().chain(levels).chain(after.map(String::as_str)).map(str::to_owned).collect()
}

fn titles(questionnaire: &Questionnaire, indicator: IndicatorPosition) -> Vec<String> {
    let indicator = questionnaire.indicator(indicator);
    vec![questionnaire.element(indicator.element).title.clone(), indicator.title.clone()]
}

fn views<'a>(cells: &'a IndicatorCells, words: &'a BoardTableWords) -> Vec<(&'a str, &'a Cell)> {
    let roles = cells.roles.iter().flat_map(|[executive, non_executive]| {
        [(words.executive.as_str(), executive), (words.non_executive.as_str(), non_executive)]
    });
    [(words.everybody.as_str(), &cells.all)].into_iter().chain(roles).collect()
}

/// How much is shown, and all of that: a column for each of so many levels, then low, middle, high, not known,
/// median, agreement and tags.
fn columns(cell: &Cell, levels: usize, words: &BoardTableWords) -> Vec<String> {
    let full = if let Cell::Full(full) = cell { Some(full) } else { None };
    let levels = match full {
        Some(full) => full.counts.iter().map(u32::to_string).collect(),
        None => vec![String::new(); levels],
    };
    let [low, middle, high] =
        classes(cell).map(|count| count.map_or_else(String::new, |count| count.to_string()));
    let word = cell.agreement_word().map_or("", |word| words.agreement(word)).to_owned();
    let tags: Vec<&str> = cell.tags().into_iter().map(|tag| words.tag(tag)).collect();
    let shown = [words.shown(cell).to_owned()].into_iter().chain(levels);
    let rest = [low, middle, high, dont_know(cell), median(full), word, number(full), tags.join("; ")];
    shown.chain(rest).collect()
}

fn classes(cell: &Cell) -> [Option<u32>; 3] {
    match cell {
        Cell::Collapsed(collapsed) => [Some(collapsed.low), collapsed.middle, Some(collapsed.high)],
        Cell::Nothing | Cell::TooFew { .. } | Cell::Full(_) => [None; 3],
    }
}

fn dont_know(cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::TooFew { dont_know, .. } => dont_know.to_string(),
        Cell::Collapsed(collapsed) => collapsed.dont_know.to_string(),
        Cell::Full(full) => full.dont_know.to_string(),
    }
}

/// "2" or "2.5".
fn median(full: Option<&Full>) -> String {
    full.map_or_else(String::new, |full| full.median().to_string())
}

/// With two decimals.
fn number(full: Option<&Full>) -> String {
    let agreement = full.and_then(Full::agreement);
    agreement
        .map_or_else(String::new, |agreement| format!("{:.2}", f64::from(agreement.hundredths()) / 100.0))
}

impl BoardTableWords {
    fn shown(&self, cell: &Cell) -> &str {
        match cell {
            Cell::Nothing => &self.nothing,
            Cell::TooFew { .. } => &self.too_few,
            Cell::Collapsed(_) => &self.collapsed,
            Cell::Full(_) => &self.full,
        }
    }

    fn agreement(&self, word: AgreementWord) -> &str {
        match word {
            AgreementWord::Shared => &self.shared,
            AgreementWord::Mixed => &self.mixed,
            AgreementWord::Split => &self.split,
        }
    }

    fn tag(&self, tag: Tag) -> &str {
        match tag {
            Tag::Gap => &self.gap_tag,
            Tag::Strength => &self.strength_tag,
            Tag::Split => &self.split_tag,
            Tag::NotKnown => &self.not_known_tag,
        }
    }
}
