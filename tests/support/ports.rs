//! Ports for servers that cannot claim one by themselves.

use std::net::{Ipv4Addr, TcpListener};

/// A port of this machine on which nobody listens at this moment.
#[track_caller]
pub(crate) fn free() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}
