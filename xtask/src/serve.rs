//! `cargo xtask serve`: the site on this machine.

use std::thread;

use anyhow::Result;
use clap::Args;
use file_server::{ClaimedPort, FRAMED_BY_ITSELF};

use crate::workspace::Workspace;
use crate::{build, other_languages, watch};

/// How to serve.
#[derive(Args)]
pub(crate) struct Options {
    /// The port of 127.0.0.1; 0 for any free one
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// Build again whenever a source changes
    #[arg(long)]
    watch: bool,
    /// Serve the site of the tests that has made-up languages beside English
    #[arg(long, conflicts_with = "watch")]
    other_languages: bool,
}

/// Builds and serves, until interrupted.
pub(crate) fn serve(workspace: &Workspace, options: Options) -> Result<()> {
    // Before the build: nobody should wait minutes to hear that the port is taken.
    let port = ClaimedPort::claim(options.port)?;
    build::build(workspace)?;
    let site = match options.other_languages {
        true => other_languages::build(workspace).map(|()| other_languages::site(workspace))?,
        false => workspace.dist(),
    };
    let server = port.serve(&site, FRAMED_BY_ITSELF)?;
    println!("\nThe check is at http://{} (Ctrl+C stops it).", server.address());
    if options.watch {
        return watch::rebuild_on_change(workspace);
    }
    loop {
        thread::park();
    }
}
