//! What a member passes on: the levels, and no name, time, note or free text.

use super::roles::Role;
use super::symbols::{numbers, symbol};
use crate::answers::Answer;
use crate::questionnaire::{Fingerprint, Questionnaire};
use std::fmt;

/// How many symbols a round code has.
const ROUND_SYMBOLS: usize = 6;
const ID_BITS: u32 = 48;

/// What one member passes on: an answer to each indicator of a questionnaire, or none.
#[derive(Clone, PartialEq, Eq)]
pub struct Response {
    pub(super) questionnaire: Fingerprint,
    pub(super) round: RoundCode,
    pub(super) id: ResponseId,
    pub(super) role: Option<Role>,
    pub(super) answers: Vec<Option<Answer>>,
}

impl Response {
    /// A response to a round. `answers` has one for each indicator, in the order of the questionnaire, and
    /// only levels that it has; otherwise there is no response.
    #[must_use]
    pub fn new(
        questionnaire: &Questionnaire,
        round: RoundCode,
        id: ResponseId,
        role: Option<Role>,
        answers: Vec<Option<Answer>>,
    ) -> Option<Response> {
        let top = questionnaire.scale().top();
        let fits = |answer: &Option<Answer>| !matches!(answer, Some(Answer::Level(level)) if *level > top);
        let is_whole = answers.len() == questionnaire.indicators().len() && answers.iter().all(fits);
        is_whole.then(|| Response { questionnaire: questionnaire.fingerprint(), round, id, role, answers })
    }

    /// The round that it is for.
    #[must_use]
    pub fn round(&self) -> RoundCode {
        self.round
    }

    /// Tells it from the other responses of its round.
    #[must_use]
    pub fn id(&self) -> ResponseId {
        self.id
    }

    /// Whether an executive or a non-executive director answered, if the round asks.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    /// An answer to each indicator, in the order of the questionnaire.
    #[must_use]
    pub fn answers(&self) -> &[Option<Answer>] {
        &self.answers
    }
}

/// Without the answers and the role, so that neither gets into a message.
impl fmt::Debug for Response {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut response = formatter.debug_struct("Response");
        response.field("round", &self.round).field("id", &self.id).finish_non_exhaustive()
    }
}

/// Tells the rounds of a board apart: six symbols that can be read out.
///
/// ```
/// use assessment::board::RoundCode;
///
/// let round = RoundCode::from_random(0x1234_5678);
/// assert_eq!(RoundCode::parse(&round.to_string()), Some(round));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RoundCode(u32);

impl RoundCode {
    /// Of a random number only 30 bits are taken.
    #[must_use]
    pub fn from_random(number: u64) -> RoundCode {
        RoundCode(u32::try_from(number & Self::LARGEST).unwrap_or_default())
    }

    /// The code as somebody typed it, if it is one.
    #[must_use]
    pub fn parse(typed: &str) -> Option<RoundCode> {
        let numbers = numbers(typed).ok().filter(|numbers| numbers.len() == ROUND_SYMBOLS)?;
        Some(RoundCode(numbers.into_iter().fold(0, |code, number| code << 5 | u32::from(number))))
    }

    /// How many bits it takes.
    pub(super) const BITS: usize = 30;
    const LARGEST: u64 = (1 << Self::BITS) - 1;

    pub(super) fn number(self) -> u64 {
        self.0.into()
    }
}

impl fmt::Display for RoundCode {
    /// Six symbols, with a hyphen in the middle.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut symbols = (0..ROUND_SYMBOLS).rev().map(|place| {
            let bits = self.0 >> (5 * place) & 31;
            symbol(u8::try_from(bits).unwrap_or_default())
        });
        let first: String = symbols.by_ref().take(ROUND_SYMBOLS / 2).collect();
        write!(formatter, "{first}-{}", symbols.collect::<String>())
    }
}

/// Tells the responses of a round apart, and tells nothing else: a random number, made once for a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResponseId(u64);

impl ResponseId {
    /// Of a random number only 48 bits are taken.
    #[must_use]
    pub fn from_random(number: u64) -> ResponseId {
        ResponseId(number & ((1 << ID_BITS) - 1))
    }

    /// The id that is written so.
    pub(crate) fn parse(text: &str) -> Option<ResponseId> {
        let is_id = text.len() == 12 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        is_id.then(|| u64::from_str_radix(text, 16).ok().map(ResponseId)).flatten()
    }

    /// Its twelve digits, without asking for memory: a round may have 100,000.
    pub(super) fn with_digits<T>(self, use_them: impl FnOnce(&str) -> T) -> T {
        let digit = |place: usize| b"0123456789abcdef"[(self.0 >> (44 - 4 * place)) as usize & 15];
        let digits: [u8; 12] = std::array::from_fn(digit);
        use_them(str::from_utf8(&digits).unwrap_or_default())
    }

    /// How many bits it takes.
    pub(super) const BITS: usize = ID_BITS as usize;

    pub(super) fn number(self) -> u64 {
        self.0
    }
}

impl fmt::Display for ResponseId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_digits(|digits| formatter.write_str(digits))
    }
}

/// Why something cannot be taken for a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ResponseProblem {
    /// The code has something that is no symbol, in that group, counted from 1.
    NoSymbol {
        /// The group of four.
        group: usize,
        /// What stands there.
        found: char,
    },
    /// The code has not as many symbols as it should.
    WrongLength {
        /// How many it has.
        found: usize,
        /// How many it should have.
        expected: usize,
    },
    /// So many questions have no code, only a file.
    NoCode,
    /// The code was changed on its way.
    Mistyped {
        /// The group of four in which one mended symbol, or two that change places, would make it right,
        /// counted from 1; `None` if there is no such group or more than one.
        group: Option<usize>,
    },
    /// The file breaks off or goes wrong there, counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The character in the line.
        column: usize,
    },
    /// It is no response of this check's.
    NotAResponse,
    /// A newer version of the check made it.
    Newer,
    /// It answers other questions.
    OtherQuestions,
    /// That part of it makes no sense.
    Damaged {
        /// The name of the part, as the file has it.
        part: &'static str,
    },
}
