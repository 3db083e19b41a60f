//! A web server as a trust has it, with the configuration of the documentation.

use std::env;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use crate::waiting::wait_for;
use crate::{Site, ports};

/// A running nginx, on this machine alone. Dropping it ends this one process and no other.
pub struct Nginx {
    process: Child,
    port: u16,
    /// Everything that it writes.
    _folder: TempDir,
}

/// What it answers to one request.
pub struct Answer {
    /// The first line and the headers, in small letters.
    head: String,
    /// What follows.
    pub body: Vec<u8>,
}

impl Nginx {
    /// Serves the site with `docs/nginx.conf`.
    #[must_use]
    #[track_caller]
    pub fn serve(site: &Site) -> Nginx {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let port = ports::free();
        let configuration = folder.path().join("test.conf");
        fs::write(&configuration, around(folder.path(), port, site.folder())).expect("it can be written");
        let program = env::var_os("NGINX").unwrap_or_else(|| "/usr/sbin/nginx".into());
        let process = Command::new(&program)
            .args(["-e", "stderr", "-p"])
            .arg(folder.path())
            .arg("-c")
            .arg(&configuration)
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} did not start: {error}", program.display()));
        let nginx = Nginx { process, port, _folder: folder };
        wait_for(|| TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()).expect("nginx listens");
        nginx
    }

    /// Where a page of the site is.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Asks for a file, with these lines beside the usual ones.
    #[must_use]
    #[track_caller]
    pub fn ask(&self, path: &str, lines: &[&str]) -> Answer {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("nginx answers");
        let lines: String = lines.iter().map(|line| format!("{line}\r\n")).collect();
        let request = format!("GET {path} HTTP/1.1\r\nHost: check.test\r\nConnection: close\r\n{lines}\r\n");
        stream.write_all(request.as_bytes()).expect("the request is sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("the answer is read");
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let body = bytes.split_off(end + 4);
        Answer { head: String::from_utf8_lossy(&bytes).into_owned(), body }
    }
}

impl Answer {
    /// The number that says how it went.
    #[must_use]
    pub fn status(&self) -> &str {
        self.head.split(' ').nth(1).unwrap_or_default()
    }

    /// The value of the header of that name.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What a trust would have around the documented part. Of Debian's own configuration nothing is read.
fn around(folder: &Path, port: u16, site: &Path) -> String {
    let documented = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/nginx.conf");
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|kind| format!("{kind}_temp_path {}/{kind};\n", folder.display()))
        .concat();
    format!(
        "daemon off;\nmaster_process off;\npid {}/pid;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}\
         server {{\nlisten 127.0.0.1:{port};\nroot \"{}\";\ninclude \"{}\";\n}}\n}}\n",
        folder.display(),
        site.display(),
        documented.display(),
    )
}
