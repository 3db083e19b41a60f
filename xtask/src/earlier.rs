//! What an earlier full run has passed, as its summary has it, so that a run can go on where one was broken off or
//! failed.
//!
//! A part that passed counts on for as long as nothing that it depends on has changed, whatever machine it ran on;
//! the versions of the browsers and of the compiler are part of that.

use std::fs;

use anyhow::{Context, Result};

use crate::inputs::Inputs;
use crate::report::{Ended, Outcome, SUMMARY, read_summary};
use crate::workspace::Workspace;

/// The parts of the last full run.
#[derive(Debug, Default)]
pub(crate) struct Earlier(Vec<Ended>);

impl Earlier {
    /// What is in the summary, if it was made with these versions.
    pub(crate) fn read(workspace: &Workspace, versions: &str) -> Result<Earlier> {
        let text = fs::read_to_string(workspace.path(SUMMARY))
            .with_context(|| format!("could not read {SUMMARY}"))?;
        let (made_with, parts) = read_summary(&text);
        Ok(if made_with == versions { Earlier(parts) } else { Earlier::default() })
    }

    /// A part that need not run again.
    pub(crate) fn passed(
        &self,
        workspace: &Workspace,
        name: &str,
        left_out: usize,
        inputs: &Inputs,
    ) -> Result<Option<Ended>> {
        let part = self.0.iter().find(|part| part.name == name && part.left_out == left_out);
        let passed = part.filter(|part| part.outcome == Outcome::Passed);
        Ok(match passed.and_then(|part| Some((part, part.commit.as_deref()?))) {
            Some((part, commit)) if inputs.are_as_in(commit, workspace)? => Some(part.clone()),
            _ => None,
        })
    }
}
