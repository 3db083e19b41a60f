//! `cargo xtask dist`: the site as it is released, and what it weighs.

use anyhow::Result;

use crate::site::FIRST_VISIT;
use crate::sizes::{FIRST_VISIT_LIMIT, Table};
use crate::workspace::Workspace;
use crate::{build, single_file};

/// Builds `dist/`, prints the sizes, and fails when a first visit costs too much or the single file repeats
/// too much.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    build::build(workspace)?;
    let table = Table::of(&workspace.dist(), &FIRST_VISIT)?;
    println!("\n{table}");
    let ratio = single_file::hold_to_ratio(workspace)?;
    println!("{} is {ratio:.2} times what it inlines\n", single_file::SINGLE_FILE);
    table.hold_to(FIRST_VISIT_LIMIT)
}
