//! Somebody else's site, which shows the check in a frame.

use std::fs;

use file_server::{ClaimedPort, FRAMED_BY_ITSELF, Server};
use tempfile::TempDir;

/// A website of one page. It is called `localhost` and not `127.0.0.1`, so that to any browser it is
/// another site than the check's.
pub struct Intranet {
    server: Server,
    _folder: TempDir,
}

impl Intranet {
    /// Serves the page that `body` makes, when it is told the site's own origin.
    #[must_use]
    #[track_caller]
    pub fn with_page(body: impl FnOnce(&str) -> String) -> Intranet {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let port = ClaimedPort::claim(0).unwrap_or_else(|error| panic!("{error}"));
        let body = body(&format!("http://localhost:{}", port.address().port()));
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Intranet</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n</head>\n<body>\n{body}\n</body>\n</html>\n"
        );
        fs::write(folder.path().join("index.html"), page).expect("the page can be written");
        let server = port.serve(folder.path(), FRAMED_BY_ITSELF).unwrap_or_else(|error| panic!("{error}"));
        Intranet { server, _folder: folder }
    }

    /// Where its page is.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.server.address().port())
    }
}
