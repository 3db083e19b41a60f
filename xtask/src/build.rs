//! Builds the whole site into `dist/`.

use anyhow::Result;

use crate::program::Program;
use crate::workspace::Workspace;
use crate::{
    languages, offline, pages, program, progress, script, set_up, single_file, site, styles, third_party,
};

/// Sets up, runs every step whose inputs changed, and swaps the result in.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    set_up::set_up(workspace)?;
    progress::quiet("pages", || pages::write(workspace))?;
    progress::quiet("languages", || languages::write(workspace))?;
    progress::quiet("styles", || styles::compile(workspace))?;
    progress::quiet("icons", || offline::draw(workspace))?;
    progress::quiet("third party", || third_party::write(workspace))?;
    for (of, bundle) in [
        ("", &script::CHECK),
        ("board's part: ", &script::BOARD),
        ("questionnaire reader: ", &script::READER),
    ] {
        make(workspace, of, bundle.program)?;
        progress::quiet(&format!("{of}script"), || script::make(workspace, bundle))?;
    }
    progress::quiet("single file", || single_file::write(workspace))?;
    progress::quiet("dist", || site::assemble(workspace))
}

/// Makes one program, in steps that are told by their names after `of`.
pub(crate) fn make(workspace: &Workspace, of: &str, program: &Program) -> Result<()> {
    let step = |name: &str| format!("{of}{name}");
    progress::talking(&step("program"), || program::compile(workspace, program, ""))?;
    progress::quiet(&step("bindings"), || program::bind(workspace, program))?;
    progress::quiet(&step("optimisation"), || program::optimise(workspace, program))
}
