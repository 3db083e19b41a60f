//! A file that is chosen as a copy: what is accepted can be looked at and loaded in both ways, and is
//! then in the store. `FINGERPRINT` in the input stands for that of the questionnaire.
#![no_main]

use assessment::app::{Loading, MemoryStore, Message, Screen, view};
use assessment::persist::{Keys, SavedCopy};
use fuzz::{QUESTIONNAIRE, STORE, Visit, mutate};
use libfuzzer_sys::{fuzz_mutator, fuzz_target};

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    mutate(data, size, max_size, seed)
});

fuzz_target!(|input: &str| {
    let text = input.replace("FINGERPRINT", &QUESTIONNAIRE.fingerprint().to_string());
    let keys = Keys::new(STORE, QUESTIONNAIRE.fingerprint());
    let is_copy = SavedCopy::read(&text, &keys, &QUESTIONNAIRE).is_ok();
    for loading in [Loading::Adding, Loading::Replacing] {
        let mut visit = Visit::open(QUESTIONNAIRE.clone(), MemoryStore::default());
        visit.send(Message::AllElementsChosen);
        visit.send(Message::ScreenAsked(Screen::YourData));
        let before = visit.store.clone();
        visit.send(Message::CopyChosen { file: "copy.json".into(), text: Ok(text.clone()) });
        assert_eq!(visit.model.screen() == Screen::LoadCopy, is_copy);
        assert_eq!(visit.store, before, "choosing a copy changes nothing");
        visit.send(Message::CopyAccepted(loading));
        visit.look_around();
        let shown = view::check(&visit.model);
        let reopened = Visit::open(QUESTIONNAIRE.clone(), visit.store);
        assert_eq!(view::check(&reopened.model), shown, "what was loaded is stored");
    }
});
