use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;

use tempfile::TempDir;

use super::*;

/// A folder with one file of each kind, inside a folder with a secret.
struct Site {
    _around: TempDir,
    server: Server,
}

fn serve_a_site() -> Site {
    let around = tempfile::tempdir().expect("a temporary folder");
    fs::write(around.path().join("secret.txt"), "secret").expect("the secret is written");
    let folder = around.path().join("site");
    fs::create_dir(&folder).expect("the site's folder is made");
    for name in ["index.html", "app.js", "app.css", "app_bg.wasm"] {
        fs::write(folder.join(name), name).expect("a file of the site is written");
    }
    let server = Server::start(&folder, "default-src 'none'", 0).expect("the server starts");
    Site { _around: around, server }
}

impl Site {
    /// Sends the request line as it is: an HTTP client would tidy the path away.
    fn ask(&self, request_line: &str, body: &str) -> Answer {
        self.ask_with(request_line, "", body)
    }

    fn ask_with(&self, request_line: &str, header_line: &str, body: &str) -> Answer {
        let mut stream = TcpStream::connect(self.server.address()).expect("the server answers");
        write!(
            stream,
            "{request_line} HTTP/1.1\r\nHost: test\r\nConnection: close\r\n{header_line}Content-Length: {}\r\n\r\n{body}",
            body.len()
        )
        .expect("the request is sent");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("the answer is read");
        Answer(text)
    }
}

struct Answer(String);

impl Answer {
    fn status(&self) -> &str {
        self.0.split(' ').nth(1).expect("a status")
    }

    fn header(&self, name: &str) -> Option<&str> {
        let (head, _) = self.0.split_once("\r\n\r\n")?;
        head.lines()
            .filter_map(|line| line.split_once(": "))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    fn body(&self) -> &str {
        self.0.split_once("\r\n\r\n").map_or("", |(_, body)| body)
    }
}

#[test]
fn each_file_has_its_kind() {
    let site = serve_a_site();
    for (path, kind) in [
        ("/", "text/html; charset=utf-8"),
        ("/index.html", "text/html; charset=utf-8"),
        ("/app.js", "text/javascript; charset=utf-8"),
        ("/app.css", "text/css; charset=utf-8"),
        ("/app_bg.wasm", "application/wasm"),
    ] {
        let answer = site.ask(&format!("GET {path}"), "");
        assert_eq!((answer.status(), answer.header("content-type")), ("200", Some(kind)), "{path}");
    }
}

#[test]
fn every_answer_carries_the_protecting_headers() {
    let site = serve_a_site();
    for path in ["/index.html", "/missing.html"] {
        let answer = site.ask(&format!("GET {path}"), "");
        for (name, value) in [
            ("access-control-allow-origin", "*"),
            ("cache-control", "no-cache"),
            ("content-security-policy", "default-src 'none'"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
        ] {
            assert_eq!(answer.header(name), Some(value), "{name} of {path}");
        }
    }
}

#[test]
fn an_unchanged_file_is_not_sent_again() {
    let site = serve_a_site();
    let first = site.ask("GET /app.js", "");
    let tag = first.header("etag").expect("an entity tag");
    let second = site.ask_with("GET /app.js", &format!("If-None-Match: {tag}\r\n"), "");
    assert_eq!((second.status(), second.body()), ("304", ""));
}

#[test]
fn nothing_outside_the_folder_is_served() {
    let site = serve_a_site();
    for path in ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/missing.html"] {
        let answer = site.ask(&format!("GET {path}"), "");
        assert_eq!(answer.status(), "404", "{path}");
    }
}

#[test]
fn only_reading_is_allowed() {
    let site = serve_a_site();
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        assert_eq!(site.ask(&format!("{method} /index.html"), "").status(), "405", "{method}");
    }
    let head = site.ask("HEAD /index.html", "");
    assert_eq!((head.status(), head.body()), ("200", ""));
}

#[test]
fn requests_are_remembered_in_order() {
    let site = serve_a_site();
    site.ask("GET /index.html?lang=cy", "");
    site.ask("POST /missing", "hello");
    let request = |method: &str, path_and_query: &str, body_length| Request {
        method: method.to_owned(),
        path_and_query: path_and_query.to_owned(),
        body_length,
    };
    assert_eq!(
        site.server.requests(),
        [request("GET", "/index.html?lang=cy", 0), request("POST", "/missing", 5)]
    );
}

#[test]
fn a_taken_port_says_what_to_do() {
    let first = ClaimedPort::claim(0).expect("a free port");
    let port = first.address().port();
    let error = ClaimedPort::claim(port).expect_err("the port is taken");
    assert_eq!(
        error.to_string(),
        format!("Port {port} is taken. Stop the program that uses it, or choose another with --port.")
    );
}

#[test]
fn a_missing_folder_is_refused() {
    let missing = Path::new("no/such/folder");
    let error = Server::start(missing, FRAMED_BY_ITSELF, 0).expect_err("there is no folder");
    assert!(matches!(error, StartError::FolderMissing(folder) if folder == missing));
}

#[test]
fn a_dropped_server_gives_its_port_back() {
    let site = serve_a_site();
    let address = site.server.address();
    // A browser that keeps its connection must not hold the server up.
    let _kept_open = TcpStream::connect(address).expect("the server answers");
    drop(site);
    assert!(TcpStream::connect(address).is_err(), "something still listens on {address}");
}
