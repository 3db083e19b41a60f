//! How a round reaches a member: as a code, in a link or typed.

use super::response::RoundCode;
use std::fmt;

const WITH_ROLE: &str = "role";

/// What a member is told of a round: its code, and whether it asks for the role.
///
/// It stands in the part of a link after `#`, which is never sent to a server, or is typed as it is written.
///
/// ```
/// use assessment::board::{Invitation, RoundCode};
///
/// let invitation = Invitation { round: RoundCode::from_random(77), asks_role: true };
/// assert_eq!(invitation.to_string(), "000-02D-role");
/// assert_eq!(Invitation::parse("000 02d role"), Some(invitation));
/// assert_eq!(Invitation::in_fragment("#parent=https://intranet.example&round=000-02D-role"), Some(invitation));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The round.
    pub round: RoundCode,
    /// Whether a response to it needs the role.
    pub asks_role: bool,
}

impl Invitation {
    /// What somebody typed or pasted, if it is one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Invitation> {
        let typed = typed.trim();
        // These letters may also be the last symbols of a code.
        if let Some(round) = RoundCode::parse(typed) {
            return Some(Invitation { round, asks_role: false });
        }
        let round = RoundCode::parse(strip_end(typed, WITH_ROLE)?)?;
        Some(Invitation { round, asks_role: true })
    }

    /// The one that a link's fragment names as `round`.
    #[must_use]
    pub fn in_fragment(fragment: &str) -> Option<Invitation> {
        let parts = fragment.strip_prefix('#').unwrap_or(fragment).split('&');
        parts.filter_map(|part| part.strip_prefix("round=")).find_map(Invitation::parse)
    }
}

impl fmt::Display for Invitation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.round.fmt(formatter)?;
        if self.asks_role { write!(formatter, "-{WITH_ROLE}") } else { Ok(()) }
    }
}

/// What stands before that end, whatever the size of its letters.
fn strip_end<'a>(text: &'a str, end: &str) -> Option<&'a str> {
    let (before, rest) = text.split_at_checked(text.len().checked_sub(end.len())?)?;
    rest.eq_ignore_ascii_case(end).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_comes_back_as_it_was_written() {
        for asks_role in [false, true] {
            for number in [0, 1, 0x1234_5678, u64::MAX] {
                let invitation = Invitation { round: RoundCode::from_random(number), asks_role };
                assert_eq!(Invitation::parse(&invitation.to_string()), Some(invitation));
                assert_eq!(Invitation::in_fragment(&format!("#round={invitation}")), Some(invitation));
            }
        }
    }

    #[test]
    fn a_code_that_ends_like_the_word_is_a_code() {
        let round = RoundCode::parse("K7R-01E").expect("a code");
        assert_eq!(Invitation::parse("k7role"), Some(Invitation { round, asks_role: false }));
        assert_eq!(Invitation::parse("k7role-role"), Some(Invitation { round, asks_role: true }));
    }

    #[test]
    fn what_is_none_is_refused() {
        for typed in ["", "role", "K7M-2Q", "K7M-2QXX", "K7M-2QU", "é-role"] {
            assert_eq!(Invitation::parse(typed), None, "{typed}");
        }
        assert_eq!(Invitation::in_fragment("#ground=K7M-2QX"), None);
    }
}
