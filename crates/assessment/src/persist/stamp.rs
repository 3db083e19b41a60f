//! Which of two versions of a record is the later one.

use std::fmt;

/// Who wrote a record: a number that each opened copy makes for itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WriterId(pub u64);

/// Orders every version of every record: by epoch, then counter, then writer.
///
/// The epoch rises when everything is deleted, so that nothing written before can win against it.
/// The counter is a Lamport clock. The writer only decides between two copies that changed the same
/// record at the same count, so that both settle on the same one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// How often everything has been deleted.
    pub epoch: u64,
    /// How many changes the writer had made or seen.
    pub counter: u64,
    /// Who wrote it.
    pub writer: WriterId,
}

/// The largest number that JSON carries exactly in every program that reads it.
pub(super) const LARGEST_EXACT: u64 = (1 << 53) - 1;

impl Stamp {
    /// The stamp of the next change by `writer`, later than this one.
    #[must_use]
    pub fn next(self, writer: WriterId) -> Self {
        Self { epoch: self.epoch, counter: self.counter + 1, writer }
    }
}

impl fmt::Display for WriterId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

impl WriterId {
    pub(super) fn parse(text: &str) -> Option<Self> {
        (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok()).flatten().map(Self)
    }
}
