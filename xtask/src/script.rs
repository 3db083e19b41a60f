//! Makes one small script of the custom element and the program's bindings.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::fingerprint::make_if_changed;
use crate::progress::Outcome;
use crate::workspace::Workspace;
use crate::{command, program};

/// The script that a page loads.
pub(crate) const SCRIPT: &str = "digital-leadership-check.js";
const ELEMENT: &str = "src/element/digital-leadership-check.js";

/// How esbuild works. The last two let it drop the classes of the bindings that nothing uses: what they
/// do as the script starts, for those classes alone, otherwise counts as a use.
const OPTIONS: [&str; 8] = [
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    "--legal-comments=none",
    "--log-level=warning",
    "--define:Symbol.dispose=undefined",
    "--pure:FinalizationRegistry",
];

/// Bundles and minifies the script. It finds the program and the styles beside itself.
pub(crate) fn bundle(workspace: &Workspace) -> Result<Outcome> {
    let (element, bindings) = (workspace.path(ELEMENT), program::bindings(workspace));
    let inputs =
        [element.clone(), bindings.clone(), workspace.path("package-lock.json"), workspace.path("xtask")];
    make_if_changed(&workspace.workshop("script"), &inputs, |folder| {
        // Side by side, as the one imports the other.
        let sources = folder.join("sources");
        fs::create_dir(&sources).context("could not make a folder for the script's sources")?;
        let entry = sources.join("element.js");
        fs::copy(&element, &entry).with_context(|| format!("could not copy {}", element.display()))?;
        fs::copy(&bindings, sources.join(program::BINDINGS)).context("could not copy the bindings")?;
        for name in ["files.js", "mirror.js"] {
            fs::copy(workspace.path("src/platform").join(name), sources.join(name))?;
        }
        // This is a script, which finds the binary, as long as `.npmrc` keeps install scripts from running.
        command::run(
            workspace
                .program("node")
                .arg(workspace.path("node_modules/esbuild/bin/esbuild"))
                .args(OPTIONS)
                .arg(format!("--outfile={}", folder.join(SCRIPT).display()))
                .arg(&entry),
        )
    })
}

/// The finished script.
pub(crate) fn output(workspace: &Workspace) -> PathBuf {
    workspace.workshop("script").join(SCRIPT)
}
