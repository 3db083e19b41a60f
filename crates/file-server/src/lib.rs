//! Serves one folder to this machine alone, and remembers every request.
//!
//! `cargo xtask serve` shows the built site with it. The browser tests start it for themselves and
//! read the requests back, which is how they prove that a page sends nothing.
//!
//! Not for anything that other machines reach: it listens on 127.0.0.1 only, and has no TLS.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use axum::body::{Body, to_bytes};
use axum::extract::{self, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::{Router, serve};
use tokio::runtime;
use tokio::sync::oneshot;
use tower_http::services::ServeDir;

/// The policy of a site whose pages say everything else themselves: nobody else may frame them.
pub const FRAMED_BY_ITSELF: &str = "frame-ancestors 'self'";

/// A body beyond this is refused, and counted as this long. No page of ours sends any.
const LONGEST_BODY: usize = 1_000_000;

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// Another program listens on the port.
    #[error("Port {0} is taken. Stop the program that uses it, or choose another with --port.")]
    PortTaken(u16),
    /// There is no folder to serve.
    #[error("There is no folder {} to serve. Build it first: cargo xtask build", .0.display())]
    FolderMissing(PathBuf),
    /// The operating system refused for another reason.
    #[error("Port {port} of 127.0.0.1 could not be opened: {cause}")]
    Refused {
        /// The port that was asked for.
        port: u16,
        /// What the operating system said.
        cause: io::Error,
    },
}

/// One request, as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// `GET`, say.
    pub method: String,
    /// The path with its query, as sent: `/index.html?lang=cy`.
    pub path_and_query: String,
    /// The length of the body in bytes.
    pub body_length: usize,
}

/// A port of 127.0.0.1 that is ours, with nothing served on it yet.
///
/// Whoever builds for minutes before serving claims the port first, so that a taken one is told at
/// once. A browser that connects in the meantime waits instead of being turned away.
#[derive(Debug)]
pub struct ClaimedPort {
    listener: TcpListener,
    address: SocketAddr,
}

impl ClaimedPort {
    /// Claims `port`, or any free one for 0.
    pub fn claim(port: u16) -> Result<ClaimedPort, StartError> {
        let refused = |cause: io::Error| match cause.kind() {
            io::ErrorKind::AddrInUse => StartError::PortTaken(port),
            _ => StartError::Refused { port, cause },
        };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(refused)?;
        listener.set_nonblocking(true).map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        Ok(ClaimedPort { listener, address })
    }

    /// Where whatever is served will be.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Serves `folder` on this port until the [`Server`] is dropped. `policy` is the content security
    /// policy of every answer.
    ///
    /// Files are looked up by path at each request, so the folder may be swapped for another.
    pub fn serve(self, folder: &Path, policy: &'static str) -> Result<Server, StartError> {
        if !folder.is_dir() {
            return Err(StartError::FolderMissing(folder.to_path_buf()));
        }
        let ClaimedPort { listener, address } = self;
        let refused = |cause| StartError::Refused { port: address.port(), cause };
        let runtime = runtime::Builder::new_current_thread().enable_io().build().map_err(refused)?;
        let listener = {
            let _entered = runtime.enter();
            tokio::net::TcpListener::from_std(listener).map_err(refused)?
        };
        let requests = RequestLog::default();
        let site = site(folder, policy, requests.clone());
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = thread::spawn(move || {
            // No graceful end: a browser keeps its connections open, and would hold up every stop.
            runtime.block_on(async {
                tokio::select! {
                    _ = serve(listener, site) => {}
                    _ = stopped => {}
                }
            });
            runtime.shutdown_background();
        });
        Ok(Server { address, requests, running: Some((stop, thread)) })
    }
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    requests: RequestLog,
    /// The thread ends when its sender is dropped; taken when the server is.
    running: Option<(oneshot::Sender<()>, JoinHandle<()>)>,
}

impl Server {
    /// Serves `folder` on `port`, or on any free port for 0, as [`ClaimedPort::serve`] does.
    pub fn start(folder: &Path, policy: &'static str, port: u16) -> Result<Server, StartError> {
        ClaimedPort::claim(port)?.serve(folder, policy)
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Stops it, and keeps what it knows.
    pub fn stop(&mut self) {
        if let Some((stop, thread)) = self.running.take() {
            drop(stop);
            // A thread that panicked has said so itself, and is stopped either way.
            let _ = thread.join();
        }
    }

    /// Every request so far, in order of arrival.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.all()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

/// The requests so far, shared between the server's thread and its owner.
#[derive(Debug, Clone, Default)]
struct RequestLog(Arc<Mutex<Vec<Request>>>);

impl RequestLog {
    fn add(&self, request: Request) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(request);
    }

    fn all(&self) -> Vec<Request> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn site(folder: &Path, policy: &'static str, requests: RequestLog) -> Router {
    Router::new()
        .fallback_service(ServeDir::new(folder))
        .layer(middleware::map_response_with_state(policy, with_headers))
        .layer(middleware::from_fn_with_state(requests, record))
}

/// Notes the request down before anybody answers it.
async fn record(State(requests): State<RequestLog>, request: extract::Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let body = to_bytes(body, LONGEST_BODY).await;
    requests.add(Request {
        method: parts.method.to_string(),
        path_and_query: parts.uri.path_and_query().map_or_else(String::new, ToString::to_string),
        body_length: body.as_ref().map_or(LONGEST_BODY, |bytes| bytes.len()),
    });
    match body {
        Ok(bytes) => next.run(extract::Request::from_parts(parts, Body::from(bytes))).await,
        Err(_) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
    }
}

/// Adds the policy, what a meta element in the page cannot say, and the character set.
async fn with_headers(State(policy): State<&'static str>, mut response: Response) -> Response {
    let headers = response.headers_mut();
    if let Some(kind) = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok())
        && kind.starts_with("text/")
        && !kind.contains("charset")
        && let Ok(with_charset) = HeaderValue::try_from(format!("{kind}; charset=utf-8"))
    {
        headers.insert(header::CONTENT_TYPE, with_charset);
    }
    for (name, value) in [
        // Scripts load into a frame without an origin, and into pages of other origins, only with this.
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        // Keep it, but ask each time whether it is still current.
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests;
