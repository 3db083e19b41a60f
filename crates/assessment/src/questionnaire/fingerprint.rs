//! What tells two questionnaires apart.

use crate::hexadecimal::hexadecimal;
use std::fmt;

/// A fingerprint over everything that changes what an answer means: the ids, their order, the
/// number of levels and the version. Wording is not part of it, so that a mended spelling keeps
/// the answers, and neither is the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    /// FNV-1a over the parts, each closed by a zero byte so that no two lists of parts run together.
    pub(super) fn of<'a>(parts: impl Iterator<Item = &'a str>) -> Self {
        const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0100_0000_01b3;
        let mut hash = OFFSET;
        for part in parts {
            for byte in part.bytes().chain([0]) {
                hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
            }
        }
        Self(hash)
    }

    /// As it is written: 16 hexadecimal digits.
    #[must_use]
    pub fn text(self) -> String {
        hexadecimal(self.0)
    }

    /// As a number.
    pub(crate) fn number(self) -> u64 {
        self.0
    }

    /// The fingerprint that is written so; that of nothing if none is.
    pub(super) fn from_text(text: &str) -> Self {
        Self(u64::from_str_radix(text, 16).unwrap_or_default())
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(Fingerprint::of(["ab", "c"].into_iter()), Fingerprint::of(["a", "bc"].into_iter()));
    }

    #[test]
    fn order_counts() {
        assert_ne!(Fingerprint::of(["a", "b"].into_iter()), Fingerprint::of(["b", "a"].into_iter()));
    }

    #[test]
    fn is_the_published_hash() {
        // FNV-1a of the single byte 0, from its offset basis.
        assert_eq!(Fingerprint::of([""].into_iter()).to_string(), "af63bd4c8601b7df");
    }
}
