//! Takes out of the program what nothing calls and no linker can see to be so.
//!
//! Leptos brings the streams of its server functions along. They are exported to JavaScript that is not
//! there, and they stand in the table of functions, where every function counts as called. Together with
//! what only they need they are 4 KB of a first visit.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module};

use crate::names;

/// What the names of exports begin with that belong to the streams.
const EXPORTS: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];
/// What the names of functions hold that only the streams call, as the compiler writes them.
const FUNCTIONS: [&str; 3] = ["wasm_streams", "js_sys7futures17future_to_promise", "intounderlying"];
/// What the names of functions hold that tell the binding what there is. It runs them.
const DESCRIPTIONS: &str = "describe";

/// Takes out of the bindings what the finished program does not import any more.
pub(crate) fn forget_imports(program: &Module, bindings: &str) -> String {
    let imported: HashSet<&str> = program.imports.iter().map(|import| import.name.as_str()).collect();
    let mut is_unused = false;
    let mut kept = String::with_capacity(bindings.len());
    for line in bindings.split_inclusive('\n') {
        if let Some(name) = offered(line) {
            is_unused = !imported.contains(name);
        }
        if !is_unused {
            kept.push_str(line);
        }
        is_unused &= !ends(line);
    }
    kept
}

/// What begins and ends a function that the bindings offer the program.
const BEGIN: (&str, &str) = ("        $", ": function(");
const END: (&str, &str) = ("        }", "},");

/// The name of such a function, in the line that begins it.
fn offered(line: &str) -> Option<&str> {
    let (before, _) = line.split_once(BEGIN.1)?;
    let number = before.strip_prefix(BEGIN.0)?;
    number.bytes().all(|byte| byte.is_ascii_digit()).then(|| before.trim_start())
}

/// Whether a line ends one. Those that may fail are wrapped, and end in more than a brace.
fn ends(line: &str) -> bool {
    line.starts_with(END.0) && line.trim_end().ends_with(END.1)
}

/// Takes out of the bound program the exports that its bindings do not use.
pub(crate) fn forget_exports(module: &mut Module, bindings: &str) {
    let known = names::identifiers(bindings);
    let is_unused =
        |name: &str| !known.contains(name) || EXPORTS.iter().any(|prefix| name.starts_with(prefix));
    let unused: Vec<_> =
        module.exports.iter().filter(|export| is_unused(&export.name)).map(walrus::Export::id).collect();
    for export in unused {
        module.exports.delete(export);
    }
}

/// Empties the functions of the compiled program that only the streams call. Whatever calls one of them after
/// all is stopped by a trap.
pub(crate) fn empty_functions(module: &mut Module) {
    let is_unused =
        |name: &str| FUNCTIONS.iter().any(|part| name.contains(part)) && !name.contains(DESCRIPTIONS);
    let unused: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_unused))
        .map(|(id, _)| id)
        .collect();
    for id in unused {
        empty(module, id);
    }
}

/// Forgets what the compiled program exports under these names, with what describes it to the binding, so that
/// nothing of it is reached any more.
///
/// # Errors
/// If one of them is not exported once.
pub(crate) fn forget_entries(module: &mut Module, entries: &[&str]) -> Result<()> {
    for entry in entries {
        let of_entry = |export: &&walrus::Export| is_of_entry(&export.name, entry);
        let forgotten: Vec<_> = module.exports.iter().filter(of_entry).map(walrus::Export::id).collect();
        ensure!(
            forgotten.len() == 2,
            "the compiled program exports {} things for {entry}, and not it and its description: \
             tell unused.rs what wasm-bindgen calls them now",
            forgotten.len()
        );
        for export in forgotten {
            module.exports.delete(export);
        }
    }
    Ok(())
}

