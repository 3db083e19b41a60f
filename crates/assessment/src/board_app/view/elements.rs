//! How the board sees the elements.

use super::{fill, text};
use crate::board::{Cell, GroupScore, group_range, group_score, held_back};
use crate::board_app::Model;
use crate::document::{Block, BoardProfile, ProfileLine, Table};
use crate::questionnaire::ElementPosition;
use crate::scoring::Range;
use crate::text::BoardKey;

/// An element as the board sees it.
struct Seen {
    title: String,
    score: Option<GroupScore>,
    /// How many of its questions show no single level to protect members, if it has no score for that reason.
    held_back: Option<usize>,
    /// How many questions it has.
    questions: usize,
    /// Between which scores it would lie with those who did not answer.
    range: Option<Range>,
}

/// Each element on the line from the lowest level to the highest, and the same as a table.
pub(super) fn profile(model: &Model) -> Block {
    let seen: Vec<Seen> =
        model.questionnaire.element_positions().map(|element| seen(model, element)).collect();
    let scale = model.questionnaire.scale();
    Block::Profile(BoardProfile {
        levels: scale.levels().map(|level| scale.name(level).to_owned()).collect(),
        lines: seen.iter().map(|seen| line(model, seen)).collect(),
        table: table(model, &seen),
    })
}

/// The score of one element in words, and where it could lie, or why it is not shown.
pub(super) fn element_in_words(model: &Model, element: ElementPosition) -> (String, Option<String>) {
    let seen = seen(model, element);
    let more = range_in_words(model, &seen).or_else(|| protection_in_words(model, &seen));
    (score_in_words(model, &seen), more)
}

/// Why the score of an element is not shown, if that is to protect members.
pub(super) fn why_not_shown(model: &Model, element: ElementPosition) -> Option<String> {
    protection_in_words(model, &seen(model, element))
}

fn protection_in_words(model: &Model, seen: &Seen) -> Option<String> {
    let of = model.catalogue.number(seen.questions);
    Some(model.catalogue.count(BoardKey::ElementProtectedReason, seen.held_back?, &[("of", &of)]))
}

fn seen(model: &Model, element: ElementPosition) -> Seen {
    let cells = cells(model, element);
    let range =
        missing(model).filter(|missing| *missing > 0).and_then(|missing| group_range(&cells, missing));
    Seen {
        title: model.questionnaire.element(element).title.clone(),
        score: group_score(&cells),
        held_back: held_back(&cells),
        questions: cells.len(),
        range,
    }
}

fn cells(model: &Model, element: ElementPosition) -> Vec<Cell> {
    let Some(picture) = &model.picture else { return vec![] };
    let indicators = model.questionnaire.indicators_of(element);
    indicators.map(|indicator| picture.of(indicator).all.clone()).collect()
}

/// How many of the board are not in the picture, if its size was laid down.
pub(super) fn missing(model: &Model) -> Option<u32> {
    let round = model.round.as_ref()?;
    let counted = u32::try_from(round.draft.counted_responses()).ok()?;
    Some(round.board_size?.saturating_sub(counted))
}

fn line(model: &Model, seen: &Seen) -> ProfileLine {
    ProfileLine {
        title: seen.title.clone(),
        words: score_in_words(model, seen),
        score: seen.score.map(|score| score.score.percent()),
        reach: seen.range.map(|range| (range.lowest.percent(), range.highest.percent())),
    }
}

fn score_in_words(model: &Model, seen: &Seen) -> String {
    match seen.score {
        None => no_score_in_words(model, seen),
        Some(score) => {
            let level = model.questionnaire.scale().name(score.level);
            let number = model.catalogue.number(score.score.rounded());
            fill(model, BoardKey::ElementScore, &[("level", level), ("score", &number)])
        }
    }
}

fn no_score_in_words(model: &Model, seen: &Seen) -> String {
    let is_protected = seen.held_back.is_some();
    text(model, if is_protected { BoardKey::ElementProtected } else { BoardKey::ElementTooLittle })
}

fn range_in_words(model: &Model, seen: &Seen) -> Option<String> {
    let range = seen.range?;
    let [lowest, highest] =
        [range.lowest, range.highest].map(|score| model.catalogue.number(score.rounded()));
    let missing = usize::try_from(missing(model)?).ok()?;
    let values = [("lowest", &lowest[..]), ("highest", &highest)];
    Some(model.catalogue.count(BoardKey::ElementRange, missing, &values))
}

fn table(model: &Model, seen: &[Seen]) -> Table {
    let has_ranges = seen.iter().any(|seen| seen.range.is_some());
    let mut head = [BoardKey::TableElement, BoardKey::TableLevel, BoardKey::TableScore]
        .map(|key| text(model, key))
        .to_vec();
    if has_ranges {
        head.push(text(model, BoardKey::TableRange));
    }
    let nothing = || text(model, BoardKey::TableNothing);
    let row = |seen: &Seen| {
        let level = seen.score.map(|score| model.questionnaire.scale().name(score.level).to_owned());
        let score = seen.score.map(|score| model.catalogue.number(score.score.rounded()));
        let mut row = vec![
            seen.title.clone(),
            level.unwrap_or_else(|| no_score_in_words(model, seen)),
            score.unwrap_or_else(nothing),
        ];
        if has_ranges {
            let range = seen.range.map(|range| {
                let [from, to] =
                    [range.lowest, range.highest].map(|score| model.catalogue.number(score.rounded()));
                fill(model, BoardKey::TableRangeOf, &[("from", &from), ("to", &to)])
            });
            row.push(range.unwrap_or_else(nothing));
        }
        row
    };
    Table { caption: text(model, BoardKey::ProfileTable), head, rows: seen.iter().map(row).collect() }
}
