//! What goes with the finished files for the person who installs them: a README and the files' sums.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest, Sha256};

/// What the person who installs the files reads.
pub(crate) const README: &str = "README.md";
/// What tells whether a file is as it was made, in the format of `sha256sum`.
pub(crate) const SUMS: &str = "SHA256SUMS";

const TEMPLATE: &str = include_str!("readme.md");
/// The part of the README that names every file, in a table.
const FILES: &str = "## The files";
/// How a page says its policy.
const POLICY: &str = "http-equiv=\"Content-Security-Policy\" content=\"";

/// Writes both into a folder of finished files. `page` has the policy. A visit asks for `requests` at first, and
/// for `later` when the page is idle.
pub(crate) fn complete(folder: &Path, page: &str, requests: &[&str], later: &[&str]) -> Result<()> {
    let page = fs::read_to_string(folder.join(page)).with_context(|| format!("could not read {page}"))?;
    let readme = readme(&page, requests, later)?;
    let mut names = file_names(folder)?;
    names.extend([README, SUMS].map(str::to_owned));
    refuse_another_list(&readme, &names)?;
    fs::write(folder.join(README), readme).with_context(|| format!("could not write {README}"))?;
    names.remove(SUMS);
    fs::write(folder.join(SUMS), sums(folder, &names)?).with_context(|| format!("could not write {SUMS}"))
}

fn readme(page: &str, requests: &[&str], later: &[&str]) -> Result<String> {
    let policy = page.split_once(POLICY).and_then(|(_, after)| after.split_once('"'));
    let Some((policy, _)) = policy else { bail!("the page has no content security policy to tell of") };
    let list = |names: &[&str]| {
        let lines: Vec<String> = names.iter().map(|name| format!("- `{name}`")).collect();
        lines.join("\n")
    };
    Ok(TEMPLATE
        .replace("{version}", env!("CARGO_PKG_VERSION"))
        .replace("{requests}", &list(requests))
        .replace("{later}", &list(later))
        .replace("{policy}", policy))
}

/// The names of everything in a folder of finished files, in order.
pub(crate) fn file_names(folder: &Path) -> Result<BTreeSet<String>> {
    let entries = fs::read_dir(folder).context("could not list the finished files")?;
    entries
        .map(|entry| Ok(entry.context("could not list the finished files")?.file_name()))
        .map(|name| name.map(|name| name.to_string_lossy().into_owned()))
        .collect()
}

/// The README has to name every file and no other, and the type of each kind.
fn refuse_another_list(readme: &str, names: &BTreeSet<String>) -> Result<()> {
    let named = named(readme);
    if let Some(name) = names.difference(&named).next() {
        bail!("{name} is not in the list of files: tell what it is in xtask/src/release/readme.md");
    }
    if let Some(name) = named.difference(names).next() {
        bail!("{name} is not there: take it out of the list of files in xtask/src/release/readme.md");
    }
    for ending in names.iter().filter_map(|name| Some(name.rsplit_once('.')?.1)) {
        if !readme.contains(&format!("| `.{ending}` |")) {
            bail!("`.{ending}` is not in the list of types: add it in xtask/src/release/readme.md");
        }
    }
    Ok(())
}

/// The first column of the list of files.
fn named(readme: &str) -> BTreeSet<String> {
    let list = readme.split_once(FILES).map_or("", |(_, after)| after);
    let list = list.split_once("\n## ").map_or(list, |(list, _)| list);
    let name = |line: &str| Some(line.strip_prefix("| `")?.split_once('`')?.0.to_owned());
    list.lines().filter_map(name).collect()
}

/// One line for each file: its SHA-256 and its name.
fn sums(folder: &Path, names: &BTreeSet<String>) -> Result<String> {
    let mut lines = String::new();
    for name in names {
        let bytes = fs::read(folder.join(name)).with_context(|| format!("could not read {name}"))?;
        lines.push_str(&format!("{:x}  {name}\n", Sha256::digest(&bytes)));
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_list_of_files_has_to_be_that_of_the_folder() {
        let readme = "`c.js`\n## The files\n\n| file |\n| --- |\n| `a.js` | a script |\n| `SUMS` | sums |\n\n\
                      ## Types\n\n| `.js` | script |\n| `.css` | sheet |\n";
        assert!(refuse_another_list(readme, &names(&["SUMS", "a.js"])).is_ok());
        for (files, problem) in [
            (names(&["SUMS", "a.js", "b.js"]), "b.js is not in the list of files"),
            (names(&["SUMS"]), "a.js is not there"),
            (names(&["SUMS", "a.js", "c.js"]), "c.js is not in the list of files"),
        ] {
            let error = refuse_another_list(readme, &files).expect_err(problem);
            assert!(error.to_string().starts_with(problem), "{error}");
        }
    }

    #[test]
    fn a_kind_of_file_without_a_type_is_refused() {
        let readme = "## The files\n| `a.json` | data |\n## Types\n| `.js` | script |\n";
        let error = refuse_another_list(readme, &names(&["a.json"])).expect_err("it has no type");
        assert!(error.to_string().starts_with("`.json` is not in the list of types"), "{error}");
    }

    #[test]
    fn the_readme_takes_the_policy_from_the_page_and_lists_the_requests() {
        let page = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
        let readme = readme(page, &["a.html", "a.js"], &["b.js"]).expect("the page has a policy");
        assert!(readme.contains("    default-src 'none'\n") && readme.contains("- `a.html`\n- `a.js`\n"));
        assert!(readme.contains("- `b.js`\n"));
        assert!(!readme.contains('{'), "a place in the template is not filled");
        assert!(super::readme("<meta>", &[], &[]).is_err());
    }

    #[test]
    fn sums_are_sorted_and_in_the_format_of_sha256sum() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for (name, text) in [("b", "abc"), ("a", "")] {
            fs::write(folder.path().join(name), text).expect("the file is written");
        }
        // The published examples of FIPS 180.
        assert_eq!(
            sums(folder.path(), &names(&["b", "a"])).expect("the files are read"),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
             ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  b\n"
        );
    }
}
