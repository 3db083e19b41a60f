//! The built site, as it is or with a page of a test's own.

use std::collections::BTreeSet;
use std::env;
use std::fs::{self, DirEntry};
use std::path::{Path, PathBuf};

use file_server::FRAMED_BY_ITSELF;
use tempfile::TempDir;

/// The content security policy that our own pages give themselves. It allows no more than they need, and
/// no text to become a script or markup.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; base-uri 'none'; \
    form-action 'none'; require-trusted-types-for 'script'; trusted-types digital-leadership-check-offline";

/// A folder to serve.
pub struct Site {
    folder: PathBuf,
    policy: &'static str,
    /// Removed when the site is dropped.
    _copy: Option<TempDir>,
}

impl Site {
    /// The built site that `SITE_FOLDER` names.
    #[must_use]
    pub fn built() -> Site {
        Site::named("SITE_FOLDER", "dist/")
    }

    /// The built site whose program certain notes stop, which `STOPPING_SITE_FOLDER` names.
    #[must_use]
    pub fn that_stops() -> Site {
        Site::named("STOPPING_SITE_FOLDER", "target/xtask/stopping/site/")
    }

    /// The built site with two made-up languages beside English, which `OTHER_LANGUAGES_SITE_FOLDER` names.
    #[must_use]
    pub fn of_other_languages() -> Site {
        Site::named("OTHER_LANGUAGES_SITE_FOLDER", "target/xtask/other-languages/site/")
    }

    fn named(variable: &str, usually: &str) -> Site {
        let folder = env::var_os(variable).map(PathBuf::from).unwrap_or_else(|| {
            panic!(
                "{variable} does not name a built site; `cargo xtask test` sets it, or set it to {usually}"
            )
        });
        Site { folder, policy: FRAMED_BY_ITSELF, _copy: None }
    }

    /// A copy of the built site with one more page, as an intranet that embeds the element has it.
    ///
    /// `body` is what stands between the tags of the body.
    #[must_use]
    pub fn with_page(name: &str, body: &str) -> Site {
        Site::built().and_page(name, body)
    }

    /// A copy of this site with one more page.
    #[must_use]
    pub fn and_page(&self, name: &str, body: &str) -> Site {
        let page = format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>{HOST_TITLE}</title>\n\
             <link rel=\"icon\" href=\"data:,\">\n\
             <script type=\"module\" src=\"digital-leadership-check.js\"></script>\n</head>\n\
             <body>\n{body}\n</body>\n</html>\n"
        );
        let site = self.copied();
        site.write(name, &page);
        site
    }

    /// A copy of this site that lacks a file.
    #[must_use]
    pub fn without(&self, name: &str) -> Site {
        let site = self.copied();
        fs::remove_file(site.folder.join(name)).expect("the site has the file");
        site
    }

    /// A copy of this site with one file changed.
    #[must_use]
    pub fn with_changed(&self, name: &str, change: impl FnOnce(String) -> String) -> Site {
        let site = self.copied();
        site.write(name, &change(site.read(name)));
        site
    }

    /// A copy of this site whose own page says this on the tag of the check, before all else.
    #[must_use]
    pub fn saying(&self, attributes: &str) -> Site {
        let said = format!("<digital-leadership-check {attributes}");
        self.with_changed("index.html", |page| page.replacen("<digital-leadership-check", &said, 1))
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.folder.join(name), text).expect("the file can be written");
    }

    fn copied(&self) -> Site {
        let copy = self.copy();
        Site { folder: copy.path().to_path_buf(), policy: self.policy, _copy: Some(copy) }
    }

    /// The names of all files of the site, in order.
    #[must_use]
    pub fn files(&self) -> BTreeSet<String> {
        let entries = fs::read_dir(&self.folder).expect("the site can be listed");
        let name = |entry: DirEntry| entry.file_name().into_string().expect("a name in Unicode");
        entries.map(|entry| name(entry.expect("the site can be listed"))).collect()
    }

    /// What a file of the site holds.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).expect("the site has the file")
    }

    /// The text of a file of the site.
    #[must_use]
    pub fn read(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).expect("the file is a text")
    }

    /// This site, with every answer under that policy.
    #[must_use]
    pub fn under(self, policy: &'static str) -> Site {
        Site { policy, ..self }
    }

    /// Whether the path of a request leads to something of this site.
    #[must_use]
    pub fn has(&self, path: &str) -> bool {
        self.folder.join(path.trim_start_matches('/')).exists()
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// The policy of every answer.
    pub(crate) fn policy(&self) -> &'static str {
        self.policy
    }

    /// A folder with the same files in it.
    pub(crate) fn copy(&self) -> TempDir {
        let copy = tempfile::tempdir().expect("a temporary folder");
        for entry in fs::read_dir(&self.folder).expect("the built site can be listed") {
            let file = entry.expect("the built site can be listed").path();
            if let Some(name) = file.file_name().filter(|_| file.is_file()) {
                fs::copy(&file, copy.path().join(name)).expect("the built site can be copied");
            }
        }
        copy
    }
}

/// The title of the pages of [`Site::with_page`].
pub const HOST_TITLE: &str = "Board papers";
