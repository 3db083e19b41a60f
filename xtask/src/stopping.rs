//! A second site, for the tests of the rescue screen: its programs are the released ones, and certain
//! notes stop the check. It is never put into `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::fingerprint::make_if_changed;
use crate::script::Bundle;
use crate::workspace::Workspace;
use crate::{content, languages, offline, pages, program, progress, script, site, styles};

/// The feature that listens to such notes.
const FEATURE: &str = "stops-on-purpose";
/// The finished site, among what it is made of.
const SITE: &str = "site";
/// All that goes into it, since asking cargo would cost both programs a new compilation each time: they
/// take turns at one name.
const SOURCES: [&str; 10] = [
    "src",
    "build.rs",
    "content",
    "crates/assessment/src",
    "crates/assessment/Cargo.toml",
    "Cargo.toml",
    "Cargo.lock",
    "package-lock.json",
    "rust-toolchain.toml",
    "xtask",
];

/// Builds the site if anything in it changed. The program that cargo made last is then this one, so
/// whoever wants the released one has it compiled afterwards.
pub(crate) fn build(workspace: &Workspace) -> Result<()> {
    progress::quiet("pages", || pages::write(workspace))?;
    progress::quiet("styles", || styles::compile(workspace))?;
    progress::quiet("icons", || offline::draw(workspace))?;
    let mut inputs = vec![pages::output(workspace, pages::PAGE), styles::output(workspace, styles::SHEET)];
    inputs.extend(SOURCES.map(|source| workspace.path(source)));
    make_if_changed(&folder(workspace), &inputs, |folder| {
        program::compile(workspace, &program::CHECK, FEATURE)?;
        let finished = folder.join(SITE);
        make_folder(&finished)?;
        let check = [(script::SCRIPT, script::SCRIPT), (program::CHECK.file, program::CHECK.file)];
        let board =
            [(script::BOARD_SCRIPT, script::BOARD_SCRIPT), (program::BOARD.file, program::BOARD_FILE)];
        put_program_into(&finished, folder, workspace, &script::CHECK, check)?;
        put_program_into(&finished, folder, workspace, &script::BOARD, board)?;
        let files = [
            (pages::output(workspace, pages::PAGE), pages::PAGE),
            (styles::output(workspace, styles::SHEET), styles::SHEET),
            (styles::output(workspace, styles::BOARD_SHEET), styles::BOARD_SHEET),
        ];
        site::copy(&files, &finished)?;
        site::make_an_app(workspace, &finished)?;
        Ok(())
    })?;
    Ok(())
}

/// Binds a program as it was compiled last, and puts its script and the program itself into the site, each
/// under its name there.
fn put_program_into(
    site: &Path,
    folder: &Path,
    workspace: &Workspace,
    bundle: &Bundle,
    [script, program]: [(&str, &'static str); 2],
) -> Result<()> {
    let [bound, bundled] = ["bound", "bundled"].map(|part| folder.join(part).join(bundle.program.name));
    make_folder(&bound)?;
    make_folder(&bundled)?;
    program::bind_into(&bound, workspace, bundle.program)?;
    let [bindings, file] = [bundle.program.bindings, bundle.program.file].map(|name| bound.join(name));
    let languages = languages::list(&workspace.path(content::FOLDER))?;
    script::make_into(&bundled, &bindings, &file, workspace, bundle, &languages)?;
    site::copy(&[(bundled.join(script.0), script.1), (bound.join(program.0), program.1)], site)
}

fn make_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).context("could not make a folder for the site that stops")
}

/// The finished site.
pub(crate) fn site(workspace: &Workspace) -> PathBuf {
    folder(workspace).join(SITE)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.workshop("stopping")
}
