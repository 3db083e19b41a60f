//! Puts the finished files together in `dist/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::fingerprint::{Fingerprint, empty};
use crate::progress::Outcome;
use crate::workspace::Workspace;
use crate::{program, script, styles};

/// The page.
const PAGE: &str = "index.html";
/// Everything that a first visit loads.
pub(crate) const FIRST_VISIT: [&str; 4] = [PAGE, script::SCRIPT, styles::SHEET, program::PROGRAM];

/// Copies the finished files into a fresh folder and swaps it in, so that whoever is served from
/// `dist/` sees the last good build or the new one, and nothing between.
pub(crate) fn assemble(workspace: &Workspace) -> Result<Outcome> {
    // Named like the folder it becomes: a fingerprint takes in the name.
    let fresh = workspace.workshop("dist");
    empty(&fresh)?;
    for (from, name) in parts(workspace) {
        fs::copy(&from, fresh.join(name))
            .with_context(|| format!("could not copy {} into dist/", from.display()))?;
    }
    let dist = workspace.dist();
    if dist.is_dir() && Fingerprint::of(&[&dist])? == Fingerprint::of(&[&fresh])? {
        return Ok(Outcome::Unchanged);
    }
    swap(&fresh, &dist, &workspace.workshop("dist-before"))?;
    Ok(Outcome::Made)
}

/// Each file and its name in `dist/`.
fn parts(workspace: &Workspace) -> Vec<(PathBuf, &'static str)> {
    vec![
        (workspace.path("index.html"), PAGE),
        (script::output(workspace), script::SCRIPT),
        (styles::output(workspace), styles::SHEET),
        (program::output(workspace), program::PROGRAM),
    ]
}

fn swap(fresh: &Path, place: &Path, before: &Path) -> Result<()> {
    empty(before)?;
    let kept = before.join("dist");
    if place.exists() {
        fs::rename(place, &kept).with_context(|| format!("could not move {} aside", place.display()))?;
    }
    fs::rename(fresh, place).with_context(|| format!("could not move {} into place", fresh.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_swap_leaves_only_the_new_files() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        for (parent, name) in [("dist", "old.txt"), ("fresh", "new.txt")] {
            fs::create_dir(at(parent)).expect("the folder is made");
            fs::write(at(parent).join(name), name).expect("the file is written");
        }
        swap(&at("fresh"), &at("dist"), &at("before")).expect("the folders are swapped");
        assert!(at("dist").join("new.txt").exists());
        assert!(!at("dist").join("old.txt").exists());
        assert!(!at("fresh").exists());
    }

    #[test]
    fn a_first_build_has_nothing_to_move_aside() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("fresh")).expect("the folder is made");
        swap(&at("fresh"), &at("dist"), &at("before")).expect("the folder is moved");
        assert!(at("dist").is_dir());
    }
}
