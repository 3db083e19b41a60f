use super::cell::{AnonymityThreshold, Cell, Collapsed};
use super::counts::Counts;

/// Which of the two kinds of members of a board somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// An executive director.
    Executive,
    /// A non-executive director, or the chair.
    NonExecutive,
}

/// What may be shown of one indicator where the round asks for the role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleCells {
    /// Of the executives alone.
    pub executive: Cell,
    /// Of the non-executives alone.
    pub non_executive: Cell,
    /// Of everybody.
    pub all: Cell,
}

/// What may be shown of an indicator by role.
///
/// The two roles are shown as a pair or not at all. If everything of the whole were shown beside a pair of
/// which one is collapsed, that one could be worked out; so all three are collapsed then.
#[must_use]
pub fn release_by_role(
    executive: &Counts,
    non_executive: &Counts,
    threshold: AnonymityThreshold,
) -> RoleCells {
    let all = executive.plus(non_executive);
    let cells = [executive, non_executive].map(|counts| Cell::release(counts, threshold));
    match cells {
        [Cell::Full(executive), Cell::Full(non_executive)] => RoleCells {
            executive: Cell::Full(executive),
            non_executive: Cell::Full(non_executive),
            all: Cell::release(&all, threshold),
        },
        [Cell::Full(_) | Cell::Collapsed(_), Cell::Full(_) | Cell::Collapsed(_)] => RoleCells {
            executive: Cell::Collapsed(Collapsed::of(executive)),
            non_executive: Cell::Collapsed(Collapsed::of(non_executive)),
            all: Cell::Collapsed(Collapsed::of(&all)),
        },
        _ => RoleCells {
            executive: Cell::Nothing,
            non_executive: Cell::Nothing,
            all: Cell::release(&all, threshold),
        },
    }
}
