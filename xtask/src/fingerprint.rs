//! Tells whether a step has to run again, from what is in its files.
//!
//! Times of change would not do: a fresh clone, a branch switched to and fro or an editor's save
//! without a change all touch files that are the same as before.

use std::fmt;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::progress::Outcome;

/// What some files and folders hold, as one number: their names and every byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fingerprint(u64);

impl Fingerprint {
    /// Reads files, and folders with all that is in them. All of them must exist.
    pub(crate) fn of<P: AsRef<Path>>(paths: &[P]) -> Result<Fingerprint> {
        let mut hasher = DefaultHasher::new();
        for path in paths {
            add(path.as_ref(), &mut hasher)
                .with_context(|| format!("could not read {}", path.as_ref().display()))?;
        }
        Ok(Fingerprint(hasher.finish()))
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
}

fn add(path: &Path, hasher: &mut DefaultHasher) -> std::io::Result<()> {
    if let Some(name) = path.file_name() {
        add_bytes(name.as_encoded_bytes(), hasher);
    }
    if !path.is_dir() {
        add_bytes(&fs::read(path)?, hasher);
        return Ok(());
    }
    let mut children: Vec<PathBuf> =
        fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
    children.sort();
    hasher.write_usize(children.len());
    children.iter().try_for_each(|child| add(child, hasher))
}

/// The length goes first, so that no byte can move from one file to the next unseen.
fn add_bytes(bytes: &[u8], hasher: &mut DefaultHasher) {
    hasher.write_usize(bytes.len());
    hasher.write(bytes);
}

/// Makes the folder `output` from `inputs`, unless what is there was made from the same.
///
/// `make` gets the folder empty. The stamp beside it tells both what went in and what came out, so
/// that neither a step cut short nor an output changed by hand passes for finished.
pub(crate) fn make_if_changed<P: AsRef<Path>>(
    output: &Path,
    inputs: &[P],
    make: impl FnOnce(&Path) -> Result<()>,
) -> Result<Outcome> {
    let stamp = output.with_extension("stamp");
    // Taken before the work: a change made meanwhile is seen the next time.
    let before = Fingerprint::of(inputs)?;
    if is_made_from(before, output, &stamp) {
        return Ok(Outcome::Unchanged);
    }
    empty(output)?;
    make(output)?;
    let text = stamp_text(before, Fingerprint::of(&[output])?);
    fs::write(&stamp, text).with_context(|| format!("could not write {}", stamp.display()))?;
    Ok(Outcome::Made)
}

fn is_made_from(inputs: Fingerprint, output: &Path, stamp: &Path) -> bool {
    match (fs::read_to_string(stamp), Fingerprint::of(&[output])) {
        (Ok(text), Ok(made)) => text == stamp_text(inputs, made),
        _ => false,
    }
}

fn stamp_text(inputs: Fingerprint, output: Fingerprint) -> String {
    format!("{inputs} {output}\n")
}

/// Makes a folder, and takes out what was in it.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("could not empty {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("could not make {}", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with one input and a step that copies it, counting how often it ran.
    struct Step {
        folder: tempfile::TempDir,
        runs: u32,
    }

    impl Step {
        fn new() -> Step {
            let folder = tempfile::tempdir().expect("a temporary folder");
            let step = Step { folder, runs: 0 };
            step.write("input/a", "one");
            step
        }

        fn write(&self, path: &str, text: &str) {
            let path = self.folder.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("the folder is made");
            fs::write(path, text).expect("the file is written");
        }

        fn run(&mut self) -> Outcome {
            let input = self.folder.path().join("input");
            make_if_changed(&self.folder.path().join("output"), &[input], |output| {
                self.runs += 1;
                Ok(fs::write(output.join("made"), "made")?)
            })
            .expect("the step runs")
        }
    }

    #[test]
    fn a_step_runs_once_for_the_same_content() {
        let mut step = Step::new();
        assert_eq!(step.run(), Outcome::Made);
        step.write("input/a", "one");
        assert_eq!(step.run(), Outcome::Unchanged);
        assert_eq!(step.runs, 1);
    }

    #[test]
    fn a_step_runs_again_for_another_input() {
        for (path, text) in [("input/a", "two"), ("input/b", ""), ("input/deep/a", "one")] {
            let mut step = Step::new();
            step.run();
            step.write(path, text);
            assert_eq!(step.run(), Outcome::Made, "{path}");
        }
    }

    #[test]
    fn a_step_runs_again_for_a_renamed_input() {
        let mut step = Step::new();
        step.run();
        let input = step.folder.path().join("input");
        fs::rename(input.join("a"), input.join("b")).expect("the file is renamed");
        assert_eq!(step.run(), Outcome::Made);
    }

    #[test]
    fn a_step_runs_again_when_its_output_was_changed() {
        let mut step = Step::new();
        step.run();
        step.write("output/made", "by hand");
        assert_eq!(step.run(), Outcome::Made);
    }

    #[test]
    fn a_failed_step_is_not_taken_for_done() {
        let mut step = Step::new();
        step.run();
        let (input, output) = (step.folder.path().join("input"), step.folder.path().join("output"));
        step.write("input/a", "two");
        make_if_changed(&output, &[&input], |_| anyhow::bail!("no")).expect_err("it fails");
        assert_eq!(step.run(), Outcome::Made);
    }

    #[test]
    fn bytes_cannot_move_between_files_unseen() {
        let prints = [("ab", "c"), ("a", "bc")].map(|(first, second)| {
            let step = Step::new();
            step.write("input/a", first);
            step.write("input/b", second);
            Fingerprint::of(&[step.folder.path().join("input")]).expect("the files are read")
        });
        assert_ne!(prints[0], prints[1]);
    }
}
