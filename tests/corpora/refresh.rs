//! Real .bib files brought up to date.

use std::collections::BTreeSet;

use refmend::adoption::{Request, refresh};

use super::{bib_files, shared, text};

/// Larger files are left out, for time.
const MAX_BYTES: usize = 400_000;

#[test]
fn what_is_up_to_date_stays_as_it_is() {
    let Some(folder) = shared("bib/corpus") else {
        return;
    };
    let mut paths = Vec::new();
    bib_files(&folder, &mut paths);
    let mut n_files = 0;
    for path in &paths {
        let text = text(path);
        if text.len() > MAX_BYTES {
            continue;
        }
        let request = Request {
            own: &text,
            earlier: vec![text.clone()],
            fresh: &text,
            cited: BTreeSet::from(["*".to_owned()]),
            ..Request::default()
        };
        let done = refresh(&request);
        let done = done.unwrap_or_else(|| panic!("{} would lose an entry", path.display()));
        // Of an entry without a key nobody can say whether it is there.
        if done.added.iter().all(|key| !key.is_empty()) {
            assert_eq!(done.text, text, "{}", path.display());
            assert!(done.taken.is_empty() && done.kept.is_empty());
        }
        n_files += 1;
    }
    println!("{n_files} files are as they were");
    assert!(n_files > 0);
}
