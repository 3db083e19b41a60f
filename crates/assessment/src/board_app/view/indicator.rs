//! What may be told of one indicator, as blocks of a document. Everything comes from its cells.

use super::{count, fill, text};
use crate::board::{AgreementWord, Cell, Collapsed, Full, IndicatorCells, Tag};
use crate::board_app::Model;
use crate::document::{Block, Shade, Spread, SpreadPart, Table};
use crate::questionnaire::IndicatorPosition;
use crate::text::BoardKey;

/// How everybody sees the indicator, and how either role does where that may be shown.
pub(super) fn indicator(model: &Model, position: IndicatorPosition, heading_level: u8) -> Vec<Block> {
    let Some(cells) = model.picture.as_ref().map(|picture| picture.of(position)) else { return vec![] };
    let mut blocks = vec![Block::Paragraph(model.questionnaire.indicator(position).question.clone())];
    blocks.extend(everybody(model, position, cells));
    blocks.extend(roles(model, position, cells, heading_level));
    blocks
}

/// How everybody sees it.
pub(super) fn everybody(model: &Model, position: IndicatorPosition, cells: &IndicatorCells) -> Vec<Block> {
    let mut blocks = cell(model, position, cells, &cells.all, BoardKey::TableEverybody);
    let tags: Vec<String> = cells.all.tags().into_iter().map(|tag| tag_in_words(model, tag)).collect();
    if !tags.is_empty() {
        blocks.push(Block::Tags(tags));
    }
    blocks
}

/// How either role sees it: as a pair or not at all.
fn roles(
    model: &Model,
    position: IndicatorPosition,
    cells: &IndicatorCells,
    heading_level: u8,
) -> Vec<Block> {
    let Some(roles) = &cells.roles else { return vec![] };
    if roles.contains(&Cell::Nothing) {
        return vec![];
    }
    let views = [
        (BoardKey::RolesExecutive, BoardKey::TableExecutive),
        (BoardKey::RolesNonExecutive, BoardKey::TableNonExecutive),
    ];
    let of_role = |((heading, table), shown)| {
        let mut blocks = vec![Block::Heading { level: heading_level, text: text(model, heading) }];
        blocks.extend(cell(model, position, cells, shown, table));
        blocks
    };
    views.into_iter().zip(roles).flat_map(of_role).collect()
}

/// A bar and what follows from it, or why there is none.
fn cell(
    model: &Model,
    position: IndicatorPosition,
    cells: &IndicatorCells,
    cell: &Cell,
    table: BoardKey,
) -> Vec<Block> {
    let caption = fill(model, table, &[("title", &model.questionnaire.indicator(position).title)]);
    let (parts, said) = match cell {
        Cell::Nothing | Cell::TooFew { .. } => return vec![Block::Paragraph(cell_in_words(model, cell))],
        Cell::Collapsed(collapsed) => {
            (collapsed_parts(model, collapsed), collapsed_agreement(model, cells, cell))
        }
        Cell::Full(full) => (full_parts(model, full), median_and_agreement(model, full)),
    };
    vec![Block::Spread(spread(model, parts, caption)), Block::Paragraph(said)]
}

/// A cell in one line, for a table.
pub(super) fn cell_in_words(model: &Model, cell: &Cell) -> String {
    match cell {
        Cell::Nothing => text(model, BoardKey::CellNothing),
        Cell::TooFew { dont_know, .. } => count(model, BoardKey::CellTooFew, number(*dont_know)),
        Cell::Collapsed(collapsed) => sentence(model, &collapsed_parts(model, collapsed)),
        Cell::Full(full) => sentence(model, &full_parts(model, full)),
    }
}

/// Levels are put together because few know, or because of the roles that are shown beside each other.
fn collapsed_agreement(model: &Model, cells: &IndicatorCells, cell: &Cell) -> String {
    let word = cell.agreement_word().map(|word| agreement_in_words(model, word)).unwrap_or_default();
    let is_by_role = cells.roles.as_ref().is_some_and(|roles| !roles.contains(&Cell::Nothing));
    let key = if is_by_role { BoardKey::AgreementTentativeByRole } else { BoardKey::AgreementTentative };
    fill(model, key, &[("agreement", &word)])
}

