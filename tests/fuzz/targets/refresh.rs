//! A .bib file brought up to date, NUL between its own text, an earlier version and what would be written anew: no entry is lost, and
//! what is up to date stays as it is.

#![no_main]

use std::collections::BTreeSet;

use libfuzzer_sys::fuzz_target;
use refmend::{
    adoption::{Request, refresh},
    bibtex::File,
};

fuzz_target!(|text: &str| {
    let mut parts = text.split('\0');
    let mut part = || parts.next().unwrap_or_default();
    let (own, earlier, fresh) = (part(), part(), part());
    let request = |own, prune| Request {
        own,
        earlier: vec![earlier.to_owned()],
        fresh,
        cited: BTreeSet::from(["a".to_owned()]),
        prune,
        ..Request::default()
    };
    refresh(&request(own, true));
    let Some(done) = refresh(&request(own, false)) else {
        return;
    };
    let (was, now) = (File::read(own), File::read(done.text.as_str()));
    let keys = (0..was.entries.len()).map(|idx| was.key(idx));
    for key in keys.filter(|key| !key.is_empty()) {
        assert!(now.find(key).is_some(), "{key} is lost");
    }
    if done.added.is_empty() && done.taken.is_empty() {
        assert_eq!(done.text, own);
    }
    // Of an entry without a key nobody can say whether it is there.
    if done.added.iter().all(|key| !key.is_empty()) {
        let again = refresh(&request(&done.text, false));
        let again = again.expect("what was written can be brought up to date");
        assert_eq!(again.taken, [], "what was taken over is there");
        assert_eq!(again.text, done.text);
    }
});
