//! Makes one small script of the custom element and the program's bindings.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walrus::Module;

use crate::fingerprint::make_if_changed;
use crate::progress::Outcome;
use crate::workspace::Workspace;
use crate::{command, program, unused};

/// The script that a page loads.
pub(crate) const SCRIPT: &str = "digital-leadership-check.js";
/// The script of the single file.
pub(crate) const SINGLE_FILE_SCRIPT: &str = "single-file.js";
/// What is written by hand: both scripts, how they start, the custom element, what is left when the program stops,
/// and what the program calls.
const WRITTEN: [&str; 9] = [
    "src/element/digital-leadership-check.js",
    "src/element/single-file.js",
    "src/element/starting.js",
    "src/element/element.js",
    "src/element/attributes.js",
    "src/element/progress.js",
    "src/element/rescue.js",
    "src/platform/files.js",
    "src/platform/mirror.js",
];
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

/// Bundles and minifies the script. It finds the program and the styles beside itself.
pub(crate) fn bundle(workspace: &Workspace) -> Result<Outcome> {
    let (bindings, program) = (program::bindings(workspace), program::output(workspace));
    let mut inputs = written(workspace).to_vec();
    inputs.extend([
        bindings.clone(),
        program.clone(),
        workspace.path("package-lock.json"),
        workspace.path("xtask"),
    ]);
    make_if_changed(&workspace.workshop("script"), &inputs, |folder| {
        bundle_into(folder, &bindings, &program, workspace)
    })
}

/// The same with the bindings of this program, into a folder of its own.
pub(crate) fn bundle_into(
    folder: &Path,
    bindings: &Path,
    program: &Path,
    workspace: &Workspace,
) -> Result<()> {
    // Side by side, as they import each other.
    let sources = folder.join("sources");
    fs::create_dir(&sources).context("could not make a folder for the script's sources")?;
    let place = |file: &Path| sources.join(file.file_name().unwrap_or_default());
    let written = written(workspace);
    for file in &written {
        fs::copy(file, place(file)).with_context(|| format!("could not copy {}", file.display()))?;
    }
    let program = Module::from_file(program).context("could not read the program")?;
    let bindings = fs::read_to_string(bindings).context("could not read the bindings")?;
    let bindings = unused::forget_imports(&program, &bindings);
    fs::write(sources.join(program::BINDINGS), guarded(&bindings)?)
        .context("could not write the guarded bindings")?;
    // This is a script, which finds the binary, as long as `.npmrc` keeps install scripts from running.
    command::run(
        workspace
            .program("node")
            .arg(workspace.path("node_modules/esbuild/bin/esbuild"))
            .args(OPTIONS)
            .arg(format!("--outdir={}", folder.display()))
            .args([SCRIPT, SINGLE_FILE_SCRIPT].map(|entry| sources.join(entry))),
    )
}

fn written(workspace: &Workspace) -> [PathBuf; 9] {
    WRITTEN.map(|file| workspace.path(file))
}

/// Lets the bindings reach the program through the guard of `rescue.js` alone. That sees every error
/// that leaves the program, in any browser; from what the page is told of an error, nobody could say
/// for certain whose it was.
fn guarded(bindings: &str) -> Result<String> {
    if bindings.matches(HOLD).count() != 1 {
        bail!("wasm-bindgen no longer writes `{HOLD}` once: tell script.rs where the guard goes now");
    }
    let bindings = bindings.replace(HOLD, "wasm = guard(instance.exports);");
    Ok(format!("import {{ guard }} from \"./rescue.js\";\n{bindings}"))
}

/// A finished script.
pub(crate) fn output(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.workshop("script").join(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bindings_reach_the_program_through_the_guard() {
        assert_eq!(
            guarded("let wasm;\nwasm = instance.exports;\n").expect("there is one place"),
            "import { guard } from \"./rescue.js\";\nlet wasm;\nwasm = guard(instance.exports);\n"
        );
    }

    #[test]
    fn bindings_without_a_place_for_the_guard_are_refused() {
        for bindings in ["", "wasm = instance.exports; wasm = instance.exports;"] {
            let error = guarded(bindings).expect_err("there is not one place");
            assert!(error.to_string().contains("where the guard goes"), "{error}");
        }
    }
}
