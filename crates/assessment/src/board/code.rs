//! A response as a code that can be copied, read out and typed.
//!
//! | bits | what |
//! | --- | --- |
//! | 4 | the version of the format, 1 |
//! | 64 | the fingerprint of the questionnaire |
//! | 30 | the round |
//! | 48 | the id of the response |
//! | 2 | the role: 0 not asked, 1 executive, 2 non-executive |
//! | 3 or 4 for each indicator | 0 not answered, 1 "I do not know", 2 and more the levels from the lowest |
//! | 0 to 4 | zeros, so that symbols are whole |
//! | 24 | the checksum of all before |

use super::bits::{BitReader, Bits};
use super::response::{Response, ResponseId, ResponseProblem, RoundCode};
use super::roles::Role;
use super::symbols::{self, numbers, numbers_among, symbol};
use crate::answers::Answer;
use crate::questionnaire::{Level, Questionnaire, Scale};

/// No code is longer; whoever answers more questions passes on a file.
pub const LONGEST_CODE: usize = 60;

const VERSION: u64 = 1;
const VERSION_BITS: usize = 4;
const FINGERPRINT_BITS: usize = 64;
const ROLE_BITS: usize = 2;
const CHECKSUM_BITS: usize = 24;
const GROUP: usize = 4;

/// The code of a response, in groups of four symbols; `None` if it would be longer than [`LONGEST_CODE`], or
/// if the response answers another questionnaire.
#[must_use]
pub fn write_code(response: &Response, questionnaire: &Questionnaire) -> Option<String> {
    let length = length(questionnaire);
    if length > LONGEST_CODE || response.questionnaire != questionnaire.fingerprint() {
        return None;
    }
    let mut bits = Bits::default();
    bits.push(VERSION, VERSION_BITS);
    bits.push(questionnaire.fingerprint().number(), FINGERPRINT_BITS);
    bits.push(response.round.number(), RoundCode::BITS);
    bits.push(response.id.number(), ResponseId::BITS);
    bits.push(number_of_role(response.role), ROLE_BITS);
    for answer in &response.answers {
        bits.push(number_of_answer(*answer), answer_bits(questionnaire.scale()));
    }
    bits.push(0, length * symbols::BITS - CHECKSUM_BITS - bits.len());
    bits.push(bits.checksum(), CHECKSUM_BITS);
    Some(in_groups(&bits))
}

/// Reads a code that somebody pasted or typed.
///
/// # Errors
///
/// What is wrong with it, and in which group if that can be told.
pub fn read_code(typed: &str, questionnaire: &Questionnaire) -> Result<Response, ResponseProblem> {
    let numbers = numbers(typed)
        .map_err(|wrong| ResponseProblem::NoSymbol { group: group_of(wrong.after), found: wrong.found })?;
    let expected = length(questionnaire);
    if expected > LONGEST_CODE {
        return Err(ResponseProblem::NoCode);
    }
    read_numbers(&numbers, questionnaire).unwrap_or_else(|| {
        Err(if numbers.len() == expected {
            ResponseProblem::Mistyped { group: group_to_mend(&numbers) }
        } else {
            ResponseProblem::WrongLength { found: numbers.len(), expected }
        })
    })
}

/// Reads a code that came through whole, even if it cannot be taken. `None` if it is cut off, mistyped or no
/// code; what is wrong then is not looked for, which takes far longer.
pub(super) fn read_whole_code(
    typed: &str,
    questionnaire: &Questionnaire,
) -> Option<Result<Response, ResponseProblem>> {
    read_numbers(&numbers(typed).ok()?, questionnaire)
}

/// Whether somewhere in a text stands one half of what every code of these questions begins with: the version and the
/// fingerprint. One symbol that is wrong, missing or too many leaves the other half as it is.
pub(super) fn begins_a_code(text: &str, questionnaire: &Questionnaire) -> bool {
    let mut bits = Bits::default();
    bits.push(VERSION, VERSION_BITS);
    bits.push(questionnaire.fingerprint().number(), FINGERPRINT_BITS);
    let mut reader = bits.reader();
    let beginning: Vec<u8> = std::iter::from_fn(|| reader.next(symbols::BITS))
        .map(|number| u8::try_from(number).unwrap_or_default())
        .collect();
    let (first, second) = beginning.split_at(beginning.len() / 2);
    let found = numbers_among(text);
    [first, second].iter().any(|half| found.windows(half.len()).any(|window| window == *half))
}

