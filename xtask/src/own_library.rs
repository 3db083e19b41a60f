//! Tells what the check's program would weigh with a standard library built anew for it.

use anyhow::Result;

use crate::sizes::Table;
use crate::workspace::Workspace;
use crate::{build, program, set_up};

/// Makes the program both ways and weighs both. Nothing in `dist/` changes.
pub(crate) fn weigh(workspace: &Workspace) -> Result<()> {
    set_up::set_up(workspace)?;
    for (of, program) in [
        ("as it ships: ", &program::CHECK),
        ("with a library of its own: ", &program::CHECK_WITH_OWN_LIBRARY),
    ] {
        build::make(workspace, of, program)?;
        println!("\n{}", Table::of(&program::optimised(workspace, program), &[])?);
    }
    Ok(())
}