fn median_and_agreement(model: &Model, full: &Full) -> String {
    let agreement = full.agreement().map(|agreement| {
        let word = agreement_in_words(model, agreement.word());
        let value = hundredths_in_words(agreement.hundredths());
        fill(model, BoardKey::AgreementFull, &[("agreement", &word), ("value", &value)])
    });
    format!("{} {}", median_in_words(model, full), agreement.unwrap_or_default())
}

/// The bar, the same in words, and the same as a table.
fn spread(model: &Model, parts: Vec<SpreadPart>, caption: String) -> Spread {
    let mut head = vec![text(model, BoardKey::TableAnswer)];
    head.extend(parts.iter().map(|part| part.label.clone()));
    let mut row = vec![text(model, BoardKey::TableMembers)];
    row.extend(parts.iter().map(|part| model.catalogue.number(part.count)));
    Spread { sentence: sentence(model, &parts), parts, table: Table { caption, head, rows: vec![row] } }
}

/// "2 Not yet, 3 Starting, 1 I do not know", without those that nobody chose.
fn sentence(model: &Model, parts: &[SpreadPart]) -> String {
    let chosen = parts.iter().filter(|part| part.count > 0);
    let each = chosen.map(|part| {
        fill(
            model,
            BoardKey::SpreadPart,
            &[("count", &model.catalogue.number(part.count)), ("label", &part.label)],
        )
    });
    fill(model, BoardKey::SpreadSentence, &[("parts", &each.collect::<Vec<_>>().join(", "))])
}

fn full_parts(model: &Model, full: &Full) -> Vec<SpreadPart> {
    let scale = model.questionnaire.scale();
    let levels = scale.levels().zip(&full.counts).map(|(level, count)| SpreadPart {
        label: scale.name(level).to_owned(),
        count: *count,
        shade: Shade::Level { step: level.number(), of: scale.top().number() + 1 },
    });
    levels.chain([dont_know(model, full.dont_know)]).collect()
}

fn collapsed_parts(model: &Model, collapsed: &Collapsed) -> Vec<SpreadPart> {
    let part = |key, count, shade| SpreadPart { label: text(model, key), count, shade };
    let parts = [
        Some(part(BoardKey::ClassLow, collapsed.low, Shade::Low)),
        collapsed.middle.map(|middle| part(BoardKey::ClassMiddle, middle, Shade::Middle)),
        Some(part(BoardKey::ClassHigh, collapsed.high, Shade::High)),
        Some(dont_know(model, collapsed.dont_know)),
    ];
    parts.into_iter().flatten().collect()
}

fn dont_know(model: &Model, count: u32) -> SpreadPart {
    SpreadPart { label: text(model, BoardKey::DoNotKnow), count, shade: Shade::DontKnow }
}

/// The level in the middle, or the two between which it lies.
fn median_in_words(model: &Model, full: &Full) -> String {
    let scale = model.questionnaire.scale();
    let (lower, upper) = full.middle_levels();
    let name = |level| scale.name(level).to_owned();
    if lower == upper {
        fill(model, BoardKey::Median, &[("level", &name(lower))])
    } else {
        fill(model, BoardKey::MedianBetween, &[("lower", &name(lower)), ("upper", &name(upper))])
    }
}

pub(super) fn agreement_in_words(model: &Model, word: AgreementWord) -> String {
    text(
        model,
        match word {
            AgreementWord::Shared => BoardKey::AgreementShared,
            AgreementWord::Mixed => BoardKey::AgreementMixed,
            AgreementWord::Split => BoardKey::AgreementSplit,
        },
    )
}

pub(super) fn tag_in_words(model: &Model, tag: Tag) -> String {
    text(
        model,
        match tag {
            Tag::Gap => BoardKey::TagGap,
            Tag::Strength => BoardKey::TagStrength,
            Tag::Split => BoardKey::TagSplit,
            Tag::NotKnown => BoardKey::TagNotKnown,
        },
    )
}

/// "0.35" or "−0.20". Written with whole numbers, because formatting a fraction brings much code.
fn hundredths_in_words(hundredths: i32) -> String {
    let sign = if hundredths < 0 { "−" } else { "" };
    let size = hundredths.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

fn number(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