fn read_numbers(numbers: &[u8], questionnaire: &Questionnaire) -> Option<Result<Response, ResponseProblem>> {
    if numbers.len() > LONGEST_CODE {
        return None;
    }
    let bits = checked(numbers)?;
    let mut reader = bits.reader();
    if reader.next(VERSION_BITS) != Some(VERSION) {
        return Some(Err(ResponseProblem::Newer));
    }
    if reader.next(FINGERPRINT_BITS) != Some(questionnaire.fingerprint().number()) {
        return Some(Err(ResponseProblem::OtherQuestions));
    }
    // Zeros at the end, or too few of them, leave the checksum right.
    let is_whole = numbers.len() == length(questionnaire);
    is_whole.then(|| read_rest(&mut reader, questionnaire).ok_or(ResponseProblem::NotAResponse))
}

fn read_rest(reader: &mut BitReader<'_>, questionnaire: &Questionnaire) -> Option<Response> {
    let round = RoundCode::from_random(reader.next(RoundCode::BITS)?);
    let id = ResponseId::from_random(reader.next(ResponseId::BITS)?);
    let role = role_of(reader.next(ROLE_BITS)?)?;
    let scale = questionnaire.scale();
    let answers = questionnaire
        .indicators()
        .iter()
        .map(|_| answer_of(reader.next(answer_bits(scale))?, scale))
        .collect::<Option<Vec<_>>>()?;
    if !reader.is_blank() {
        return None;
    }
    Response::new(questionnaire, round, id, role, answers)
}

/// How many symbols a code of this questionnaire has.
fn length(questionnaire: &Questionnaire) -> usize {
    let answers = questionnaire.indicators().len() * answer_bits(questionnaire.scale());
    let before = VERSION_BITS + FINGERPRINT_BITS + RoundCode::BITS + ResponseId::BITS + ROLE_BITS;
    (before + answers + CHECKSUM_BITS).div_ceil(symbols::BITS)
}

/// Enough for each level, "I do not know" and no answer.
fn answer_bits(scale: &Scale) -> usize {
    if scale.top().number() > 5 { 4 } else { 3 }
}

fn number_of_answer(answer: Option<Answer>) -> u64 {
    match answer {
        None => 0,
        Some(Answer::DontKnow) => 1,
        Some(Answer::Level(Level(level))) => 2 + u64::from(level),
    }
}

#[expect(clippy::option_option, reason = "not answered is an answer of the code, and may be read or not")]
fn answer_of(number: u64, scale: &Scale) -> Option<Option<Answer>> {
    match number {
        0 => Some(None),
        1 => Some(Some(Answer::DontKnow)),
        level => scale.level(level - 2).map(|level| Some(Answer::Level(level))),
    }
}

fn number_of_role(role: Option<Role>) -> u64 {
    match role {
        None => 0,
        Some(Role::Executive) => 1,
        Some(Role::NonExecutive) => 2,
    }
}

#[expect(clippy::option_option, reason = "not asked is a role of the code, and may be read or not")]
fn role_of(number: u64) -> Option<Option<Role>> {
    match number {
        0 => Some(None),
        1 => Some(Some(Role::Executive)),
        2 => Some(Some(Role::NonExecutive)),
        _ => None,
    }
}

/// What stands before the checksum, if that is right.
fn checked(numbers: &[u8]) -> Option<Bits> {
    let mut bits = Bits::of_symbols(numbers);
    let checksum = bits.split_end(CHECKSUM_BITS);
    (bits.checksum() == checksum).then_some(bits)
}

