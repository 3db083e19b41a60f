//! What a part of the test depends on, so that a full run can go on with what has passed before.

use std::process::Command;

use anyhow::Result;

use crate::command;
use crate::report::SUMMARY;
use crate::workspace::Workspace;

/// The browser tests that look at all documents.
const READS_DOCUMENTS: &str = "documentation";
/// Documents on which browser tests depend: one is part of the site, one has the snippets that a page is made of, and
/// one says what is left out.
const DOCUMENTS: [&str; 3] = ["docs/nginx.conf", "docs/embedding.md", "docs/engines.md"];

/// Which files a part depends on, as patterns for git. Each list is asked about by itself, as what one leaves out
/// another may take in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Inputs(Vec<Vec<String>>);

impl Inputs {
    /// Every file but the summary of the run.
    pub(crate) fn everything() -> Inputs {
        Inputs(vec![all_but(&[])])
    }

    /// Everything that is not there for the browser tests alone.
    pub(crate) fn all_but_browser_tests() -> Inputs {
        Inputs(vec![all_but(&["tests"])])
    }

    /// The check, what all browser tests have in common, and these tests.
    pub(crate) fn of_browser_tests<'a>(names: impl IntoIterator<Item = &'a str>) -> Inputs {
        let mut own = Vec::new();
        for name in names {
            if name == READS_DOCUMENTS {
                return Inputs::everything();
            }
            own.push(format!("tests/{name}.rs"));
        }
        let common = all_but(&["docs", "bench", "*.md", "tests/*.rs", "tests/outlines"]);
        // What one of them alone reads is asked about for all: no harm comes of it.
        own.extend(["tests/outlines"].into_iter().chain(DOCUMENTS).map(str::to_owned));
        Inputs(vec![common, own])
    }

    /// Whether all of it is as it was in a commit.
    pub(crate) fn are_as_in(&self, commit: &str, workspace: &Workspace) -> Result<bool> {
        self.are_as_in_with(commit, || workspace.program("git"))
    }

    fn are_as_in_with(&self, commit: &str, git: impl Fn() -> Command) -> Result<bool> {
        // A clone that does not have the commit cannot tell.
        let name = format!("{commit}^{{commit}}");
        if command::output(git().args(["rev-parse", "--quiet", "--verify", &name])).is_err() {
            return Ok(false);
        }
        for patterns in &self.0 {
            let ask = |arguments: &[&str]| command::output(git().args(arguments).arg("--").args(patterns));
            let changed = ask(&["diff", "--name-only", commit])?;
            let added = ask(&["ls-files", "--others", "--exclude-standard"])?;
            if !(changed + &added).trim().is_empty() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

fn all_but(others: &[&str]) -> Vec<String> {
    let left_out = [SUMMARY].iter().chain(others).map(|pattern| format!(":(exclude,glob){pattern}"));
    [".".to_owned()].into_iter().chain(left_out).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    const FILES: [&str; 6] = [
        "src/lib.rs",
        "docs/engines.md",
        SUMMARY,
        "tests/board.rs",
        "tests/frame.rs",
        "tests/support/lib.rs",
    ];

    fn git(folder: &Path) -> Command {
        let mut git = Command::new("git");
        git.current_dir(folder).args(["-c", "user.name=test", "-c", "user.email=test@example.org"]);
        git
    }

    /// Whether these inputs are as they were committed when a file is changed or put there.
    fn are_as_before(inputs: &Inputs, changed: &str) -> bool {
        let folder = tempfile::tempdir().expect("a folder");
        for file in FILES {
            fs::create_dir_all(folder.path().join(file).parent().expect("a folder")).expect("a folder");
            fs::write(folder.path().join(file), "before").expect("a file");
        }
        for arguments in [&["init", "--quiet"][..], &["add", "."], &["commit", "--quiet", "--message", "all"]]
        {
            command::run(git(folder.path()).args(arguments)).expect("git does it");
        }
        fs::write(folder.path().join(changed), "after").expect("a file");
        inputs.are_as_in_with("HEAD", || git(folder.path())).expect("git tells")
    }

    #[test]
    fn a_browser_test_depends_on_the_check_on_what_all_have_and_on_itself() {
        let board = Inputs::of_browser_tests(["board"]);
        for file in ["src/lib.rs", "src/new.rs", "tests/support/lib.rs", "tests/board.rs"] {
            assert!(!are_as_before(&board, file), "{file}");
        }
        for file in ["docs/pilot.md", SUMMARY, "tests/frame.rs", "tests/new.rs"] {
            assert!(are_as_before(&board, file), "{file}");
        }
        assert!(!are_as_before(&board, "docs/engines.md"));
        assert!(!are_as_before(&board, "docs/nginx.conf"));
        assert!(!are_as_before(&Inputs::of_browser_tests(["documentation"]), "docs/engines.md"));
    }

    #[test]
    fn where_there_is_no_such_commit_nothing_is_as_before() {
        let folder = tempfile::tempdir().expect("a folder");
        command::run(git(folder.path()).args(["init", "--quiet"])).expect("git does it");
        let is_same = Inputs::everything().are_as_in_with("abc1234", || git(folder.path()));
        assert!(!is_same.expect("git tells"));
    }

    #[test]
    fn other_parts_depend_on_everything_but_the_summary_and_perhaps_the_browser_tests() {
        assert!(!are_as_before(&Inputs::everything(), "tests/frame.rs"));
        assert!(are_as_before(&Inputs::everything(), SUMMARY));
        assert!(are_as_before(&Inputs::all_but_browser_tests(), "tests/support/lib.rs"));
        assert!(!are_as_before(&Inputs::all_but_browser_tests(), "docs/engines.md"));
    }
}
