//! `cargo xtask dist`: the site as it is released, and what it weighs.

use anyhow::Result;

use crate::site::{BOARD, FIRST_VISIT};
use crate::sizes::{Load, Table};
use crate::workspace::Workspace;
use crate::{build, single_file};

/// What is loaded together, and what it may cost.
const LOADS: [Load; 2] = [
    Load { name: "first visit", files: &FIRST_VISIT, limit: 120_000 },
    Load { name: "board's part", files: &BOARD, limit: 170_000 },
];

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
