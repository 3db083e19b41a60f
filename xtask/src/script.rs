//! Makes small scripts of what is written by hand and the bindings of a program.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walrus::Module;

use crate::fingerprint::make_if_changed;
use crate::languages::Languages;
use crate::program::{self, Program};
use crate::progress::Outcome;
use crate::workspace::Workspace;
use crate::{command, content, languages, unused};

/// The script that a page loads.
pub(crate) const SCRIPT: &str = "digital-leadership-check.js";
/// The script of the single file.
pub(crate) const SINGLE_FILE_SCRIPT: &str = "single-file.js";
/// The script that reads a questionnaire in the single file.
pub(crate) const SINGLE_FILE_READER_SCRIPT: &str = "single-file-questionnaire.js";
/// The script that the first one loads where a page names a questionnaire.
pub(crate) const READER_SCRIPT: &str = "digital-leadership-check-questionnaire.js";

/// The script that the first one loads for the board's part.
pub(crate) const BOARD_SCRIPT: &str = "digital-leadership-check-board.js";
/// The script of the board's part in the single file.
pub(crate) const SINGLE_FILE_BOARD_SCRIPT: &str = "single-file-board.js";

/// The scripts that start one program.
pub(crate) struct Bundle {
    /// Each script with the file that it is made of.
    scripts: &'static [(&'static str, &'static str)],
    /// Everything that is written by hand: those files, and what they bring in.
    written: &'static [&'static str],
    pub(crate) program: &'static Program,
    /// The script with the guard that stops the program for good at the first error that leaves it.
    guard: Option<&'static str>,
}

/// The check: how it starts, the custom element, what is left when the program stops, and what the program
/// calls.
pub(crate) const CHECK: Bundle = Bundle {
    scripts: &[(SCRIPT, "digital-leadership-check.js"), (SINGLE_FILE_SCRIPT, "single-file.js")],
    written: &[
        "src/element/digital-leadership-check.js",
        "src/element/single-file.js",
        "src/element/starting.js",
        "src/element/element.js",
        "src/element/attributes.js",
        "src/element/languages.js",
        "src/element/first-choices.js",
        "src/element/progress.js",
        "src/element/guard.js",
        "src/element/rescue.js",
        "src/element/board-part.js",
        "src/platform/files.js",
        "src/platform/mirror.js",
        "src/platform/sealing.js",
    ],
    program: &program::CHECK,
    guard: Some("rescue.js"),
};

/// The board's part: how it is brought, what is left when its program stops, and what the program calls.
pub(crate) const BOARD: Bundle = Bundle {
    scripts: &[(BOARD_SCRIPT, "board.js"), (SINGLE_FILE_BOARD_SCRIPT, "single-file-board.js")],
    written: &[
        "src/element/board.js",
        "src/element/single-file-board.js",
        "src/element/board-program.js",
        "src/element/guard.js",
        "src/element/board-guard.js",
        "src/platform/clipboard.js",
        "src/platform/files.js",
        "src/platform/many_files.js",
        "src/platform/mirror.js",
        "src/platform/sealing.js",
        "content/interface.en.json",
    ],
    program: &program::BOARD,
    guard: Some("board-guard.js"),
};

/// What reads a questionnaire. Its program keeps nothing, so an error is the end of one reading only.
pub(crate) const READER: Bundle = Bundle {
    scripts: &[
        (READER_SCRIPT, "questionnaire.js"),
        (SINGLE_FILE_READER_SCRIPT, "single-file-questionnaire.js"),
    ],
    written: &[
        "src/element/questionnaire.js",
        "src/element/single-file-questionnaire.js",
        "content/interface.en.json",
    ],
    program: &program::READER,
    guard: None,
};

/// Where the bindings take hold of the program.
const HOLD: &str = "wasm = instance.exports;";

/// How esbuild works. The last two let it drop the classes of the bindings that nothing uses: what they
/// do as the script starts, for those classes alone, otherwise counts as a use.
const OPTIONS: [&str; 9] = [
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    "--legal-comments=none",
    "--log-level=warning",
    // wasm-bindgen names a module once for each function that it takes from it.
    "--log-override:duplicate-object-key=silent",
    "--define:Symbol.dispose=undefined",
    "--pure:FinalizationRegistry",
];

