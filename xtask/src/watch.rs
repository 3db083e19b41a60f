//! Builds again whenever a source changes.

use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use notify::{Event, EventKind, RecursiveMode, Watcher};

use crate::build;
use crate::workspace::Workspace;

/// What the site is made from. A change of the task runner itself takes a new start.
const SOURCES: [&str; 14] = [
    "Cargo.lock",
    "Cargo.toml",
    "build.rs",
    "content",
    "crates/assessment",
    "crates/questionnaire-reader",
    "frame.html",
    "index.html",
    "package-lock.json",
    "package.json",
    "rust-toolchain.toml",
    "single-file.html",
    "src",
    "style",
];

/// An editor saves in several steps, and a branch switch touches many files: wait until it is quiet.
const QUIET: Duration = Duration::from_millis(200);

/// Runs until interrupted. A failed build is told, and leaves the last good one in place.
pub(crate) fn rebuild_on_change(workspace: &Workspace) -> Result<()> {
    let (send, changes) = mpsc::channel();
    let mut watcher = notify::recommended_watcher(send).context("could not watch for changes")?;
    // Files are watched through their folder: an editor that saves by renaming replaces the file.
    watch(&mut watcher, &workspace.root, RecursiveMode::NonRecursive)?;
    for source in SOURCES.map(|source| workspace.path(source)).iter().filter(|source| source.is_dir()) {
        watch(&mut watcher, source, RecursiveMode::Recursive)?;
    }
    println!("A change builds it again; reload the page to see it.");
    loop {
        wait_for_change(&workspace.root, &changes)?;
        println!();
        match build::build(workspace) {
            Ok(()) => println!("Built. Reload the page to see it."),
            Err(error) => eprintln!("error: {error:#}\nThe last good build is still served."),
        }
    }
}

fn watch(watcher: &mut impl Watcher, path: &Path, mode: RecursiveMode) -> Result<()> {
    watcher.watch(path, mode).with_context(|| format!("could not watch {}", path.display()))
}

/// Returns once a source changed and no further change came for a while.
fn wait_for_change(root: &Path, changes: &Receiver<notify::Result<Event>>) -> Result<()> {
    loop {
        let Ok(event) = changes.recv() else { bail!("the watch for changes has ended") };
        if event.is_ok_and(|event| is_of_sources(root, &event)) {
            break;
        }
    }
    while changes.recv_timeout(QUIET).is_ok() {}
    Ok(())
}

/// Our own build reads the sources, and writes beside them: neither is a change of one.
fn is_of_sources(root: &Path, event: &Event) -> bool {
    let changes = !matches!(event.kind, EventKind::Access(_));
    changes
        && event
            .paths
            .iter()
            .filter_map(|path| path.strip_prefix(root).ok())
            .any(|path| SOURCES.iter().any(|source| path.starts_with(source)))
}

#[cfg(test)]
mod tests {
    use notify::event::{AccessKind, ModifyKind};

    use super::*;

    fn event(kind: EventKind, path: &str) -> Event {
        Event::new(kind).add_path(Path::new("/clone").join(path))
    }

    #[test]
    fn a_changed_source_counts() {
        let kind = EventKind::Modify(ModifyKind::Any);
        for path in ["style/index.scss", "crates/assessment/src/lib.rs", "index.html", "Cargo.toml"] {
            assert!(is_of_sources(Path::new("/clone"), &event(kind, path)), "{path}");
        }
    }

    #[test]
    fn a_read_source_and_a_written_output_do_not() {
        let written = EventKind::Modify(ModifyKind::Any);
        let read = EventKind::Access(AccessKind::Any);
        for (kind, path) in [
            (read, "style/index.scss"),
            (written, "dist"),
            (written, "target"),
            (written, "index.html~"),
            (written, "xtask/src/main.rs"),
        ] {
            assert!(!is_of_sources(Path::new("/clone"), &event(kind, path)), "{path}");
        }
    }
}
