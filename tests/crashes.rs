//! The tab's process is killed while somebody answers: what was shown as saved is there afterwards.
//!
//! The page tells the test's own server of every change before it is made and once it is shown as
//! saved, and waits each time until the server has heard it. So the test knows of everything that a
//! person could have seen, however sudden the end is.

use std::collections::BTreeMap;
use std::env;
use std::hint;
use std::io::{self, Write as _};
use std::time::{Duration, Instant};

use assessment::answers::Answer;
use assessment::persist::{Keys, Record, Stored, Subject};
use browser_tests::content::{STORE, indicator, level, question, questionnaire, wording};
use browser_tests::processes::{self, Process};
use browser_tests::{Role, Site, Tab, Visit};
use serde_json::json;

const QUICK_SERIES: usize = 20;
const FULL_SERIES: usize = 200;

/// From this everything that is left to chance follows; `SEED` names another.
const SEED: u64 = 20;

/// A tab is killed after so many changes at the most.
const MOST_CHANGES: u64 = 20;
/// The page needs less for a change, so that a kill this much later may fall into any part of one.
const LONGEST_PAUSE: Duration = Duration::from_millis(20);

/// Goes from question to question, gives answers and writes notes as quickly as the page draws them.
const ANSWER_ON_AND_ON: &str = r"
const [, round, seed] = arguments;
let state = seed;
const chance = (count) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor(state / 2 ** 32 * count);
};
const oneOf = (list) => list[chance(list.length)];
const channel = new MessageChannel();
const pageWasDrawn = () => new Promise((done) => {
  channel.port1.onmessage = done;
  channel.port2.postMessage(null);
});
const until = async (isSo) => {
  do await pageWasDrawn(); while (!isSo());
};
const tell = (what) => {
  const request = new XMLHttpRequest();
  request.open('HEAD', `/?round=${round}&${what}`, false);
  request.send();
};
const isSaved = () => all('[role=status]').some((line) => plain(line.textContent) === 'Saved on this device');
const change = async (what, act) => {
  tell(`event=begun&${what}`);
  act();
  await until(isSaved);
  tell(`event=saved&${what}`);
};
const answer = (number) => {
  const radios = all('input[type=radio]');
  const value = oneOf([...radios.keys()].filter((place) => !radios[place].checked));
  return change(`question=${number}&answer=${value}`, () => radios[value].click());
};
const note = (number) => {
  const value = `note-${round}-${chance(1e9)}`;
  const field = all('textarea')[0];
  return change(`question=${number}&note=${value}`, () => {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
};
const onwards = async () => {
  const before = root.querySelector('.screen');
  const button = all('button[type=submit]')[0] ?? oneOf(all('.nhsuk-summary-list__actions button'))
    ?? all('button').find((found) => plain(found.textContent) === 'Answer all the questions');
  button.click();
  await until(() => root.querySelector('.screen') !== before);
};
const goOn = async () => {
  for (;;) {
    const shown = root.querySelector('.question__progress');
    if (shown) {
      const number = shown.textContent.match(/\d+/)[0];
      await answer(number);
      if (chance(2)) await note(number);
    }
    await onwards();
  }
};
goOn();
";

/// A change of one record, as the page told it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Change {
    subject: Subject,
    stored: Stored,
    is_saved: bool,
}

/// How many kills fell where.
#[derive(Default)]
struct Landed {
    /// A change had begun, and the store did not have it.
    before_the_write: usize,
    /// A change had begun and the store had it, and nobody was told yet.
    after_the_write: usize,
    /// The last change was shown as saved, and the next had not begun.
    between_changes: usize,
}

/// A person whose tab is killed again and again.
struct Series {
    /// What everything is sealed under, if it is.
    passphrase: Option<&'static str>,
    visit: Visit,
    /// A tab that lives on, without which there is no session.
    empty: Tab,
    answering: Tab,
    chance: Chance,
    /// What the screen had shown as saved, with what a kill then left.
    kept: BTreeMap<Subject, Stored>,
    landed: Landed,
}

/// Everything in it follows from a seed.
struct Chance(u64);

#[test]
fn what_was_shown_as_saved_outlives_the_killed_tab() {
    kill_again_and_again(None);
}

#[test]
fn what_was_shown_as_saved_under_a_passphrase_outlives_the_killed_tab() {
    kill_again_and_again(Some("lemon bicycle orchard"));
}

fn kill_again_and_again(passphrase: Option<&'static str>) {
    let seed = env::var("SEED").map_or(SEED, |seed| seed.parse().expect("SEED is a number"));
    let count = if env::var_os("FULL").is_some() { FULL_SERIES } else { QUICK_SERIES };
    let how = if passphrase.is_some() { "sealed" } else { "in clear" };
    say(&format!("kills {count} tabs, {how}, from the seed {seed}"));
    let mut series = Series::begin(seed, passphrase);
    for round in 0..count {
        series.answer_until_killed(round);
        series.come_back(round);
    }
    let Landed { before_the_write, after_the_write, between_changes } = series.landed;
    say(&format!(
        "{count} tabs killed, {how}: {between_changes} between two changes, {} with a change in flight, of which \
         {after_the_write} had reached the store and {before_the_write} had not",
        before_the_write + after_the_write
    ));
}

/// Keeps the page's own process busy, for longer than any other is.
const WORK: &str = "const end = performance.now() + 300; while (performance.now() < end);";

impl Series {
    fn begin(seed: u64, passphrase: Option<&'static str>) -> Series {
        let visit = Visit::to(Site::built());
        let empty = visit.tab();
        let answering = visit.open_tab();
        visit.open("/");
        if let Some(passphrase) = passphrase {
            visit.set_passphrase(passphrase);
            visit.press("Back");
            visit.see(Role::Button, "Answer all the questions");
        }
        Series {
            passphrase,
            visit,
            empty,
            answering,
            chance: Chance(seed),
            kept: BTreeMap::new(),
            landed: Landed::default(),
        }
    }

    /// Answers in the tab and kills its process at a moment that is left to chance.
    fn answer_until_killed(&mut self, round: usize) {
        let of_the_tab = self.process_of_the_tab();
        let enough = 1 + self.chance.below(MOST_CHANGES);
        let pause = LONGEST_PAUSE.mul_f64(self.chance.fraction());
        self.visit.run(ANSWER_ON_AND_ON, [json!(round), json!(self.chance.below(1 << 32))]);
        // One after another: on a busy machine all of them may take longer than anybody waits for one thing.
        for wanted in 1..=enough {
            self.visit.see_that(&format!("change {wanted} of {enough} to be saved"), |visit| {
                told(visit, round).iter().filter(|change| change.is_saved).count() as u64 >= wanted
            });
        }
        let_pass(pause);
        processes::kill(&[of_the_tab]);
        let told_alive = told(&self.visit, round).len();
        self.visit.close_killed(&self.answering, &self.empty);
        // One request may have been on its way. A page that went on would send many more.
        let told_dead = told(&self.visit, round).len() - told_alive;
        assert!(told_dead <= 1, "the tab that was killed last (kill {round}) went on");
    }

    /// The one that works when the page is made to. While it answers, others may work as much.
    fn process_of_the_tab(&self) -> u32 {
        let before = self.visit.page_processes();
        self.visit.run(WORK, []);
        busiest(&before, &self.visit.page_processes())
    }

    /// Opens the check again in a new tab, and looks for everything.
    fn come_back(&mut self, round: usize) {
        self.answering = self.visit.open_tab();
        self.visit.open("/");
        if let Some(passphrase) = self.passphrase {
            self.visit.enter_passphrase(passphrase);
        }
        self.visit.see(Role::Button, "Choose one element");
        let found = stored(&self.visit, self.passphrase);
        let told = told(&self.visit, round);
        self.take_note(&told, &found);
        for (subject, stored) in &self.kept {
            let found = found.get(subject);
            let last = &told[told.len().saturating_sub(3)..];
            assert_eq!(found, Some(stored), "{subject:?} after kill {round}, told before: {last:?}");
        }
        if let Some(last) = told.iter().rfind(|change| change.is_saved) {
            self.see_on_the_screen(last.subject);
        }
    }

    /// Adds what was shown as saved. Of a change that had begun either outcome is right.
    fn take_note(&mut self, told: &[Change], found: &BTreeMap<Subject, Stored>) {
        for change in told.iter().filter(|change| change.is_saved) {
            self.kept.insert(change.subject, change.stored.clone());
        }
        match told.last() {
            Some(begun) if !begun.is_saved && found.get(&begun.subject) == Some(&begun.stored) => {
                self.kept.insert(begun.subject, begun.stored.clone());
                self.landed.after_the_write += 1;
            }
            Some(begun) if !begun.is_saved => self.landed.before_the_write += 1,
            _ => self.landed.between_changes += 1,
        }
    }

    /// Goes to the question by way of all the answers, and sees what was kept.
    fn see_on_the_screen(&self, subject: Subject) {
        let (Subject::Answer(position) | Subject::Note(position)) = subject else {
            panic!("{subject:?} is on no question");
        };
        let visit = &self.visit;
        visit.press("Choose one element");
        visit.press("Check your answers");
        visit.press(&format!("Change your answer to: {}", question(position.number())));
        visit.see_question(position.number());
        if let Some(Stored::Answer(Some(answer))) = self.kept.get(&Subject::Answer(position)) {
            visit.see_chosen(wording((position, *answer)));
        }
        if let Some(Stored::Note(note)) = self.kept.get(&Subject::Note(position)) {
            visit.see_value(Role::TextBox, "Your note", note);
        }
    }
}

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        // SplitMix64 by Guy Steele, Doug Lea and Christine Flood.
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// From 0 up to 1.
    fn fraction(&mut self) -> f64 {
        const STEPS: u32 = 1 << 20;
        let step = u32::try_from(self.below(STEPS.into())).expect("it is below the limit");
        f64::from(step) / f64::from(STEPS)
    }
}

