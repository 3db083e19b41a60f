//! The processes of a browser. Only those below one that a test started itself are ever touched.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::process::{Command, Stdio};

use crate::waiting::wait_for;

/// A running process, as the system describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Process {
    /// Its number.
    pub id: u32,
    /// The program with its arguments.
    pub command: String,
    /// How much it has worked, in the system's ticks.
    pub work: u64,
}

/// Everything that this process has started, and what that has started, and so on.
#[must_use]
pub fn below(ancestor: u32) -> Vec<Process> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (id, parent) in parents() {
        children.entry(parent).or_default().push(id);
    }
    let mut found = children.remove(&ancestor).unwrap_or_default();
    let mut next = 0;
    while let Some(id) = found.get(next) {
        found.extend(children.remove(id).unwrap_or_default());
        next += 1;
    }
    found.into_iter().filter_map(describe).collect()
}

/// Kills these processes in one go, so that none has time to tidy up, and waits until they are gone.
#[track_caller]
pub fn kill(ids: &[u32]) {
    // The standard library kills children only. One that is gone already is no failure.
    let _ = Command::new("kill")
        .arg("-KILL")
        .args(ids.iter().map(ToString::to_string))
        .stderr(Stdio::null())
        .status()
        .expect("there is a program that kills");
    let gone = wait_for(|| ids.iter().all(|id| !is_running(*id)).then_some(()));
    assert!(gone.is_some(), "these processes were killed and did not end: {ids:?}");
}

/// The port of this machine on which a process listens, if it does.
pub(crate) fn listening(id: u32) -> Option<u16> {
    const LISTENS: &str = "0A";
    let table = fs::read_to_string(format!("/proc/{id}/net/tcp")).ok()?;
    let open = fs::read_dir(format!("/proc/{id}/fd")).ok()?;
    let sockets: Vec<String> = open
        .filter_map(|entry| Some(fs::read_link(entry.ok()?.path()).ok()?.to_str()?.to_owned()))
        .filter_map(|link| Some(link.strip_prefix("socket:[")?.trim_end_matches(']').to_owned()))
        .collect();
    table.lines().find_map(|line| {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let [_, address, _, state, .., socket] = fields.get(..10)? else { return None };
        let (_, port) = address.split_once(':')?;
        let is_it = *state == LISTENS && sockets.iter().any(|open| open == socket);
        is_it.then(|| u16::from_str_radix(port, 16).ok())?
    })
}

/// Every process with the one that started it.
fn parents() -> Vec<(u32, u32)> {
    let listed = fs::read_dir("/proc").expect("the system lists its processes in /proc");
    let ids = listed.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    ids.filter_map(|id| Some((id, status(id).ok()?.parent))).collect()
}

fn describe(id: u32) -> Option<Process> {
    let command = fs::read(format!("/proc/{id}/cmdline")).ok()?;
    let command = String::from_utf8_lossy(&command).replace('\0', " ").trim().to_owned();
    Some(Process { id, command, work: status(id).ok()?.work })
}

/// One that has ended stays in the list until whoever started it takes note.
fn is_running(id: u32) -> bool {
    status(id).is_ok_and(|status| status.state != "Z")
}

fn status(id: u32) -> io::Result<Status> {
    let line = fs::read_to_string(format!("/proc/{id}/stat"))?;
    Status::read(&line).ok_or_else(|| io::ErrorKind::InvalidData.into())
}

/// What of a line of `/proc/…/stat` is needed here.
struct Status {
    /// One letter.
    state: String,
    parent: u32,
    work: u64,
}

impl Status {
    fn read(line: &str) -> Option<Status> {
        // The program's name stands in brackets, and may hold spaces and brackets itself.
        let (_, after) = line.rsplit_once(')')?;
        let fields: Vec<&str> = after.split_whitespace().collect();
        let number = |place: usize| fields.get(place)?.parse::<u64>().ok();
        Some(Status {
            state: (*fields.first()?).to_owned(),
            parent: number(1)?.try_into().ok()?,
            work: number(11)? + number(12)?,
        })
    }
}
