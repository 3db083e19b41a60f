//! Puts the finished files together in `dist/`.

use std::fs;
use std::path::{MAIN_SEPARATOR_STR, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::fingerprint::{Fingerprint, empty};
use crate::progress::Outcome;
use crate::workspace::Workspace;
use crate::{
    languages, offline, pages, program, release, script, single_file, styles, third_party, wordpress,
};

/// Everything that a first visit loads.
pub(crate) const FIRST_VISIT: [&str; 4] = [pages::PAGE, script::SCRIPT, styles::SHEET, program::CHECK.file];

/// The board's part, which a page loads once it is idle.
pub(crate) const BOARD: [&str; 3] = [script::BOARD_SCRIPT, styles::BOARD_SHEET, program::BOARD_FILE];

/// What a page loads only if it has questions of its own.
const READER: [&str; 2] = [script::READER_SCRIPT, program::READER.file];

/// What stands beside the check for whoever cannot or will not use it, and the styles of it.
const WITHOUT_SCRIPT: [&str; 3] = [pages::PAPER, styles::PAPER_SHEET, pages::ACCESSIBILITY];

/// Copies the finished files into a fresh folder and swaps it in, so that whoever is served from
/// `dist/` sees the last good build or the new one, and nothing between.
pub(crate) fn assemble(workspace: &Workspace) -> Result<Outcome> {
    // Named like the folder it becomes: a fingerprint takes in the name.
    let fresh = workspace.workshop("dist");
    empty(&fresh)?;
    copy(&parts(workspace), &fresh)?;
    let words = languages::files(workspace)?.into_iter().map(|(tag, file)| (file, languages::file_of(&tag)));
    copy(&words.collect::<Vec<_>>(), &fresh)?;
    let mut of_the_plugin = make_an_app(workspace, &fresh)?;
    of_the_plugin.extend([offline::WORKER, third_party::LIST].map(str::to_owned));
    wordpress::pack(workspace, &fresh, &of_the_plugin)?;
    release::complete(&fresh, pages::PAGE, &FIRST_VISIT, &BOARD)?;
    refuse_paths(&fresh, &machine_folders(workspace))?;
    let dist = workspace.dist();
    if dist.is_dir() && Fingerprint::of(&[&dist])? == Fingerprint::of(&[&fresh])? {
        return Ok(Outcome::Unchanged);
    }
    swap(&fresh, &dist, &workspace.workshop("dist-before"))?;
    Ok(Outcome::Made)
}

/// Copies each file into the folder, under its name there.
pub(crate) fn copy(files: &[(PathBuf, impl AsRef<Path>)], folder: &Path) -> Result<()> {
    for (file, name) in files {
        fs::copy(file, folder.join(name.as_ref()))
            .with_context(|| format!("could not copy {} into {}", file.display(), folder.display()))?;
    }
    Ok(())
}

/// Each file and its name in `dist/`.
fn parts(workspace: &Workspace) -> Vec<(PathBuf, &'static str)> {
    vec![
        (pages::output(workspace, pages::PAGE), pages::PAGE),
        (script::output(workspace, &script::CHECK, script::SCRIPT), script::SCRIPT),
        (styles::output(workspace, styles::SHEET), styles::SHEET),
        (program::output(workspace, &program::CHECK), program::CHECK.file),
        (script::output(workspace, &script::BOARD, script::BOARD_SCRIPT), script::BOARD_SCRIPT),
        (styles::output(workspace, styles::BOARD_SHEET), styles::BOARD_SHEET),
        (program::output(workspace, &program::BOARD), program::BOARD_FILE),
        (pages::output(workspace, pages::PAPER), pages::PAPER),
        (styles::output(workspace, styles::PAPER_SHEET), styles::PAPER_SHEET),
        (pages::output(workspace, pages::ACCESSIBILITY), pages::ACCESSIBILITY),
        (single_file::output(workspace), single_file::SINGLE_FILE),
        (script::output(workspace, &script::READER, script::READER_SCRIPT), script::READER_SCRIPT),
        (program::output(workspace, &program::READER), program::READER.file),
        (pages::output(workspace, pages::FRAME), pages::FRAME),
        (workspace.path("src/frame/frame.js"), "frame.js"),
        (workspace.path("content/questionnaire.schema.json"), "questionnaire.schema.json"),
        (workspace.path("docs/nginx.conf"), "nginx.conf"),
        (third_party::output(workspace, third_party::LIST), third_party::LIST),
        (third_party::output(workspace, third_party::BILL), third_party::BILL),
    ]
}

/// What a site has of all that the page of its own, and every page that it leads to, can ask for.
fn of_the_page(site: &Path) -> Result<Vec<String>> {
    let always = [&FIRST_VISIT[..], &BOARD, &READER, &WITHOUT_SCRIPT, &offline::APP].concat();
    let is_asked_for = |name: &String| always.contains(&name.as_str()) || languages::is_file(name);
    Ok(release::file_names(site)?.into_iter().filter(is_asked_for).collect())
}

/// Puts into a site what makes its page an app, once everything else is there, and answers with the names of all that
/// the app keeps.
pub(crate) fn make_an_app(workspace: &Workspace, site: &Path) -> Result<Vec<String>> {
    copy(&offline::parts(workspace), site)?;
    let names = of_the_page(site)?;
    offline::write_worker(workspace, site, &names)?;
    Ok(names)
}

/// What must not be told to those who load the site: where the build ran.
fn machine_folders(workspace: &Workspace) -> Vec<PathBuf> {
    let mut folders = vec![workspace.root.clone()];
    folders.extend(Workspace::cargo_home());
    folders
}

/// A panic's message names its source file, and the compiler knows that by its whole path.
fn refuse_paths(site: &Path, folders: &[PathBuf]) -> Result<()> {
    for entry in fs::read_dir(site).context("could not list the finished files")? {
        let file = entry.context("could not list the finished files")?.path();
        let bytes = fs::read(&file).with_context(|| format!("could not read {}", file.display()))?;
        for folder in folders {
            let path = [folder.as_os_str().as_encoded_bytes(), MAIN_SEPARATOR_STR.as_bytes()].concat();
            if bytes.windows(path.len()).any(|part| part == path) {
                let name = file.file_name().unwrap_or_default().display();
                bail!(
                    "{name} names {}: keep it out with a --remap-path-prefix in program.rs",
                    folder.display()
                );
            }
        }
    }
    Ok(())
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
    fn a_folder_of_this_machine_is_refused() {
        let site = tempfile::tempdir().expect("a temporary folder");
        let folders = [PathBuf::from("clone"), PathBuf::from("home")];
        let program = |text: &str| {
            let text = text.replace('/', MAIN_SEPARATOR_STR);
            fs::write(site.path().join("app.wasm"), text).expect("the file is written");
            refuse_paths(site.path(), &folders)
        };
        assert!(program("\0asm src/lib.rs, clones and a home").is_ok());
        let error = program("\0asm home/registry/src/lib.rs").expect_err("it names a folder");
        assert!(error.to_string().starts_with("app.wasm names home:"), "{error}");
    }

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
