//! The core's charts, drawn as SVG, each with its table.

mod profile;

pub(crate) use profile::{percent, profile_chart, profile_lines};
