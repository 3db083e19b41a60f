//! A second site, for the tests of the rescue screen: its program is the released one, and certain
//! notes stop it. It is never put into `dist/`.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::fingerprint::make_if_changed;
use crate::workspace::Workspace;
use crate::{pages, program, progress, script, site, styles};

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
    let mut inputs = vec![pages::output(workspace, pages::PAGE), styles::output(workspace, styles::SHEET)];
    inputs.extend(SOURCES.map(|source| workspace.path(source)));
    make_if_changed(&folder(workspace), &inputs, |folder| {
        program::compile(workspace, &program::CHECK, FEATURE)?;
        let [bound, bundled, finished] = ["bound", "bundled", SITE].map(|name| folder.join(name));
        for part in [&bound, &bundled, &finished] {
            fs::create_dir(part).context("could not make a folder for the site that stops")?;
        }
        program::bind_into(&bound, workspace, &program::CHECK)?;
        script::make_into(
            &bundled,
            &bound.join(program::CHECK.bindings),
            &bound.join(program::CHECK.file),
            workspace,
            &script::CHECK,
        )?;
        let files = [
            (pages::output(workspace, pages::PAGE), pages::PAGE),
            (styles::output(workspace, styles::SHEET), styles::SHEET),
            (bundled.join(script::SCRIPT), script::SCRIPT),
            (bound.join(program::CHECK.file), program::CHECK.file),
        ];
        site::copy(&files, &finished)
    })?;
    Ok(())
}

/// The finished site.
pub(crate) fn site(workspace: &Workspace) -> PathBuf {
    folder(workspace).join(SITE)
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.workshop("stopping")
}
