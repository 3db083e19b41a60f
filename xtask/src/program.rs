//! Compiles a program to WebAssembly, binds it to JavaScript and makes it small.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use walrus::Module;
use wasm_bindgen_cli_support::Bindgen;

use crate::fingerprint::make_if_changed;
use crate::progress::Outcome;
use crate::reach::{self, Notes};
use crate::set_up::WASM;
use crate::workspace::Workspace;
use crate::{command, names, order, panics, unused};

/// One of the programs that are shipped.
pub(crate) struct Program {
    /// The package that is compiled. Two programs may come of one.
    pub(crate) package: &'static str,
    /// The name of both its files, and of the folders that they are made in.
    pub(crate) name: &'static str,
    /// The program itself.
    pub(crate) file: &'static str,
    /// Its bindings to JavaScript.
    pub(crate) bindings: &'static str,
    /// What the package exports for another program alone.
    not_entered: &'static [&'static str],
    /// How it gives up.
    ends: &'static [&'static str],
    /// Whose standard library it has.
    library: Library,
}

/// Where the standard library comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Library {
    /// The stable toolchain has it ready.
    Ready,
    /// It is compiled with the program, as small as it goes and with panics that are traps from the start.
    /// That is no part of a stable toolchain, so nothing that ships is made that way.
    Rebuilt,
}

/// The check itself.
pub(crate) const CHECK: Program = Program {
    package: "digital-leadership-check",
    name: "digital-leadership-check-app",
    file: "digital-leadership-check-app_bg.wasm",
    bindings: "digital-leadership-check-app.js",
    not_entered: &["mount_board"],
    ends: &panics::ENDS,
    library: Library::Ready,
};

/// The board's part, which comes of the same package.
pub(crate) const BOARD: Program = Program {
    package: CHECK.package,
    name: "digital-leadership-check-board",
    file: "digital-leadership-check-board_bg.wasm",
    bindings: "digital-leadership-check-board.js",
    not_entered: &["mount"],
    ends: &panics::ENDS,
    library: Library::Ready,
};
/// What the board's part is called where it is published.
pub(crate) const BOARD_FILE: &str = "digital-leadership-check-board.wasm";

/// What reads a questionnaire that a page names.
pub(crate) const READER: Program = Program {
    package: "questionnaire-reader",
    name: "digital-leadership-check-questionnaire",
    file: "digital-leadership-check-questionnaire_bg.wasm",
    bindings: "digital-leadership-check-questionnaire.js",
    not_entered: &[],
    ends: &panics::ENDS_WITHOUT_JAVASCRIPT,
    library: Library::Ready,
};

/// The check with a standard library of its own, to be weighed and for nothing else.
pub(crate) const CHECK_WITH_OWN_LIBRARY: Program = Program {
    name: "digital-leadership-check-own-library",
    file: "digital-leadership-check-own-library_bg.wasm",
    bindings: "digital-leadership-check-own-library.js",
    ends: &[],
    library: Library::Rebuilt,
    ..CHECK
};

/// What wasm-opt may use, one by one: with `--all-features` it writes compact imports, which
/// browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// How wasm-opt works, found by trying what is smallest compressed. What it makes is put into another order
/// (`order.rs`). A larger function that is called once stays a function, and equal expressions stay repeated
/// (5 KB of 115); flat code can be ordered anew, and each further pass finds what the one before laid open.
/// What is blank in the data costs less as it is than in pieces. The lowest memory is the end of the stack, to
/// which nothing points.
const PASSES: [&str; 10] = [
    "--low-memory-unused",
    "--always-inline-max-function-size=5",
    "--one-caller-inline-max-function-size=25",
    "--skip-pass=local-cse",
    "--skip-pass=memory-packing",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
];

/// The program's stack, in bytes. A quarter of what the compiler provides is room for JSON nested as deep as
/// serde_json reads it, which is the deepest that anything goes, and each visitor's memory is that much less.
const STACK: usize = 256 * 1024;

/// Where a program is compiled with its standard library.
const OWN_LIBRARY: &str = "own-library";

/// Compiles the program with these features. Cargo knows best what changed, so it is asked every time.
pub(crate) fn compile(workspace: &Workspace, program: &Program, features: &str) -> Result<()> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--release", "--target", WASM, "--package", program.package, "--lib"]);
    cargo.args(["--features", features]);
    let mut flags = without_paths(workspace)?;
    // `reach.rs` follows what the linker notes.
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    flags.push(format!("-Clink-arg=-zstack-size={STACK}"));
    if program.library == Library::Rebuilt {
        cargo.args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]);
        cargo.arg("--target-dir").arg(workspace.workshop(OWN_LIBRARY)).env("RUSTC_BOOTSTRAP", "1");
        flags.extend(["-Zunstable-options", "-Cpanic=immediate-abort"].map(str::to_owned));
    }
    command::run(cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}

/// Keeps this machine's folders out of the program's messages.
fn without_paths(workspace: &Workspace) -> Result<Vec<String>> {
    let mut flags = vec![format!("--remap-path-prefix={}/=", workspace.path("").display())];
    if let Some(sources) = Workspace::cargo_sources().filter(|sources| sources.is_dir()) {
        for entry in fs::read_dir(sources).context("could not list cargo's sources")? {
            let folder = entry.context("could not list cargo's sources")?.path();
            flags.push(format!("--remap-path-prefix={}/=", folder.display()));
        }
    }
    Ok(flags)
}

