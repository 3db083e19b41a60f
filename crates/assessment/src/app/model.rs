//! The state of one mounted copy.

use super::copying::ChosenCopy;
use super::sealing::{Door, Sealing};
use super::sheet::Sheet;
use super::storing::Storing;
use super::{Effect, Loaded, Offered, Screen};
use crate::persist::{CopyProblem, Journey, Keys, WriterId};
use crate::questionnaire::{IndicatorPosition, Questionnaire};
use crate::text::Catalogue;
use std::sync::Arc;

/// Everything that the screens are drawn from. Changed by [`update`](super::update) alone.
#[derive(Clone, Debug)]
pub struct Model {
    pub(crate) questionnaire: Arc<Questionnaire>,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) navigation: Navigation,
    pub(crate) screen: Screen,
    pub(crate) journey: Journey,
    /// Whether the question shown was opened to change its answer, so that it leads back to the check.
    pub(crate) is_changing: bool,
    /// The answer that was just looked at again, while the check is shown.
    pub(crate) changed: Option<IndicatorPosition>,
    /// Where whoever is asked whether to delete everything came from.
    pub(crate) asked_from: Screen,
    /// Whether the browser was asked to step back and has not done so yet.
    pub(crate) is_going_back: bool,
    /// Whether "Continue" was asked without an answer.
    pub(crate) is_answer_missing: bool,
    /// Whether everything was deleted, here or in another tab, since this copy opened.
    pub(crate) is_deleted: bool,
    pub(crate) sheet: Sheet,
    /// The kept answers, out of sight while the member answers without keeping.
    pub(crate) set_aside: Option<Sheet>,
    pub(crate) storing: Storing,
    /// The door in front of what is sealed; none if nothing is, or it is open.
    pub(crate) door: Option<Door>,
    pub(crate) sealing: Sealing,
    /// Whether the store was read.
    pub(crate) is_opened: bool,
    pub(crate) writer: WriterId,
    /// How many history entries of ours lie before the present one.
    pub(crate) depth: usize,
    pub(crate) is_warning: bool,
    /// Whether the page was told that this copy holds what no fresh one would have.
    pub(crate) is_held_here: bool,
    /// A copy that was chosen and not loaded yet.
    pub(crate) copy: Option<ChosenCopy>,
    /// The file that was chosen, and why it cannot be loaded.
    pub(crate) copy_problem: Option<(String, CopyProblem)>,
    /// What was loaded last.
    pub(crate) loaded: Option<Loaded>,
    /// Where the page wants answers kept.
    pub(crate) storage: StoragePlace,
    pub(crate) trust_name: String,
    /// Whether the browser clears what a website stored that nobody visits.
    pub(crate) is_forgetful: bool,
    /// How many answers the page was last told of.
    pub(crate) told: usize,
    /// The languages to choose from; none where the page chooses.
    pub(crate) languages: Vec<Offered>,
    /// The tag of a language whose words are on their way.
    pub(crate) language_asked: Option<String>,
    /// Whether the words of a language could not be brought.
    pub(crate) is_language_missing: bool,
}

/// What the place of mounting decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// The name of the store, so that several copies on one page can keep theirs apart.
    pub store: String,
    /// Where answers are kept.
    pub storage: StoragePlace,
    /// Whether title and history are ours.
    pub navigation: Navigation,
    /// Whose board it is, as the page calls it; empty if it does not say.
    pub trust_name: String,
    /// Whether the browser is one that clears what a website stored after seven days without a visit.
    pub is_forgetful: bool,
    /// The languages that the member may choose from; none where there is one, or the page chooses.
    pub languages: Vec<Offered>,
    /// Whether this browser can seal what is stored under a passphrase.
    pub can_seal: bool,
}

impl Settings {
    /// The settings for a page that wants answers kept on the device, in a browser that keeps what it
    /// stores.
    #[must_use]
    pub fn new(store: impl Into<String>, navigation: Navigation) -> Self {
        Self {
            store: store.into(),
            storage: StoragePlace::Device,
            navigation,
            trust_name: String::new(),
            is_forgetful: false,
            languages: Vec::new(),
            can_seal: false,
        }
    }
}

/// Where the page wants answers kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoragePlace {
    /// On this device, until they are deleted.
    Device,
    /// In this tab, until it is closed.
    Tab,
    /// Nowhere.
    Nowhere,
}

