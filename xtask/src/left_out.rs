//! The one list of what an engine cannot run, in `docs/engines.md`, and the tests that documents name.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::engines::Engine;
use crate::workspace::Workspace;

/// Where the list is.
pub(crate) const LIST: &str = "docs/engines.md";
const HEADING: &str = "| test | engine | why |";

/// A browser test that a document names: `tests/history.rs::back_walks_through_the_screens`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct NamedTest {
    /// `history`
    pub(crate) target: String,
    pub(crate) name: String,
}

/// A test that an engine cannot run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LeftOut {
    pub(crate) test: NamedTest,
    pub(crate) engine: Engine,
    pub(crate) why: String,
}

/// Everything on the list, in order.
pub(crate) fn list(workspace: &Workspace) -> Result<Vec<LeftOut>> {
    let text = fs::read_to_string(workspace.path(LIST)).with_context(|| format!("could not read {LIST}"))?;
    let rows = text.lines().skip_while(|line| *line != HEADING).take_while(|line| line.starts_with('|'));
    rows.skip(2)
        .map(|row| read(row).with_context(|| format!("a line of {LIST} makes no sense: {row}")))
        .collect()
}

/// A row of the list, with which every cell is filled.
fn read(row: &str) -> Option<LeftOut> {
    let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
    let [test, engine, why] = cells[..] else { return None };
    let test = named_tests(test).pop()?;
    let engine = Engine::named(engine)?;
    (!why.is_empty()).then(|| LeftOut { test, engine, why: why.to_owned() })
}

/// Every browser test that a text names.
pub(crate) fn named_tests(text: &str) -> Vec<NamedTest> {
    let quoted = text.split('`').skip(1).step_by(2);
    quoted
        .filter_map(|quoted| {
            let (target, name) = quoted.strip_prefix("tests/")?.split_once(".rs::")?;
            Some(NamedTest { target: target.to_owned(), name: name.to_owned() })
        })
        .collect()
}

/// Refuses a list that names what is not there or not once, and whatever leaves a test out past the list.
pub(crate) fn check(workspace: &Workspace) -> Result<()> {
    let mut sources = Vec::new();
    for target in workspace.browser_tests() {
        let source = fs::read_to_string(&target.src_path)
            .with_context(|| format!("could not read {}", target.src_path.display()))?;
        sources.push((target.name.as_str(), source));
    }
    check_in(&list(workspace)?, &sources)
}

/// The same for these sources, each with the name of its target.
fn check_in(list: &[LeftOut], sources: &[(&str, String)]) -> Result<()> {
    for LeftOut { test: NamedTest { target, name }, engine, .. } in list {
        // They are left out by name alone, whatever file they are in.
        let holders: Vec<&str> =
            sources.iter().filter(|(_, source)| has_test(source, name)).map(|(target, _)| *target).collect();
        if holders != [target] {
            bail!("{LIST} leaves out tests/{target}.rs::{name}; a test of that name is in {holders:?}");
        }
        let same = list.iter().filter(|other| other.test.name == *name && other.engine == *engine);
        if same.count() > 1 {
            bail!("{LIST} leaves out {name} twice in {}", engine.name());
        }
    }
    for (target, source) in sources {
        for word in ["#[ignore", "ENGINE"] {
            if source.contains(word) {
                bail!("tests/{target}.rs has {word}: what an engine cannot run is told in {LIST} alone");
            }
        }
    }
    Ok(())
}

fn has_test(source: &str, name: &str) -> bool {
    let beginning = format!("fn {name}(");
    let mut lines = source.lines().zip(source.lines().skip(1));
    lines.any(|(before, line)| before.trim() == "#[test]" && line.starts_with(&beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "#[test]\nfn back_works() {\n}\n\nfn no_test() {\n}\n";

    fn left_out(target: &str, name: &str) -> LeftOut {
        let test = NamedTest { target: target.into(), name: name.into() };
        LeftOut { test, engine: Engine::Firefox, why: "It cannot.".into() }
    }

    fn refusal(list: &[LeftOut], sources: &[(&str, &str)]) -> String {
        let sources: Vec<_> =
            sources.iter().map(|(target, source)| (*target, (*source).to_owned())).collect();
        check_in(list, &sources).map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn a_row_tells_the_test_the_engine_and_why() {
        let row = "| `tests/history.rs::back_works` | Firefox | It cannot. |";
        assert_eq!(read(row), Some(left_out("history", "back_works")));
    }

    #[test]
    fn a_row_without_a_test_an_engine_or_a_reason_makes_no_sense() {
        for row in [
            "| back_works | Firefox | It cannot. |",
            "| `tests/history.rs::back_works` | Netscape | It cannot. |",
            "| `tests/history.rs::back_works` | Firefox | |",
        ] {
            assert_eq!(read(row), None, "{row}");
        }
    }

    #[test]
    fn every_browser_test_in_a_text_is_found_and_no_other() {
        let text =
            "`tests/a.rs::one`, `crates/assessment/tests/b.rs::two`<br>`tests/c.rs::three` `tests/d.rs`";
        let found: Vec<String> = named_tests(text).into_iter().map(|test| test.name).collect();
        assert_eq!(found, ["one", "three"]);
    }

    #[test]
    fn what_is_left_out_has_to_be_a_test_of_its_file() {
        let sources = [("history", SOURCE)];
        assert_eq!(refusal(&[left_out("history", "back_works")], &sources), "");
        for (target, name) in [("history", "no_test"), ("history", "forward_works"), ("mirror", "back_works")]
        {
            assert!(refusal(&[left_out(target, name)], &sources).contains(name), "{target} {name}");
        }
    }

    #[test]
    fn a_test_whose_name_is_in_two_files_cannot_be_left_out() {
        let list = [left_out("history", "back_works")];
        assert!(refusal(&list, &[("history", SOURCE), ("mirror", SOURCE)]).contains("back_works"));
    }

    #[test]
    fn a_test_is_left_out_of_an_engine_once() {
        let list = [left_out("history", "back_works"), left_out("history", "back_works")];
        assert!(refusal(&list, &[("history", SOURCE)]).contains("twice in Firefox"));
    }

    #[test]
    fn nothing_is_left_out_past_the_list() {
        let ignored = format!("#[ignore]\n{SOURCE}");
        assert!(refusal(&[], &[("history", &ignored)]).contains("#[ignore"));
        let asks = format!("{SOURCE}if env::var(\"ENGINE\").is_ok() {{ return; }}");
        assert!(refusal(&[], &[("history", &asks)]).contains("ENGINE"));
    }
}
