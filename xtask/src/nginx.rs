//! Brings the web server that a test tries the documented configuration with.

use std::path::Path;

use anyhow::Result;

use crate::debian;
use crate::workspace::Workspace;

/// Names the program, here and for the test.
const VARIABLE: &str = "NGINX";
/// Where Debian puts it, which is on few people's PATH.
const OF_DEBIAN: &str = "/usr/sbin/nginx";

/// Installs nginx, if it is missing and this is Debian. The test starts one of its own.
pub(crate) fn bring(workspace: &Workspace) -> Result<()> {
    if debian::is_named(VARIABLE)? || Path::new(OF_DEBIAN).is_file() {
        return Ok(());
    }
    let elsewhere = format!("install it, then run `{VARIABLE}=/path/to/nginx cargo xtask test`");
    debian::install(workspace, &["nginx"], "a test of the documented configuration needs nginx", &elsewhere)
}