impl StoragePlace {
    /// Where answers are then kept, unless the member wants otherwise.
    pub(crate) fn keeping(self) -> Keeping {
        match self {
            StoragePlace::Device => Keeping::Device,
            StoragePlace::Tab => Keeping::Tab,
            StoragePlace::Nowhere => Keeping::MemoryByPage,
        }
    }
}

/// Whether the check may change the page's title and history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Navigation {
    /// The page is ours.
    Page,
    /// The page is somebody else's: leave both alone.
    Contained,
}

/// Where the answers are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// On this device.
    Device,
    /// In this tab, until it is closed.
    Tab,
    /// Nowhere but in memory, because the page wants it so.
    MemoryByPage,
    /// Nowhere but in memory, because the member wants it so.
    MemoryByChoice,
    /// Nowhere but in memory, because the browser gives no store.
    MemoryByForce,
}

impl Keeping {
    /// Whether answers are stored at all.
    #[must_use]
    pub fn is_stored(self) -> bool {
        matches!(self, Keeping::Device | Keeping::Tab)
    }

    /// Whether somebody wants nothing kept, and so nothing in the browser's history either.
    pub(crate) fn leaves_no_trace(self) -> bool {
        matches!(self, Keeping::MemoryByChoice | Keeping::MemoryByPage)
    }
}

impl Model {
    /// A copy that has not read its store yet, and the effect that makes it do so.
    #[must_use]
    pub fn new(
        questionnaire: Arc<Questionnaire>,
        catalogue: Arc<Catalogue>,
        settings: Settings,
    ) -> (Self, Vec<Effect>) {
        let keys = Keys::new(&settings.store, questionnaire.fingerprint());
        let model = Self {
            sheet: Sheet::empty(&questionnaire),
            questionnaire,
            catalogue,
            navigation: settings.navigation,
            screen: Screen::Start,
            journey: Journey::All,
            is_changing: false,
            changed: None,
            asked_from: Screen::Start,
            is_going_back: false,
            is_answer_missing: false,
            is_deleted: false,
            set_aside: None,
            storing: Storing::new(keys, settings.storage.keeping()),
            door: None,
            sealing: Sealing {
                is_possible: settings.can_seal && settings.storage == StoragePlace::Device,
                ..Sealing::default()
            },
            is_opened: false,
            writer: WriterId::default(),
            depth: 0,
            is_warning: false,
            is_held_here: false,
            copy: None,
            copy_problem: None,
            loaded: None,
            storage: settings.storage,
            trust_name: settings.trust_name,
            is_forgetful: settings.is_forgetful,
            told: 0,
            languages: settings.languages,
            language_asked: None,
            is_language_missing: false,
        };
        (model, vec![Effect::Open])
    }

    /// The questionnaire that is being answered.
    #[must_use]
    pub fn questionnaire(&self) -> &Arc<Questionnaire> {
        &self.questionnaire
    }

    /// The interface texts.
    #[must_use]
    pub fn catalogue(&self) -> &Arc<Catalogue> {
        &self.catalogue
    }

    /// The language that is shown, as a BCP 47 tag.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.catalogue.writing().language
    }

    /// The name of the store.
    #[must_use]
    pub fn store(&self) -> &str {
        self.storing.keys().store()
    }

    /// Whose board it is, as the page calls it; empty if it does not say.
    #[must_use]
    pub fn trust_name(&self) -> &str {
        &self.trust_name
    }

    /// The settings that it was made with.
    pub(crate) fn settings(&self) -> Settings {
        Settings {
            store: self.store().to_owned(),
            storage: self.storage,
            navigation: self.navigation,
            trust_name: self.trust_name.clone(),
            is_forgetful: self.is_forgetful,
            languages: self.languages.clone(),
            can_seal: self.sealing.is_possible,
        }
    }

    /// The screen to show.
    #[must_use]
    pub fn screen(&self) -> Screen {
        if self.door.is_some() { Screen::Locked } else { self.screen }
    }

    /// Where the answers are kept.
    #[must_use]
    pub fn keeping(&self) -> Keeping {
        self.storing.keeping()
    }

    /// What is kept on the device: what is shown, or what was set aside while nothing is to be kept.
    pub(crate) fn kept(&self) -> &Sheet {
        self.set_aside.as_ref().unwrap_or(&self.sheet)
    }

    pub(crate) fn kept_mut(&mut self) -> &mut Sheet {
        self.set_aside.as_mut().unwrap_or(&mut self.sheet)
    }
}
