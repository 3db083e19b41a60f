//! How a round reaches a member: as a code, in a link or typed.

use super::draft::Round;
use super::response::RoundCode;
use std::fmt;

/// Before the code. No code has a colon, so neither can be taken for the other, nor for a part of it.
const WITH_ROLE: &str = "role:";

/// What a member is told of a round: its code, and whether it asks for the role.
///
/// It stands in the part of a link after `#`, which is never sent to a server, or is typed as it is written.
///
/// ```
/// use assessment::board::{Invitation, RoundCode};
///
/// let invitation = Invitation { round: RoundCode::from_random(77), asks_role: true };
/// assert_eq!(invitation.to_string(), "role:000-02D");
/// assert_eq!(Invitation::parse("Role: 000 02d"), Some(invitation));
/// assert_eq!(Invitation::in_fragment("#parent=https://intranet.example&round=role:000-02D"), Some(invitation));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The round.
    pub round: RoundCode,
    /// Whether a response to it needs the role.
    pub asks_role: bool,
}

impl Invitation {
    /// The one to that round.
    #[must_use]
    pub fn to(round: &Round) -> Invitation {
        Invitation { round: round.code, asks_role: round.asks_role }
    }

    /// What somebody typed or pasted, if it is one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Invitation> {
        let typed = typed.trim();
        let code = strip_start(typed, WITH_ROLE);
        let round = RoundCode::parse(code.unwrap_or(typed))?;
        Some(Invitation { round, asks_role: code.is_some() })
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
        if self.asks_role {
            formatter.write_str(WITH_ROLE)?;
        }
        self.round.fmt(formatter)
    }
}

/// What stands after that beginning, whatever the size of its letters.
fn strip_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let (begins, rest) = text.split_at_checked(start.len())?;
    begins.eq_ignore_ascii_case(start).then_some(rest)
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
    fn what_was_cut_off_is_none() {
        let invitation = Invitation { round: RoundCode::from_random(0x1234_5678), asks_role: true };
        let whole = invitation.to_string();
        for length in 0..whole.len() {
            assert_eq!(Invitation::parse(&whole[..length]), None, "{}", &whole[..length]);
        }
    }

    #[test]
    fn what_is_none_is_refused() {
        for typed in ["", "role", "K7M-2Q", "K7M-2QXX", "K7M-2QU", "role:é"] {
            assert_eq!(Invitation::parse(typed), None, "{typed}");
        }
        assert_eq!(Invitation::in_fragment("#ground=K7M-2QX"), None);
    }
}
