//! Which of two versions of a record is the later one.

use crate::hexadecimal::hexadecimal;
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
    /// The earliest stamp of an epoch: later than everything before it, earlier than any change in it.
    #[must_use]
    pub fn first_of(epoch: u64) -> Self {
        Self { epoch, ..Self::default() }
    }

    /// The stamp of the next change by `writer`, later than this one.
    ///
    /// A damaged record can claim the largest count there is. Then the count stands still, because a
    /// larger one would not be read back.
    #[must_use]
    pub fn next(self, writer: WriterId) -> Self {
        Self { epoch: self.epoch, counter: up(self.counter), writer }
    }

    /// Whether this is the later change of two that may be from different devices, however often
    /// everything was deleted on each. The count goes on through a delete.
    #[must_use]
    pub fn is_later_change_than(self, other: Self) -> bool {
        (self.counter, self.writer) > (other.counter, other.writer)
    }

    /// This count in the next epoch, into which everything before it does not reach.
    #[must_use]
    pub fn in_next_epoch(self) -> Self {
        Self { epoch: up(self.epoch), ..self }
    }
}

fn up(number: u64) -> u64 {
    (number + 1).min(LARGEST_EXACT)
}

impl fmt::Display for WriterId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

impl WriterId {
    /// As it is written: 16 hexadecimal digits.
    pub(super) fn text(self) -> String {
        hexadecimal(self.0)
    }

    pub(super) fn parse(text: &str) -> Option<Self> {
        (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok()).flatten().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_epoch_begins_after_everything_before_it_and_before_everything_in_it() {
        let before = Stamp { epoch: 3, counter: LARGEST_EXACT, writer: WriterId(u64::MAX) };
        let first = Stamp::first_of(4);
        assert!(before < first);
        assert!(first < first.next(WriterId(0)));
    }

    #[test]
    fn a_stamp_never_grows_past_what_can_be_read_back() {
        let largest = Stamp { epoch: LARGEST_EXACT, counter: LARGEST_EXACT, writer: WriterId(1) };
        assert_eq!(largest.next(WriterId(2)).counter, LARGEST_EXACT);
        assert_eq!(largest.in_next_epoch().epoch, LARGEST_EXACT);
    }
}