/// Whether an export of that name is the entry or describes it. Before the binding, names end in a hash.
fn is_of_entry(export: &str, entry: &str) -> bool {
    const DESCRIPTION: &str = "__wbindgen_describe_";
    const HASH: usize = 16;
    let hash = export.strip_prefix(DESCRIPTION).unwrap_or(export).strip_prefix(entry);
    hash.and_then(|hash| hash.strip_prefix('_'))
        .is_some_and(|hash| hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Leaves of a function no more than a trap.
pub(crate) fn empty(module: &mut Module, id: FunctionId) {
    let signature = module.types.get(module.funcs.get(id).ty());
    let (takes, gives) = (signature.params().to_vec(), signature.results().to_vec());
    let given = takes.iter().map(|kind| module.locals.add(*kind)).collect();
    let mut empty = FunctionBuilder::new(&mut module.types, &takes, &gives);
    empty.func_body().unreachable();
    module.funcs.get_mut(id).kind = FunctionKind::Local(empty.local_func(given));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A program with a function of that name in its table, which adds one.
    fn program_with(name: &str) -> Module {
        let mut module = Module::default();
        let given = module.locals.add(walrus::ValType::I32);
        let mut function =
            FunctionBuilder::new(&mut module.types, &[walrus::ValType::I32], &[walrus::ValType::I32]);
        function.name(name.to_owned());
        function.func_body().local_get(given).i32_const(1).binop(walrus::ir::BinaryOp::I32Add);
        let id = function.finish(vec![given], &mut module.funcs);
        module.exports.add("mount", id);
        module.exports.add("intounderlyingsource_pull", id);
        module
    }

    fn instructions(module: &Module) -> u64 {
        module.funcs.iter_local().map(|(_, function)| function.size()).sum()
    }

    #[test]
    fn what_only_the_streams_call_is_emptied_and_no_longer_exported() {
        let mut module = program_with("_ZN12wasm_streams8readable6Source4pull17h0E");
        empty_functions(&mut module);
        forget_exports(&mut module, "mount intounderlyingsource_pull");
        assert_eq!(instructions(&module), 1);
        let exports: Vec<_> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["mount"]);
    }

    #[test]
    fn an_entry_is_forgotten_with_what_describes_it_and_no_other() {
        let names = |module: &Module| -> Vec<String> {
            module.exports.iter().map(|export| export.name.clone()).collect()
        };
        let mut module = program_with("work");
        let id = module.funcs.iter_local().next().expect("there is one").0;
        for entry in ["mount", "mount_board"] {
            module.exports.add(&format!("{entry}_0123456789abcdef"), id);
            module.exports.add(&format!("__wbindgen_describe_{entry}_0123456789abcdef"), id);
        }
        let before = names(&module);
        forget_entries(&mut module, &["mount"]).expect("both are there");
        let kept: Vec<String> =
            before.into_iter().filter(|name| !name.ends_with("mount_0123456789abcdef")).collect();
        assert_eq!(names(&module), kept);
        let error = forget_entries(&mut module, &["mount"]).expect_err("it is gone");
        assert!(error.to_string().starts_with("the compiled program exports 0 things for mount"), "{error}");
    }

    #[test]
    fn what_the_program_does_not_import_is_not_offered() {
        let mut program = Module::default();
        let kind = program.types.add(&[], &[]);
        program.add_import_func("./app.js", "$1", kind);
        let function =
            |name: &str| format!("        {name}: function() {{\n            work();\n        }},\n");
        let wrapped = |name: &str| {
            let begin = format!("        {name}: function() {{ return handleError(function () {{\n");
            begin + "            work();\n        }, arguments); },\n"
        };
        let around = |functions: &str| format!("const all = {{\n{functions}}};\n");
        let bindings = around(&(wrapped("$0") + &function("$1") + &function("$2") + &wrapped("$3")));
        assert_eq!(forget_imports(&program, &bindings), around(&function("$1")));
    }

    #[test]
    fn everything_else_stays_as_it_is() {
        for name in ["_ZN5check7element5mount17h0E", "_ZN12wasm_streams8readable6Source8describe17h0E"] {
            let mut module = program_with(name);
            let before = instructions(&module);
            empty_functions(&mut module);
            forget_exports(&mut module, "mount");
            assert_eq!(instructions(&module), before, "{name}");
        }
    }
}