/// The one group where a single mended symbol, or two neighbours that change places, make the code right.
fn group_to_mend(numbers: &[u8]) -> Option<usize> {
    let is_right = |numbers: &[u8]| checked(numbers).is_some();
    let mut groups = Vec::new();
    for place in 0..numbers.len() {
        let mut tried = numbers.to_vec();
        let is_mended = (0..32).any(|number| {
            tried[place] = number;
            is_right(&tried)
        });
        let mut swapped = numbers.to_vec();
        let is_swapped = place + 1 < numbers.len() && {
            swapped.swap(place, place + 1);
            is_right(&swapped)
        };
        if is_mended || is_swapped {
            groups.push(group_of(place));
        }
    }
    groups.dedup();
    if let [group] = groups[..] { Some(group) } else { None }
}

/// Counted from 1.
fn group_of(place: usize) -> usize {
    place / GROUP + 1
}

fn in_groups(bits: &Bits) -> String {
    let mut reader = bits.reader();
    let numbers = std::iter::from_fn(|| reader.next(symbols::BITS));
    let mut code = String::new();
    for (place, number) in numbers.enumerate() {
        if place > 0 && place % GROUP == 0 {
            code.push('-');
        }
        code.push(symbol(u8::try_from(number).unwrap_or_default()));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::samples::questionnaire_of;
    use proptest::prelude::*;

    /// A response to all of it, by a recipe that leaves no answer out.
    fn response(questionnaire: &Questionnaire, seed: u64) -> Response {
        let levels = u64::from(questionnaire.scale().top().number()) + 1;
        let answers = (0..questionnaire.indicators().len() as u64).map(|place| {
            let number = (seed.rotate_left(7) ^ place.wrapping_mul(0x9e37_79b9)) % (levels + 2);
            answer_of(number, questionnaire.scale()).expect("a number of an answer")
        });
        Response {
            questionnaire: questionnaire.fingerprint(),
            round: RoundCode::from_random(seed.wrapping_mul(31)),
            id: ResponseId::from_random(seed.wrapping_mul(0x1_0001_0001)),
            role: role_of(seed % 3).expect("a number of a role"),
            answers: answers.collect(),
        }
    }

    fn plain(code: &str) -> Vec<u8> {
        numbers(code).expect("a code")
    }

    fn as_typed(numbers: &[u8]) -> String {
        numbers.iter().map(|number| symbol(*number)).collect()
    }

    #[test]
    fn thirty_two_questions_fit_whatever_the_number_of_levels() {
        for (levels, expected) in [(3, 54), (4, 54), (5, 54), (6, 54), (7, 60)] {
            let questionnaire = questionnaire_of(&[4; 8], levels);
            let code = write_code(&response(&questionnaire, 5), &questionnaire).expect("it fits");
            assert_eq!(plain(&code).len(), expected, "{levels} levels: {code}");
            let groups: Vec<&str> = code.split('-').collect();
            assert!(groups[..groups.len() - 1].iter().all(|group| group.len() == 4), "{code}");
        }
    }

    #[test]
    fn more_questions_than_fit_have_no_code() {
        let questionnaire = questionnaire_of(&[43], 5);
        assert_eq!(write_code(&response(&questionnaire, 5), &questionnaire), None);
        assert_eq!(read_code("31QE", &questionnaire), Err(ResponseProblem::NoCode));
    }

    #[test]
    fn zeros_too_many_or_too_few_at_the_end_are_a_wrong_length() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        let mut ended_in_zero = 0;
        for seed in 0..200 {
            let code = write_code(&response(&questionnaire, seed), &questionnaire).expect("it fits");
            for zeros in 1..=6 {
                let longer = code.clone() + &"0".repeat(zeros);
                let problem = ResponseProblem::WrongLength { found: 54 + zeros, expected: 54 };
                assert_eq!(read_code(&longer, &questionnaire), Err(problem));
            }
            if let Some(shorter) = code.strip_suffix('0') {
                ended_in_zero += 1;
                let problem = ResponseProblem::WrongLength { found: 53, expected: 54 };
                assert_eq!(read_code(shorter, &questionnaire), Err(problem));
            }
        }
        assert!(ended_in_zero > 0);
    }

    #[test]
    fn a_code_of_endless_length_is_refused_at_once() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        let problem = ResponseProblem::WrongLength { found: 100_000, expected: 54 };
        assert_eq!(read_code(&"7".repeat(100_000), &questionnaire), Err(problem));
    }

    #[test]
    fn two_neighbours_that_changed_places_are_told_by_their_group() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        let code = plain(&write_code(&response(&questionnaire, 9), &questionnaire).expect("it fits"));
        let place = (0..3).find(|place| code[*place] != code[place + 1]).expect("unequal neighbours");
        let mut wrong = code.clone();
        wrong.swap(place, place + 1);
        let problem = read_code(&as_typed(&wrong), &questionnaire).expect_err("it is caught");
        assert_eq!(problem, ResponseProblem::Mistyped { group: Some(1) });
    }

    #[test]
    fn every_change_of_one_symbol_is_caught_and_its_group_named() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        for seed in [1, 77, u64::MAX] {
            let code = plain(&write_code(&response(&questionnaire, seed), &questionnaire).expect("it fits"));
            for place in 0..code.len() {
                for number in (0..32).filter(|number| *number != code[place]) {
                    let mut wrong = code.clone();
                    wrong[place] = number;
                    assert!(checked(&wrong).is_none(), "{place} {number}");
                }
                let mut wrong = code.clone();
                wrong[place] ^= 1;
                let problem = read_code(&as_typed(&wrong), &questionnaire).expect_err("it is caught");
                assert_eq!(problem, ResponseProblem::Mistyped { group: Some(place / 4 + 1) }, "{place}");
            }
        }
    }

    #[test]
    fn every_swap_of_two_unequal_neighbours_is_caught() {
        let questionnaire = questionnaire_of(&[4; 8], 7);
        for seed in 0..40 {
            let code = plain(&write_code(&response(&questionnaire, seed), &questionnaire).expect("it fits"));
            for place in (1..code.len()).filter(|place| code[*place] != code[place - 1]) {
                let mut wrong = code.clone();
                wrong.swap(place - 1, place);
                assert!(checked(&wrong).is_none(), "{seed} {place}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_with_the_group() {
        let questionnaire = questionnaire_of(&[4; 8], 5);
        let code = write_code(&response(&questionnaire, 9), &questionnaire).expect("it fits");
        let problem = |typed: &str| read_code(typed, &questionnaire).expect_err("no response");
        let with_u = format!("{}U{}", &code[..6], &code[7..]);
        assert_eq!(problem(&with_u), ResponseProblem::NoSymbol { group: 2, found: 'U' });
        assert_eq!(
            problem(&code[..code.len() - 1]),
            ResponseProblem::WrongLength { found: 53, expected: 54 }
        );
        assert_eq!(problem(""), ResponseProblem::WrongLength { found: 0, expected: 54 });
        let other = questionnaire_of(&[4; 8], 6);
        let of_other = write_code(&response(&other, 9), &other).expect("it fits");
        assert_eq!(problem(&of_other), ResponseProblem::OtherQuestions);
        let longer = questionnaire_of(&[5; 8], 5);
        let of_longer = write_code(&response(&longer, 9), &longer).expect("it fits");
        assert_eq!(problem(&of_longer), ResponseProblem::OtherQuestions);
    }

    proptest! {
        #[test]
        fn a_code_tells_what_was_answered_however_it_is_typed(seed in any::<u64>(), levels in 3..=7usize) {
            let questionnaire = questionnaire_of(&[4; 8], levels);
            let response = response(&questionnaire, seed);
            let code = write_code(&response, &questionnaire).expect("it fits");
            let spoken = code.replace('0', "o").replace('1', "l").replace('-', " ").to_lowercase();
            prop_assert_eq!(read_code(&code, &questionnaire), Ok(response.clone()));
            prop_assert_eq!(read_code(&spoken, &questionnaire), Ok(response));
        }

        #[test]
        fn whatever_is_typed_is_refused_or_read(typed in "\\PC{0,80}") {
            let questionnaire = questionnaire_of(&[4; 8], 5);
            let _ = read_code(&typed, &questionnaire);
        }
    }
}
