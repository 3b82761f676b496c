//! A paper's .bib and what a master has become.

use proptest::prelude::*;

use super::*;

const OWN: &str = "% The sources.
@book{bread,
  author = {Brandt, Karin},
  title = {The Price of Bread},
  year = 2011,
  abstract = {Mine.},
}

% Not in the master.
@misc{note, title = {A Note}, crossref = {set}}

@book{set, title = {A Set}}
";

const FRESH: &str = "@string{hp = {Harbour Press}}

@book{bread,
  author    = {Brandt, Karin},
  title     = {The Price of {Bread}},
  publisher = hp,
  date      = {2012},
  abstract  = {Theirs.},
}

@book{salt,
  title     = {Salt},
  publisher = hp,
}
";

fn request<'a>(own: &'a str, earlier: &[&str]) -> Request<'a> {
    Request {
        own,
        earlier: earlier.iter().map(|text| (*text).to_owned()).collect(),
        fresh: FRESH,
        ..Request::default()
    }
}

fn refreshed(request: &Request) -> Refreshed {
    refresh(request).expect("no entry is lost")
}

/// Differences as `key field: ours > theirs`.
fn shown(differences: &[(String, Change)]) -> Vec<String> {
    let value = |value: &Option<String>| value.clone().unwrap_or_default();
    let line = |(key, change): &(String, Change)| {
        let (ours, theirs) = (value(&change.ours), value(&change.theirs));
        format!("{key} {}: {ours} > {theirs}", change.field)
    };
    differences.iter().map(line).collect()
}

const PUBLISHER: &str = "bread publisher:  > Harbour Press";
const YEAR: &str = "bread date: 2011 > 2012";

#[test]
fn without_an_earlier_version_own_values_stay() {
    let done = refreshed(&request(OWN, &[]));
    assert_eq!(done.added, ["salt"]);
    assert_eq!(shown(&done.taken), [PUBLISHER]);
    assert_eq!(shown(&done.kept), [YEAR]);
    assert_eq!(done.unused, ["note", "set"]);
    let salt = "@book{salt,\n  title     = {Salt},\n  publisher = hp,\n}\n\n";
    let expected = OWN
        .replace("{Mine.},", "{Mine.},\n  publisher = {Harbour Press},")
        .replace("@book{bread", "@string{hp = {Harbour Press}}\n@book{bread")
        .replace("@book{set", &format!("{salt}@book{{set"));
    assert_eq!(done.text, expected);
}

#[test]
fn what_is_as_it_was_committed_follows_the_master() {
    let done = refreshed(&request(OWN, &[OWN]));
    assert_eq!(shown(&done.taken), [PUBLISHER, YEAR]);
    assert!(done.text.contains("  year = 2012,\n"), "{}", done.text);
    assert!(done.text.contains("{The Price of Bread}"));
    let again = refreshed(&Request {
        own: &done.text,
        earlier: vec![OWN.to_owned()],
        fresh: FRESH,
        ..Request::default()
    });
    assert_eq!(again.text, done.text);
    assert!(again.taken.is_empty() && again.added.is_empty());
}

#[test]
fn what_was_changed_here_stays() {
    let changed = OWN.replace("2011", "2010");
    let kept = ["bread date: 2010 > 2012"];
    // Not committed yet.
    assert_eq!(shown(&refreshed(&request(&changed, &[OWN])).kept), kept);
    // Committed, and it was before as the master has it.
    let before = OWN.replace("2011", "2012");
    let earlier = [changed.as_str(), &before];
    assert_eq!(shown(&refreshed(&request(&changed, &earlier)).kept), kept);
}

#[test]
fn what_was_taken_out_here_stays_out() {
    let before = OWN.replace("2011,", "2011,\n  publisher = {Harbour},");
    let done = refreshed(&request(OWN, &[OWN, &before]));
    assert_eq!(shown(&done.taken), [YEAR]);
    assert_eq!(shown(&done.kept), [PUBLISHER]);
}

#[test]
fn entries_made_from_references_change_nothing() {
    let mut request = request(OWN, &[OWN]);
    request.made = ["bread", "salt"].map(str::to_owned).into();
    let done = refreshed(&request);
    assert_eq!(done.added, ["salt"]);
    assert!(done.taken.is_empty() && done.kept.is_empty());
}

#[test]
fn an_entry_under_another_key_is_the_same_work() {
    let own = OWN
        .replace("{bread,", "{brandt2011,")
        .replace("= 2011", "= 2012");
    let done = refreshed(&request(&own, &[]));
    assert_eq!(done.added, ["salt"]);
    assert_eq!(
        shown(&done.taken),
        ["brandt2011 publisher:  > Harbour Press"]
    );
    let mut request = request(&own, &[]);
    request.cited = ["bread".to_owned()].into();
    assert_eq!(refreshed(&request).added, ["bread", "salt"]);
}

#[test]
fn unused_entries_go_only_when_asked_for() {
    let mut request = request(OWN, &[]);
    request.prune = true;
    let done = refreshed(&request);
    assert_eq!(done.unused, ["note", "set"]);
    assert!(!done.text.contains("{note") && !done.text.contains("{set"));
    assert!(done.text.contains("% Not in the master.\n"));
    // A parent of what is used is used.
    request.cited = ["note".to_owned()].into();
    let done = refreshed(&request);
    assert!(done.unused.is_empty());
    assert!(done.text.contains("{note") && done.text.contains("{set"));
}

#[test]
fn a_macro_of_another_meaning_is_not_used() {
    let own = "@string{HP = {Hill Press}}\r\n@book{a, publisher = HP}\r\n";
    let done = refreshed(&request(own, &[]));
    assert!(done.text.starts_with(own));
    assert!(!done.text.contains("publisher = hp"), "{}", done.text);
    assert!(done.text.contains("= {Harbour Press}"), "{}", done.text);
}

#[test]
fn nothing_is_as_good_as_an_empty_file() {
    let done = refreshed(&request("", &[]));
    assert_eq!(done.added, ["bread", "salt"]);
    assert_eq!(File::read(done.text.as_str()).entries.len(), 2);
    assert!(done.text.contains("@string{hp"));
}

proptest! {
    #[test]
    fn nothing_is_lost_and_twice_is_once(
        own in "(@book\\{[a-d],( title=\\{[AB]\\},)?( year=199[01],)?( crossref=\\{[ab]\\})?\\}\n| % c\n|@string\\{x=\\{[yz]\\}\\}\n|\n| @book\\{a, title=\\{|\"){0,6}",
        fresh in "@string\\{x=\\{[yz]\\}\\}\n(@book\\{[a-f],( title=\\{[ABC]\\},)?( author=\\{D, E\\},)?( year=199[0-2],)?( publisher=x,)?( crossref=\\{[ab]\\})?\\}\n){0,4}",
        cited in "[a-d]?",
        is_committed in any::<bool>(),
    ) {
        let earlier: Vec<String> = is_committed.then(|| own.clone()).into_iter().collect();
        let refreshed = |own: &str| refresh(&Request {
            own,
            earlier: earlier.clone(),
            fresh: &fresh,
            cited: [cited.clone()].into(),
            ..Request::default()
        });
        let Some(done) = refreshed(&own) else {
            return Ok(());
        };
        let (before, after) = (File::read(own.as_str()), File::read(done.text.as_str()));
        for idx in 0..before.entries.len() {
            let key = before.key(idx);
            prop_assert!(key.is_empty() || after.find(key).is_some(), "{} is gone:\n{}", key, done.text);
        }
        let again = refreshed(&done.text).map(|done| done.text);
        prop_assert_eq!(again, Some(done.text));
    }
}
