//! How answers are spread: a bar of parts, each with a pattern and a colour, and what each part means.

use super::document::folded_table;
use crate::charts::percent;
use crate::markup::{Markup, list, svg_tag, tag, words};
use assessment::document::{Segment, Shade, Spread};
use assessment::lists::{AddEach as _, Listed as _};

/// How many patterns there are from the lowest level to the highest.
const STEPS: u8 = 7;

/// The patterns of all bars on a screen, drawn once and not seen themselves.
///
/// From the lowest level to the highest they grow denser, so that they tell levels apart without colour and in
/// grey print.
pub(in crate::board_app) fn patterns() -> Markup {
    let mut all: Vec<Markup> = (0..STEPS).map(step_pattern).listed();
    all.push(dont_know_pattern());
    svg_tag("svg", "spread__patterns", [svg_tag("defs", "", all)])
        .with("width", "0")
        .with("height", "0")
        .with("aria-hidden", "true")
        .with("focusable", "false")
}

/// A pattern of eight by eight with these shapes on its ground.
fn pattern(name: &str, class: &'static str, shapes: Vec<Markup>) -> Markup {
    let ground = svg_tag("rect", class, []).with("width", "8").with("height", "8");
    let mut all = vec![ground];
    all.add_each(shapes);
    svg_tag("pattern", "", all)
        .with("id", name)
        .with("width", "8")
        .with("height", "8")
        .with("patternUnits", "userSpaceOnUse")
}

fn step_pattern(step: u8) -> Markup {
    let ground = match step {
        0..=2 => "spread__ground",
        3..=4 => "spread__ground spread__ground--middle",
        _ => "spread__ground spread__ground--dark",
    };
    let shapes = match step {
        1 => vec![dot("2", "2"), dot("6", "6")],
        2 => vec![stroke("M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2")],
        3 => vec![stroke("M0 4 H8 M4 0 V8")],
        4 => vec![stroke("M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6"), stroke("M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2")],
        5 => vec![light_dot("4", "4")],
        _ => vec![],
    };
    pattern(&format!("spread-step-{step}"), ground, shapes)
}

fn dont_know_pattern() -> Markup {
    pattern("spread-dont-know", "spread__ground spread__ground--dont-know", vec![stroke("M0 4 H4")])
}

fn dot(x: &str, y: &str) -> Markup {
    circle("spread__dot", x, y)
}

fn light_dot(x: &str, y: &str) -> Markup {
    circle("spread__dot spread__dot--light", x, y)
}

fn circle(class: &'static str, x: &str, y: &str) -> Markup {
    svg_tag("circle", class, []).with("cx", x).with("cy", y).with("r", "1.2")
}

fn stroke(path: &str) -> Markup {
    svg_tag("path", "spread__stroke", []).with("d", path)
}

/// The bar, what its parts mean, and the same as a table.
pub(super) fn spread(spread: Spread) -> Markup {
    let segments = spread.segments();
    let bar = svg_tag("svg", "spread__bar", segments.iter().map(segment).listed())
        .with("width", "100%")
        .with("height", "28")
        .with("aria-hidden", "true")
        .with("focusable", "false");
    let key = list("spread__key", segments.iter().map(key_line).listed());
    tag("div", "spread", [bar, key, folded_table(spread.table)])
}

fn segment(segment: &Segment) -> Markup {
    filled(segment.shade)
        .with("x", &percent(segment.start))
        .with("width", &percent(segment.width))
        .with("y", "1")
        .with("height", "26")
}

fn key_line(segment: &Segment) -> Markup {
    let swatch = filled(segment.shade).with("x", "1").with("y", "1").with("width", "18").with("height", "18");
    let swatch = svg_tag("svg", "spread__swatch", [swatch])
        .with("width", "20")
        .with("height", "20")
        .with("aria-hidden", "true")
        .with("focusable", "false");
    tag("span", "spread__meaning", [swatch, words(format!("{} {}", segment.count, segment.label))])
}

fn filled(shade: Shade) -> Markup {
    svg_tag("rect", "spread__part", []).with("fill", &format!("url(#{})", pattern_name(shade)))
}

fn pattern_name(shade: Shade) -> String {
    let step = match shade {
        Shade::DontKnow => return "spread-dont-know".to_owned(),
        Shade::Low => 1,
        Shade::Middle => 3,
        Shade::High => STEPS - 1,
        // The lowest and the highest level look alike on every scale.
        Shade::Level { step, of } => {
            (u16::from(step) * u16::from(STEPS - 1) / u16::from(of.max(2) - 1)).min(6) as u8
        }
    };
    format!("spread-step-{step}")
}
