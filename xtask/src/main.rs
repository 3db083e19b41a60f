//! The project's tasks: `cargo xtask serve`, `dist`, `test` and `build`.
//!
//! Everything past cargo, rustup, Node and npm is set up by the task that needs it, so that a fresh
//! clone and one command are enough. See `.cargo/config.toml` for the alias.
#![allow(clippy::print_stdout, reason = "a task runner talks to the person who started it")]

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use crate::workspace::Workspace;

mod accessibility;
mod browser_tests;
mod build;
mod build_twice;
mod command;
mod content;
mod debian;
mod dist;
mod earlier;
mod engines;
mod fingerprint;
mod first_screen;
mod fuzzing;
mod inputs;
mod languages;
mod left_out;
mod names;
mod nginx;
mod offline;
mod order;
mod other_languages;
mod own_library;
mod pages;
mod panics;
mod paper;
mod program;
mod progress;
mod reach;
mod reading_age;
mod release;
mod report;
mod screen_reader;
mod script;
mod scriptless;
mod serve;
mod set_up;
mod single_file;
mod site;
mod sizes;
mod stopping;
mod styles;
mod test;
mod third_party;
mod unused;
mod watch;
mod word_processor;
mod wordpress;
mod workspace;

/// The tasks of the digital leadership check.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Build the site and show it on this machine
    Serve(serve::Options),
    /// Build the site into dist/, and hold its size against the limit
    Dist,
    /// Run every check, from the format to the browsers
    Test(test::Options),
    /// Build the site into dist/
    Build,
    /// Build the site again in another folder, and compare every byte
    BuildTwice,
    /// Write how old a reader has to be for every text, into docs/reading-age.md
    ReadingAge,
    /// Weigh the check's program as it would be with a standard library built anew, which needs `rust-src`
    OwnLibrary,
}

fn run(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Serve(options) => serve::serve(&workspace, options)?,
        Task::Dist => dist::dist(&workspace)?,
        // It has told of a failure itself, so that its count of parts is the last line.
        Task::Test(options) => return test::test(&workspace, &options),
        Task::Build => build::build(&workspace)?,
        Task::BuildTwice => build_twice::build_twice(&workspace)?,
        Task::ReadingAge => reading_age::write(&workspace)?,
        Task::OwnLibrary => own_library::weigh(&workspace)?,
    }
    Ok(ExitCode::SUCCESS)
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
