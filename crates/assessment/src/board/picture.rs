//! The picture of a whole board: what may be shown of every indicator, and when a new picture may take the
//! place of an old one.

use super::cell::{AnonymityThreshold, Cell};
use super::counts::Counts;
use super::response::Response;
use super::roles::{Role, release_by_role};
use crate::questionnaire::{IndicatorPosition, Questionnaire};

/// How many known answers must come in anew before a cell that shows every level may change.
const ANEW: u32 = 8;

/// The counts of every indicator, of everybody or of each role.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum BoardCounts {
    /// The round does not ask for the role.
    Together(Vec<Counts>),
    /// It does.
    ByRole { executive: Vec<Counts>, non_executive: Vec<Counts> },
}

impl BoardCounts {
    /// No response yet.
    pub(super) fn none(questionnaire: &Questionnaire, asks_role: bool) -> BoardCounts {
        let none = || vec![Counts::none(questionnaire.scale()); questionnaire.indicators().len()];
        if asks_role {
            BoardCounts::ByRole { executive: none(), non_executive: none() }
        } else {
            BoardCounts::Together(none())
        }
    }

    /// Counts one more response, which has a role if the round asks for it.
    pub(super) fn add(&mut self, response: &Response) {
        let counts = match (self, response.role) {
            (BoardCounts::Together(all), _) => all,
            (BoardCounts::ByRole { executive, .. }, Some(Role::Executive)) => executive,
            (BoardCounts::ByRole { non_executive, .. }, _) => non_executive,
        };
        for (counts, answer) in counts.iter_mut().zip(&response.answers) {
            counts.add(*answer);
        }
    }

    /// The counts of everybody, or of the executives and of the non-executives.
    fn parts(&self) -> Vec<&[Counts]> {
        match self {
            BoardCounts::Together(all) => vec![all],
            BoardCounts::ByRole { executive, non_executive } => vec![executive, non_executive],
        }
    }

    /// How many responses these are the counts of, if all indicators say the same of that.
    pub(super) fn responses(&self) -> Option<usize> {
        let of_part = |counts: &[Counts]| {
            let responses = counts.first().map_or(0, Counts::responses);
            let is_alike = counts.iter().all(|counts| counts.responses() == responses);
            if is_alike { usize::try_from(responses).ok() } else { None }
        };
        self.parts().into_iter().map(of_part).sum()
    }

    /// Whether these can be the counts of what `before` counts and of more.
    pub(super) fn include(&self, before: &BoardCounts) -> bool {
        let (now, before) = (self.parts().concat(), before.parts().concat());
        now.len() == before.len() && now.iter().zip(&before).all(|(now, before)| now.include(before))
    }

    /// What may be shown of them.
    pub(super) fn release(&self, threshold: AnonymityThreshold) -> Picture {
        let cells = match self {
            BoardCounts::Together(all) => {
                let release = |counts| IndicatorCells { all: Cell::release(counts, threshold), roles: None };
                all.iter().map(release).collect()
            }
            BoardCounts::ByRole { executive, non_executive } => {
                let release = |(executive, non_executive)| {
                    let cells = release_by_role(executive, non_executive, threshold);
                    IndicatorCells { all: cells.all, roles: Some([cells.executive, cells.non_executive]) }
                };
                executive.iter().zip(non_executive).map(release).collect()
            }
        };
        Picture { indicators: cells }
    }

    /// How many known answers each view of each indicator has, in the order of [`IndicatorCells::views`].
    fn known(&self) -> Vec<Vec<u32>> {
        match self {
            BoardCounts::Together(all) => all.iter().map(|counts| vec![counts.known()]).collect(),
            BoardCounts::ByRole { executive, non_executive } => {
                let known = |(executive, non_executive): (&Counts, &Counts)| {
                    let (executive, non_executive) = (executive.known(), non_executive.known());
                    vec![executive + non_executive, executive, non_executive]
                };
                executive.iter().zip(non_executive).map(known).collect()
            }
        }
    }

    /// Whether the picture of these counts may take the place of that of `before`, which are a part of them.
    ///
    /// Whoever sees both could work out what came between. So in every cell either nothing may change, or
    /// enough must have come that it can be shown by itself.
    pub(super) fn may_follow(&self, before: &BoardCounts, threshold: AnonymityThreshold) -> bool {
        let pictures =
            before.release(threshold).indicators.into_iter().zip(self.release(threshold).indicators);
        let known = before.known().into_iter().zip(self.known());
        pictures.zip(known).all(|((old, new), (known_before, known_now))| {
            let cells = old.views().zip(new.views());
            let added = known_now.iter().zip(&known_before).map(|(now, before)| now - before);
            cells.zip(added).all(|((old, new), added)| {
                let shows_little = [old, new].iter().all(|cell| cell.is_at_most_collapsed());
                let least = if shows_little { 0 } else { ANEW };
                old == new || added >= threshold.responses().max(least)
            })
        })
    }
}

/// What may be shown of one indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorCells {
    /// Of everybody.
    pub all: Cell,
    /// Of the executives and of the non-executives, if the round asks for the role.
    pub roles: Option<[Cell; 2]>,
}

impl IndicatorCells {
    fn views(&self) -> impl Iterator<Item = &Cell> {
        [&self.all].into_iter().chain(self.roles.iter().flatten())
    }
}

/// What may be shown of a board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Of each indicator, in the order of the questionnaire.
    indicators: Vec<IndicatorCells>,
}

impl Picture {
    /// What may be shown of an indicator.
    #[must_use]
    pub fn of(&self, indicator: IndicatorPosition) -> &IndicatorCells {
        &self.indicators[indicator.index()]
    }
}
