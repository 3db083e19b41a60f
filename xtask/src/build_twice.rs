//! Proves that anybody who builds the same sources gets the same files: builds them a second time, in another folder
//! and from nothing, and compares every byte.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::workspace::Workspace;
use crate::{build, command, progress, release};

/// What the environment says of cargo's target folder, which would make both builds share what is compiled.
const TARGET: &str = "CARGO_TARGET_DIR";

/// Builds here and in a fresh folder, and tells which files differ, if any do.
pub(crate) fn build_twice(workspace: &Workspace) -> Result<()> {
    build::build(workspace)?;
    let elsewhere = tempfile::tempdir().context("could not make a folder for the second build")?;
    copy_sources(workspace, elsewhere.path())?;
    progress::talking("second build", || build_in(workspace, elsewhere.path()))?;
    let here = files(&workspace.dist())?;
    let differences = differences(&here, &files(&elsewhere.path().join("dist"))?);
    if !differences.is_empty() {
        // Kept, so that whoever looks for the cause can compare.
        let kept = elsewhere.keep().join("dist");
        bail!("{}: compare {} with {}", differences.join(", "), workspace.dist().display(), kept.display());
    }
    println!("{} files, the same to the last byte", here.len());
    Ok(())
}

/// Every file that is committed or would be.
fn copy_sources(workspace: &Workspace, folder: &Path) -> Result<()> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let names = command::output(workspace.program("git").args(list))?;
    for name in names.split_terminator('\0') {
        let (from, to) = (workspace.path(name), folder.join(name));
        // Taken away and not yet committed.
        if !from.exists() {
            continue;
        }
        fs::create_dir_all(to.parent().unwrap_or(folder)).context("could not make a folder")?;
        fs::copy(&from, &to).with_context(|| format!("could not copy {}", from.display()))?;
    }
    Ok(())
}

fn build_in(workspace: &Workspace, folder: &Path) -> Result<()> {
    command::run(workspace.cargo().args(["xtask", "build"]).current_dir(folder).env_remove(TARGET))
}

/// What each file of a folder holds, by its name.
type Files = BTreeMap<String, Vec<u8>>;

fn files(folder: &Path) -> Result<Files> {
    let read = |name: String| {
        let bytes = fs::read(folder.join(&name)).with_context(|| format!("could not read {name}"))?;
        Ok((name, bytes))
    };
    release::file_names(folder)?.into_iter().map(read).collect()
}

/// What is there once only, and where others begin to differ.
fn differences(one: &Files, other: &Files) -> Vec<String> {
    let mut differences = Vec::new();
    for (name, bytes) in one {
        let Some(others) = other.get(name) else {
            differences.push(format!("{name} is there only the first time"));
            continue;
        };
        if bytes != others {
            let place = bytes.iter().zip(others).take_while(|(one, other)| one == other).count();
            differences.push(format!("{name} differs from byte {place} on"));
        }
    }
    let added = other.keys().filter(|name| !one.contains_key(*name));
    differences.extend(added.map(|name| format!("{name} is there only the second time")));
    differences
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(files: &[(&str, &str)]) -> Files {
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect()
    }

    #[test]
    fn what_differs_is_named_with_its_place() {
        let one = made(&[("app.wasm", "same"), ("page.html", "one"), ("list", "abc")]);
        assert_eq!(differences(&one, &one), Vec::<String>::new());
        let other = made(&[("app.wasm", "same"), ("sums", ""), ("list", "abd")]);
        assert_eq!(
            differences(&one, &other),
            [
                "list differs from byte 2 on",
                "page.html is there only the first time",
                "sums is there only the second time"
            ]
        );
    }

    #[test]
    fn a_file_that_only_goes_on_differs_too() {
        let [short, long] = ["ab", "abc"].map(|text| made(&[("file", text)]));
        assert_eq!(differences(&short, &long), ["file differs from byte 2 on"]);
    }
}