/// Every change that the page told in that round, in order.
fn told(visit: &Visit, round: usize) -> Vec<Change> {
    let beginning = format!("/?round={round}&");
    let requests = visit.requests();
    let told = requests.iter().filter_map(|request| request.path_and_query.strip_prefix(&beginning));
    told.map(|told| change(told).unwrap_or_else(|| panic!("the page told {told}"))).collect()
}

fn change(told: &str) -> Option<Change> {
    let parts: BTreeMap<&str, &str> = told.split('&').filter_map(|part| part.split_once('=')).collect();
    let position = indicator(parts.get("question")?.parse().ok()?);
    let (subject, stored) = match parts.get("note") {
        Some(note) => (Subject::Note(position), Stored::Note((*note).to_owned())),
        None => {
            (Subject::Answer(position), Stored::Answer(Some(answer_at(parts.get("answer")?.parse().ok()?))))
        }
    };
    Some(Change { subject, stored, is_saved: parts.get("event") == Some(&"saved") })
}

/// The answer at that place on the screen, counted from 0: the levels, then "I do not know".
fn answer_at(place: u64) -> Answer {
    let levels = questionnaire().scale().count() as u64;
    if place < levels { level(place) } else { Answer::DontKnow }
}

/// Every record that is stored.
fn stored(visit: &Visit, passphrase: Option<&str>) -> BTreeMap<Subject, Stored> {
    let keys = Keys::new(STORE, questionnaire().fingerprint());
    let texts = passphrase.map_or_else(|| visit.local_storage(), |passphrase| visit.unsealed(passphrase));
    let records = texts.into_iter().filter_map(|(key, text)| {
        let subject = keys.subject(&key, questionnaire())?;
        Some((subject, Record::decode(&text, subject, questionnaire()).ok()?.stored))
    });
    records.collect()
}

/// The process that has worked most since then: the one of the tab in which there are answers.
fn busiest(before: &[Process], now: &[Process]) -> u32 {
    let since = |process: &Process| {
        let earlier = before.iter().find(|earlier| earlier.id == process.id);
        process.work - earlier.map_or(0, |earlier| earlier.work)
    };
    now.iter().max_by_key(|process| since(process)).expect("a tab has a process").id
}

/// Lets a moment pass that is nothing but chance: nothing is waited for.
fn let_pass(moment: Duration) {
    let start = Instant::now();
    while start.elapsed() < moment {
        hint::spin_loop();
    }
}

/// Says something that is seen even if the test passes.
fn say(what: &str) {
    writeln!(io::stderr(), "{what}").expect("somebody listens");
}
