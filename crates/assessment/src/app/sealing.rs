//! A passphrase for what is kept: the door in front of it, and what is known of setting and removing one.
//!
//! What is sealed is one text for each store, which the shell opens and closes as a whole. While it is closed, this
//! copy has read nothing and can write nothing; once it is open, all else is as without a passphrase.

use std::fmt;

/// A passphrase has at least so many characters.
pub const SHORTEST_PASSPHRASE: usize = 12;

/// A passphrase as somebody typed it. It is handed on to what seals, and kept nowhere.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// The passphrase that is meant: spaces around it come from keyboards that add them.
    ///
    /// ```
    /// use assessment::app::Passphrase;
    ///
    /// let passphrase = Passphrase::typed(" correct horse battery ");
    /// assert_eq!(passphrase.text(), "correct horse battery");
    /// assert_eq!(format!("{passphrase:?}"), "Passphrase(…)");
    /// ```
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.trim().to_owned())
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.0
    }

    pub(crate) fn is_missing(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn is_too_short(&self) -> bool {
        self.0.chars().count() < SHORTEST_PASSPHRASE
    }
}

/// Its text stands in no message and no log.
impl fmt::Debug for Passphrase {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Passphrase(…)")
    }
}

/// Why what is sealed was not opened, or not deleted. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Missing,
    /// It is another passphrase.
    Wrong,
    /// What is stored is damaged, so that no passphrase opens it.
    Damaged,
    /// Another tab or window has it open.
    OpenElsewhere,
    /// The browser did not do it.
    Failed,
}

/// Why a passphrase was not set, changed or removed. Nothing has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealingProblem {
    /// It has fewer than [`SHORTEST_PASSPHRASE`] characters.
    TooShort,
    /// Another tab or window has set one.
    SetElsewhere,
    /// The store has no room for it.
    Full,
    /// The browser did not do it.
    Failed,
}

/// What was done about a passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealingDone {
    /// There is one now.
    Set,
    /// There is another one now.
    Changed,
    /// There is none any more.
    Removed,
}

/// What is under way at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtWork {
    /// A passphrase is tried.
    Opening,
    /// What is behind the door is deleted.
    Deleting,
}

/// The door in front of what is sealed and not open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Door {
    /// What is under way. Until it has ended nothing else can be asked for.
    pub(crate) at_work: Option<AtWork>,
    /// Why the last try changed nothing.
    pub(crate) refusal: Option<Refusal>,
    /// Whether it was asked to delete what is behind it, and not said yet whether that is meant.
    pub(crate) is_deleting_asked: bool,
    /// Whether that was done.
    pub(crate) is_deleted: bool,
}

/// What is known here of a passphrase for what is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Sealing {
    /// Whether this browser and this page can do it at all.
    pub(crate) is_possible: bool,
    /// Whether what is stored is sealed.
    pub(crate) is_sealed: bool,
    /// What is under way.
    pub(crate) under_way: Option<SealingDone>,
    /// How that ended, until somebody has seen it.
    pub(crate) ended: Option<Result<SealingDone, SealingProblem>>,
    /// Whether it was asked here to close what is open.
    pub(crate) is_lock_asked: bool,
}
