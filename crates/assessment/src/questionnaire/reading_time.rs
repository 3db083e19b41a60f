//! How long the questions take.

use super::Indicator;

/// Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019,
/// doi 10.1016/j.jml.2019.104047).
const WORDS_A_MINUTE: usize = 238;
/// Time to decide, beside the reading.
const SECONDS_A_QUESTION: usize = 3;

/// Minutes to read and answer the indicators, rounded up to a multiple of `step`.
pub(super) fn minutes<'a>(indicators: impl Iterator<Item = &'a Indicator>, step: usize) -> usize {
    let (questions, words) =
        indicators.fold((0, 0), |(questions, words), indicator| (questions + 1, words + words_of(indicator)));
    let seconds = (words * 60).div_ceil(WORDS_A_MINUTE) + questions * SECONDS_A_QUESTION;
    seconds.div_ceil(60 * step).max(1) * step
}

fn words_of(indicator: &Indicator) -> usize {
    let words = |text: &String| text.split_whitespace().count();
    words(&indicator.question) + indicator.descriptions.iter().map(words).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use super::super::ElementPosition;
    use super::*;

    fn indicator(words: usize) -> Indicator {
        Indicator {
            id: String::new(),
            element: ElementPosition(0),
            title: String::new(),
            question: "word ".repeat(words),
            descriptions: vec![],
        }
    }

    #[test]
    fn is_words_and_a_pause_rounded_up() {
        let whole = vec![indicator(78); 32];
        assert_eq!(minutes(whole.iter(), 5), 15);
        assert_eq!(minutes(whole[..4].iter(), 1), 2);
    }

    #[test]
    fn is_never_nothing() {
        assert_eq!(minutes([indicator(1)].iter(), 5), 5);
        assert_eq!(minutes([].iter(), 1), 1);
    }
}
