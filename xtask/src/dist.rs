//! `cargo xtask dist`: the site as it is released, and what it weighs.

use anyhow::Result;

use crate::build;
use crate::site::FIRST_VISIT;
use crate::sizes::{FIRST_VISIT_LIMIT, Table};
use crate::workspace::Workspace;

/// Builds `dist/`, prints the sizes, and fails when a first visit costs too much.
pub(crate) fn dist(workspace: &Workspace) -> Result<()> {
    build::build(workspace)?;
    let table = Table::of(&workspace.dist(), &FIRST_VISIT)?;
    println!("\n{table}");
    table.hold_to(FIRST_VISIT_LIMIT)
}