/// Writes the bindings, and the program as they expect it.
pub(crate) fn bind(workspace: &Workspace, program: &Program) -> Result<Outcome> {
    // xtask/Cargo.toml holds the version of wasm-bindgen.
    let inputs = [compiled(workspace, program), workspace.path("xtask")];
    make_if_changed(&bound(workspace, program), &inputs, |folder| bind_into(folder, workspace, program))
}

fn bound(workspace: &Workspace, program: &Program) -> PathBuf {
    workspace.workshop("bound").join(program.name)
}

/// Writes both, as they were compiled last, into a folder of their own.
pub(crate) fn bind_into(folder: &Path, workspace: &Workspace, program: &Program) -> Result<()> {
    Bindgen::new()
        .input_bytes(program.name, lighten(program, workspace)?)
        .web(true)?
        .typescript(false)
        // Whoever looks for bytes wants the names, and the optimiser takes them out.
        .remove_name_section(false)
        .remove_producers_section(true)
        .out_name(program.name)
        .generate(folder)
        .context("wasm-bindgen")?;
    refuse_more_files(folder, program)?;
    trim(folder, program)
}

/// The compiled program without what is never needed.
fn lighten(program: &Program, workspace: &Workspace) -> Result<Vec<u8>> {
    let compiled = fs::read(compiled(workspace, program)).context("could not read the compiled program")?;
    let notes = Notes::read(&compiled)?;
    let mut module = Module::from_buffer(&compiled).context("could not read the compiled program")?;
    reach::check(&module, &notes)?;
    unused::empty_functions(&mut module);
    unused::forget_entries(&mut module, program.not_entered)?;
    panics::cut(&mut module, program.ends)?;
    reach::blank(&mut module, &notes);
    for name in reach::SECTIONS {
        module.customs.remove_raw(name);
    }
    Ok(module.emit_wasm())
}

fn compiled(workspace: &Workspace, program: &Program) -> PathBuf {
    let file = format!("{}.wasm", program.package.replace('-', "_"));
    let target = match program.library {
        Library::Ready => workspace.cargo_target.clone(),
        Library::Rebuilt => workspace.workshop(OWN_LIBRARY),
    };
    target.join(WASM).join("release").join(file)
}

/// A dependency with JavaScript of its own would add requests that nobody counts.
fn refuse_more_files(folder: &Path, program: &Program) -> Result<()> {
    let expected = [program.bindings, program.file].map(OsStr::new);
    for entry in fs::read_dir(folder).context("could not list the bindings")? {
        let name = entry.context("could not list the bindings")?.file_name();
        if !expected.contains(&name.as_os_str()) {
            bail!(
                "wasm-bindgen wrote {} too: take the JavaScript of its own out of the crate it comes from, or add it to site.rs",
                name.display()
            );
        }
    }
    Ok(())
}

/// Takes out of the bound program what only its binding needed.
fn trim(folder: &Path, program: &Program) -> Result<()> {
    let (program, bindings) = (folder.join(program.file), folder.join(program.bindings));
    let mut module = Module::from_file(&program).context("could not read the bound program")?;
    let script = fs::read_to_string(&bindings).context("could not read the bindings")?;
    unused::forget_exports(&mut module, &script);
    let script = names::shorten(&mut module, &script)?;
    module.emit_wasm_file(&program).context("could not write the bound program")?;
    fs::write(&bindings, script).context("could not write the bindings")
}

/// Makes the bound program small.
pub(crate) fn optimise(workspace: &Workspace, program: &Program) -> Result<Outcome> {
    let bound = bound(workspace, program).join(program.file);
    let inputs = [bound.clone(), workspace.path("package-lock.json"), workspace.path("xtask")];
    make_if_changed(&optimised(workspace, program), &inputs, |folder| {
        let file = folder.join(program.file);
        command::run(
            workspace
                .program("node")
                .arg(workspace.path("node_modules/binaryen/bin/wasm-opt"))
                .args(FEATURES)
                .args(["--strip-debug", "--strip-producers", "--strip-target-features"])
                .args(PASSES)
                .arg(&bound)
                .arg("--output")
                .arg(&file),
        )?;
        let optimised = fs::read(&file).context("could not read the optimised program")?;
        fs::write(&file, order::reorder(&optimised)?).context("could not write the optimised program")
    })
}

/// The folder of the finished program.
pub(crate) fn optimised(workspace: &Workspace, program: &Program) -> PathBuf {
    workspace.workshop("optimised").join(program.name)
}

/// The bindings, for the script that starts the program.
pub(crate) fn bindings(workspace: &Workspace, program: &Program) -> PathBuf {
    bound(workspace, program).join(program.bindings)
}

/// The finished program.
pub(crate) fn output(workspace: &Workspace, program: &Program) -> PathBuf {
    optimised(workspace, program).join(program.file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_beside_the_two_is_refused_by_name() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in [CHECK.bindings, CHECK.file] {
            fs::write(folder.path().join(name), "").expect("the file is written");
        }
        assert!(refuse_more_files(folder.path(), &CHECK).is_ok());
        fs::create_dir(folder.path().join("snippets")).expect("the folder is made");
        let error = refuse_more_files(folder.path(), &CHECK).expect_err("there is one more");
        assert!(error.to_string().starts_with("wasm-bindgen wrote snippets too"), "{error}");
    }
}
