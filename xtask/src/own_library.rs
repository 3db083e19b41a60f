//! Tells what the check's program would weigh with a standard library built anew for it.

use anyhow::Result;

use crate::sizes::Table;
use crate::workspace::Workspace;
use crate::{program, progress, set_up};

/// Makes the program both ways and weighs both. Nothing in `dist/` changes.
pub(crate) fn weigh(workspace: &Workspace) -> Result<()> {
    set_up::set_up(workspace)?;
    for (name, program) in
        [("as it ships", &program::CHECK), ("with a library of its own", &program::CHECK_WITH_OWN_LIBRARY)]
    {
        progress::talking(&format!("{name}: program"), || program::compile(workspace, program, ""))?;
        progress::quiet(&format!("{name}: bindings"), || program::bind(workspace, program))?;
        progress::quiet(&format!("{name}: optimisation"), || program::optimise(workspace, program))?;
        println!("\n{}", Table::of(&program::optimised(workspace, program), &[])?);
    }
    Ok(())
}
