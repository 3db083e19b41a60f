//! Builds the whole site into `dist/`.

use anyhow::Result;

use crate::workspace::Workspace;
use crate::{pages, program, progress, script, set_up, single_file, site, styles};

/// Sets up, runs every step whose inputs changed, and swaps the result in.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    set_up::set_up(workspace)?;
    progress::quiet("pages", || pages::write(workspace))?;
    progress::quiet("styles", || styles::compile(workspace))?;
    for (of, bundle) in [
        ("", &script::CHECK),
        ("board's part: ", &script::BOARD),
        ("questionnaire reader: ", &script::READER),
    ] {
        let step = |name: &str| format!("{of}{name}");
        progress::talking(&step("program"), || program::compile(workspace, bundle.program, ""))?;
        progress::quiet(&step("bindings"), || program::bind(workspace, bundle.program))?;
        progress::quiet(&step("optimisation"), || program::optimise(workspace, bundle.program))?;
        progress::quiet(&step("script"), || script::make(workspace, bundle))?;
    }
    progress::quiet("single file", || single_file::write(workspace))?;
    progress::quiet("dist", || site::assemble(workspace))
}