/// Bundles and minifies the scripts.
pub(crate) fn make(workspace: &Workspace, bundle: &Bundle) -> Result<Outcome> {
    let bindings = program::bindings(workspace, bundle.program);
    let program = program::output(workspace, bundle.program);
    let mut inputs = written(workspace, bundle);
    inputs.extend([
        bindings.clone(),
        program.clone(),
        workspace.path("package-lock.json"),
        workspace.path("xtask"),
        workspace.path(content::FOLDER),
    ]);
    make_if_changed(&folder(workspace, bundle), &inputs, |folder| {
        let languages = languages::list(&workspace.path(content::FOLDER))?;
        make_into(folder, &bindings, &program, workspace, bundle, &languages)
    })
}

fn folder(workspace: &Workspace, bundle: &Bundle) -> PathBuf {
    workspace.workshop("script").join(bundle.program.name)
}

/// The same with the bindings of this program and these languages, into a folder of its own.
pub(crate) fn make_into(
    folder: &Path,
    bindings: &Path,
    program: &Path,
    workspace: &Workspace,
    bundle: &Bundle,
    languages: &Languages,
) -> Result<()> {
    // Side by side, as they import each other.
    let sources = folder.join("sources");
    fs::create_dir(&sources).context("could not make a folder for the script's sources")?;
    let place = |file: &Path| sources.join(file.file_name().unwrap_or_default());
    let written = written(workspace, bundle);
    for file in &written {
        fs::copy(file, place(file)).with_context(|| format!("could not copy {}", file.display()))?;
    }
    let program = Module::from_file(program).context("could not read the program")?;
    let bindings = fs::read_to_string(bindings).context("could not read the bindings")?;
    let mut bindings = unused::forget_imports(&program, &bindings);
    if let Some(guard) = bundle.guard {
        bindings = guarded(&bindings, guard)?;
    }
    fs::write(sources.join(bundle.program.bindings), bindings).context("could not write the bindings")?;
    // This is a script, which finds the binary, as long as `.npmrc` keeps install scripts from running.
    command::run(
        workspace
            .program("node")
            .arg(workspace.path("node_modules/esbuild/bin/esbuild"))
            .args(OPTIONS)
            .arg(format!("--define:LANGUAGES={}", languages.list))
            .arg(format!("--define:ARE_MANY={}", languages.are_many))
            .arg(format!("--outdir={}", folder.display()))
            .args(bundle.scripts.iter().map(|(name, source)| entry(name, &sources.join(source)))),
    )
}

/// How esbuild is told that a script is to be made of that source under that name.
fn entry(name: &str, source: &Path) -> String {
    format!("{}={}", name.trim_end_matches(".js"), source.display())
}

fn written(workspace: &Workspace, bundle: &Bundle) -> Vec<PathBuf> {
    bundle.written.iter().map(|file| workspace.path(file)).collect()
}

/// Lets the bindings reach the program through the guard of that script alone. It sees every error
/// that leaves the program, in any browser; from what the page is told of an error, nobody could say
/// for certain whose it was.
fn guarded(bindings: &str, guard: &str) -> Result<String> {
    if bindings.matches(HOLD).count() != 1 {
        bail!("wasm-bindgen no longer writes `{HOLD}` once: tell script.rs where the guard goes now");
    }
    let bindings = bindings.replace(HOLD, "wasm = guard(instance.exports);");
    Ok(format!("import {{ guard }} from \"./{guard}\";\n{bindings}"))
}

/// A finished script.
pub(crate) fn output(workspace: &Workspace, bundle: &Bundle, name: &str) -> PathBuf {
    folder(workspace, bundle).join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bindings_reach_the_program_through_the_guard() {
        assert_eq!(
            guarded("let wasm;\nwasm = instance.exports;\n", "rescue.js").expect("there is one place"),
            "import { guard } from \"./rescue.js\";\nlet wasm;\nwasm = guard(instance.exports);\n"
        );
    }

    #[test]
    fn bindings_without_a_place_for_the_guard_are_refused() {
        for bindings in ["", "wasm = instance.exports; wasm = instance.exports;"] {
            let error = guarded(bindings, "rescue.js").expect_err("there is not one place");
            assert!(error.to_string().contains("where the guard goes"), "{error}");
        }
    }
}
