//! A bar of parts, as a table of one row: that is what browsers and word processors draw alike.

use super::element;
use crate::document::{Segment, Shade};

/// Red, green and blue of the lowest level and of the highest. Black text can be read on both.
const LOWEST: [u16; 3] = [0xee, 0xf3, 0xf8];
const HIGHEST: [u16; 3] = [0x7f, 0xb2, 0xe5];
const NO_LEVEL: &str = "#ffffff";

/// The bar, without what it means: that stands beside it in words.
pub(super) fn bar(segments: &[Segment]) -> String {
    if segments.is_empty() {
        return String::new();
    }
    let cells: String = segments.iter().map(cell).collect();
    let attributes = " width=\"100%\" role=\"presentation\" aria-hidden=\"true\"";
    element("table", attributes, &element("tr", "", &cells)) + "\n"
}

fn cell(segment: &Segment) -> String {
    let attributes = format!(
        " class=\"part\" width=\"{:.2}%\" bgcolor=\"{}\" align=\"center\"",
        segment.width,
        colour(segment.shade)
    );
    element("td", &attributes, &segment.count.to_string())
}

fn colour(shade: Shade) -> String {
    match shade {
        Shade::Level { step, of } => between(step.into(), u16::from(of).saturating_sub(1)),
        Shade::Low => between(0, 2),
        Shade::Middle => between(1, 2),
        Shade::High => between(2, 2),
        Shade::DontKnow => NO_LEVEL.into(),
    }
}

/// The colour of a level on its way from the lowest to the highest.
fn between(step: u16, top: u16) -> String {
    let (step, top) = (step.min(top), top.max(1));
    let [red, green, blue] = [0, 1, 2].map(|part| (LOWEST[part] * (top - step) + HIGHEST[part] * step) / top);
    format!("#{red:02x}{green:02x}{blue:02x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_run_from_the_lowest_level_to_the_highest() {
        let level = |step| colour(Shade::Level { step, of: 5 });
        assert_eq!([0, 2, 4].map(level), ["#eef3f8", "#b6d2ee", "#7fb2e5"]);
        assert_eq!([Shade::Low, Shade::Middle, Shade::High].map(colour), [0, 2, 4].map(level));
    }

    #[test]
    fn a_shade_that_no_scale_has_is_drawn_all_the_same() {
        assert_eq!(colour(Shade::Level { step: 9, of: 0 }), "#eef3f8");
        assert_eq!(colour(Shade::Level { step: 255, of: 255 }), "#7fb2e5");
    }
}
