//! How answers are spread, as a bar of parts.

use super::Table;

/// A bar of parts side by side, with the words and the table that say the same.
///
/// ```
/// use assessment::document::{Shade, Spread, SpreadPart, Table};
///
/// let part = |label: &str, count, shade| SpreadPart { label: label.into(), count, shade };
/// let spread = Spread {
///     sentence: "6 answers: 3 low, none in the middle, 2 high, 1 not known.".into(),
///     parts: vec![
///         part("Low", 3, Shade::Low),
///         part("Middle", 0, Shade::Middle),
///         part("High", 2, Shade::High),
///         part("I do not know", 1, Shade::DontKnow),
///     ],
///     table: Table { caption: "Answers".into(), head: vec![], rows: vec![] },
/// };
/// let segments = spread.segments();
/// assert_eq!(segments.len(), 3, "nobody chose the middle");
/// assert_eq!((segments[0].start, segments[0].width), (0.0, 50.0));
/// assert_eq!(segments[1].start, 50.0);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The whole in words, so that nothing is lost without the bar and the table.
    pub sentence: String,
    /// The parts of the bar, in their order.
    pub parts: Vec<SpreadPart>,
    /// The same as a table.
    pub table: Table,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpreadPart {
    /// What these answers have in common.
    pub label: String,
    /// How many they are.
    pub count: u32,
    /// How it is drawn.
    pub shade: Shade,
}

/// Which pattern and colour a part has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shade {
    /// That of one level.
    Level {
        /// The number of the level, 0 for the lowest.
        step: u8,
        /// How many levels there are.
        of: u8,
    },
    /// That of the low levels together.
    Low,
    /// That of the levels between.
    Middle,
    /// That of the high levels together.
    High,
    /// That of "I do not know".
    DontKnow,
}

/// A part of a bar with its place on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Where it begins, in percent of the bar.
    pub start: f64,
    /// How wide it is, in percent of the bar.
    pub width: f64,
    /// How it is drawn.
    pub shade: Shade,
    /// What these answers have in common.
    pub label: String,
    /// How many they are.
    pub count: u32,
}

impl Spread {
    /// The parts that anybody is in, in their order, from one end of the bar to the other.
    #[must_use]
    pub fn segments(&self) -> Vec<Segment> {
        let all: f64 = self.parts.iter().map(|part| f64::from(part.count)).sum();
        let mut before = 0.0;
        let mut segments = Vec::new();
        for part in self.parts.iter().filter(|part| part.count > 0) {
            let count = f64::from(part.count);
            segments.push(Segment {
                start: before * 100.0 / all,
                width: count * 100.0 / all,
                shade: part.shade,
                label: part.label.clone(),
                count: part.count,
            });
            before += count;
        }
        segments
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spread(counts: &[u32]) -> Spread {
        let of = u8::try_from(counts.len()).expect("few levels");
        let part = |(step, count): (u8, &u32)| SpreadPart {
            label: format!("level {step}"),
            count: *count,
            shade: Shade::Level { step, of },
        };
        Spread {
            sentence: String::new(),
            parts: (0..).zip(counts).map(part).collect(),
            table: Table { caption: String::new(), head: vec![], rows: vec![] },
        }
    }

    #[test]
    fn without_an_answer_there_is_no_segment() {
        assert_eq!(spread(&[0, 0, 0]).segments(), []);
        assert_eq!(spread(&[]).segments(), []);
    }

    proptest! {
        #[test]
        fn the_segments_fill_the_bar_in_the_order_of_the_parts(
            counts in prop::collection::vec(0..1_000u32, 1..=8),
        ) {
            let segments = spread(&counts).segments();
            let shown: Vec<u32> = segments.iter().map(|segment| segment.count).collect();
            let chosen: Vec<u32> = counts.iter().copied().filter(|count| *count > 0).collect();
            prop_assert_eq!(&shown, &chosen);
            let mut end = 0.0;
            for segment in &segments {
                prop_assert!((segment.start - end).abs() < 1e-9, "no gap and no overlap");
                end = segment.start + segment.width;
            }
            prop_assert!(chosen.is_empty() || (end - 100.0).abs() < 1e-9);
        }
    }
}
