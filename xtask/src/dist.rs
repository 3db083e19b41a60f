//! `cargo xtask dist`: the site as it is released, and what it weighs.

use anyhow::Result;

use crate::site::{BOARD, FIRST_VISIT};
use crate::sizes::{Load, Table};
use crate::workspace::Workspace;
use crate::{build, single_file};

/// What is loaded together, and what it may cost.
const LOADS: [Load; 2] = [
    Load { name: "first visit", files: &FIRST_VISIT, limit: with_leeway(118_200, 120_000) },
    Load { name: "board's part", files: &BOARD, limit: with_leeway(156_800, 170_000) },
];

/// What was measured last and a fiftieth more, but never more than `most`: what a change adds beyond that is
/// added on purpose, with a new figure here.
const fn with_leeway(measured: usize, most: usize) -> usize {
    let limit = measured + measured / 50;
    if limit < most { limit } else { most }
}

/// Builds `dist/`, prints the sizes, and fails when something costs too much or the single file repeats too
/// much.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    build::build(workspace)?;
    let table = Table::of(&workspace.dist(), &LOADS)?;
    println!("\n{table}");
    let ratio = single_file::hold_to_ratio(workspace)?;
    println!("{} is {ratio:.2} times what it inlines\n", single_file::SINGLE_FILE);
    table.hold_to_limits()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fiftieth_is_added_up_to_the_most() {
        assert_eq!([with_leeway(100_000, 120_000), with_leeway(119_000, 120_000)], [102_000, 120_000]);
    }
}
