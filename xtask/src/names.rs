//! Gives what the program and its bindings call each other by short names.
//!
//! wasm-bindgen ends most names in a hash, which no compression makes small, and each of them stands in
//! both files: 2 KB of a first visit.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, bail};
use walrus::Module;

/// What the module is called in which the program finds what the bindings write for it.
const BINDINGS: &str = "_bg.js";

/// Renames all that the program imports from the bindings, and what it exports for the bindings alone. Returns the
/// bindings with the same names.
pub(crate) fn shorten(module: &mut Module, bindings: &str) -> Result<String> {
    let known = identifiers(bindings);
    let mut names = ShortNames::default();
    // What is taken straight from a script of ours is called there as it is called here.
    for import in module.imports.iter_mut().filter(|import| import.module.ends_with(BINDINGS)) {
        if !known.contains(import.name.as_str()) {
            bail!("the program imports {}, which its bindings do not have", import.name);
        }
        import.name = names.of(&import.name);
    }
    for export in module.exports.iter_mut().filter(|export| is_internal(&export.name)) {
        export.name = names.of(&export.name);
    }
    Ok(names.apply(bindings))
}

/// Every word of a script that may be a name.
pub(crate) fn identifiers(script: &str) -> HashSet<&str> {
    words(script).filter(|word| word.starts_with(is_of_a_name)).collect()
}

/// What this project exports itself, such as `mount`, keeps its name.
fn is_internal(export: &str) -> bool {
    export.contains("__")
}

/// The short names, each given once.
#[derive(Default)]
struct ShortNames(HashMap<String, String>);

impl ShortNames {
    fn of(&mut self, name: &str) -> String {
        // wasm-bindgen begins no name of its own like this.
        let next = format!("${}", self.0.len());
        self.0.entry(name.to_owned()).or_insert(next).clone()
    }

    fn apply(&self, script: &str) -> String {
        words(script).map(|word| self.0.get(word).map_or(word, String::as_str)).collect()
    }
}

/// Cuts a script into names and what stands between them; together they are the whole script.
fn words(script: &str) -> impl Iterator<Item = &str> {
    let mut rest = script;
    std::iter::from_fn(move || {
        let of_a_name = is_of_a_name(rest.chars().next()?);
        let end = rest.find(|char| is_of_a_name(char) != of_a_name).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

fn is_of_a_name(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn module() -> Module {
        let mut module = Module::default();
        let nothing = module.types.add(&[], &[]);
        let (now, _) = module.add_import_func("./app_bg.js", "__wbg_now_0123456789abcdef", nothing);
        module.add_import_func("./app_bg.js", "__wbg_now_fedcba9876543210", nothing);
        module.exports.add("mount", now);
        module.exports.add("__wbindgen_malloc", now);
        module
    }

    const BINDINGS: &str = "__wbg_now_0123456789abcdef: () => wasm.__wbindgen_malloc(1),\n\
        __wbg_now_fedcba9876543210: () => wasm.mount(), // no __wbindgen_malloc_too\n";

    #[test]
    fn both_sides_get_the_same_names() {
        let mut module = module();
        let bindings = shorten(&mut module, BINDINGS).expect("the names are known");
        assert_eq!(bindings, "$0: () => wasm.$2(1),\n$1: () => wasm.mount(), // no __wbindgen_malloc_too\n");
        let imports: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(imports, ["$0", "$1"]);
        let exports: Vec<&str> = module.exports.iter().map(|export| export.name.as_str()).collect();
        assert_eq!(exports, ["mount", "$2"]);
    }

    #[test]
    fn what_comes_straight_from_a_script_keeps_its_name() {
        let mut module = Module::default();
        let nothing = module.types.add(&[], &[]);
        module.add_import_func("./mirror.js", "read", nothing);
        shorten(&mut module, "import * as import1 from \"./mirror.js\"").expect("both sides agree");
        let names: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["read"]);
    }

    #[test]
    fn an_import_that_the_bindings_lack_is_refused() {
        let error = shorten(&mut module(), "__wbg_now_0123456789abcdef").expect_err("one is missing");
        assert!(error.to_string().contains("imports __wbg_now_fedcba9876543210"), "{error}");
    }

    #[test]
    fn words_lose_nothing() {
        for script in ["", "a", "  ", BINDINGS, "é$1.b_2 — “x”"] {
            assert_eq!(words(script).collect::<String>(), script);
        }
        assert_eq!(identifiers("a.b_1($2), a"), HashSet::from(["a", "b_1", "$2"]));
    }
}
