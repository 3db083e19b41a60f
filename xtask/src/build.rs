//! Builds the whole site into `dist/`.

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{pages, program, progress, script, set_up, single_file, site, styles};

/// Sets up, runs every step whose inputs changed, and swaps the result in.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    set_up::set_up(workspace)?;
    progress::quiet("pages", || pages::write(workspace))?;
    progress::quiet("styles", || styles::compile(workspace))?;
    progress::talking("program", || program::compile(workspace, ""))?;
    progress::quiet("bindings", || program::bind(workspace))?;
    progress::quiet("optimisation", || program::optimise(workspace))?;
    progress::quiet("script", || script::bundle(workspace))?;
    progress::quiet("single file", || single_file::write(workspace))?;
    progress::quiet("dist", || site::assemble(workspace))
}
