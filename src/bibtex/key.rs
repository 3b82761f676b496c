//! Keys that people can read: `kinzer2016`, and `kinzer2016a`, `kinzer2016b` where two works share one.

use std::collections::{BTreeMap, HashSet};

use crate::work::{Contributors, Name, Status, Work, fold::fold};

/// How many words of an organisation's name or of a title go into a key.
const WORDS: usize = 3;

/// Makes a key for each work, none of them taken and no two alike.
///
/// A key depends on the work and on the works that share its name and year, not on their order: they get their letters by printed
/// letter, date and title.
///
/// # Panics
/// Never: there is always another letter.
pub fn keys(works: &[&Work], taken: impl Fn(&str) -> bool) -> Vec<String> {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, work) in works.iter().enumerate() {
        groups.entry(stem(work)).or_default().push(idx);
    }
    let mut keys = vec![String::new(); works.len()];
    let mut used = HashSet::new();
    for (stem, mut group) in groups {
        group.sort_by_cached_key(|&idx| order(works[idx]));
        let alone = group.len() == 1 && works[group[0]].issued.suffix.is_none();
        let mut lettered = (0..).map(|number| format!("{stem}{}", letters(number)));
        for idx in group {
            let plain = alone.then(|| stem.clone());
            let printed = works[idx]
                .issued
                .suffix
                .map(|letter| format!("{stem}{letter}"));
            let key = plain
                .into_iter()
                .chain(printed)
                .chain(lettered.by_ref())
                .find(|key| !taken(key) && !used.contains(key))
                .expect("there is always another letter");
            used.insert(key.clone());
            keys[idx] = key;
        }
    }
    keys
}

/// The keys that a work is likely to get, whatever is taken: plain, and with each letter.
pub fn possible_keys(work: &Work) -> Vec<String> {
    let stem = stem(work);
    let lettered = (0..26).map(|number| format!("{stem}{}", letters(number)));
    std::iter::once(stem.clone()).chain(lettered).collect()
}

/// What works of one stem are sorted by: those with a printed letter first.
fn order(work: &Work) -> impl Ord + use<> {
    let suffix = work.issued.suffix;
    let title = fold(work.title.as_deref().unwrap_or_default());
    (suffix.is_none(), suffix, work.issued.date, title)
}

/// `a` to `z`, then `aa`, `ab` and so on.
fn letters(number: usize) -> String {
    let last = char::from(b'a' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        rest => format!("{}{last}", letters(rest - 1)),
    }
}

/// A key without the letter that tells it from others.
fn stem(work: &Work) -> String {
    let title = || words(work.title.as_deref().unwrap_or_default());
    let name = [creator(work.creators()), title()]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| "work".to_owned());
    format!("{name}{}", year(work))
}

/// The name that a work is filed under, in small ASCII letters.
fn creator(creators: &Contributors) -> String {
    match creators.names.first() {
        Some(Name::Person(person)) => ascii(&fold(&person.family)),
        Some(Name::Organisation { literal }) => words(literal),
        None => String::new(),
    }
}

/// The first words of a text that say something, in small ASCII letters.
fn words(text: &str) -> String {
    // `U.S.` is one word.
    let folded = fold(&text.replace('.', ""));
    folded
        .split(' ')
        .filter(|word| !is_small(word))
        .map(ascii)
        .filter(|word| !word.is_empty())
        .take(WORDS)
        .collect()
}

/// The ASCII letters and digits of a folded text.
fn ascii(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Whether a word says nothing in a key: articles and the commonest prepositions.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "and" | "by" | "for" | "from" | "in" | "of" | "on" | "the" | "to" | "with" // en
            | "das" | "dem" | "der" | "des" | "die" | "ein" | "eine" | "im" | "und" | "von" | "zur" // de
            | "al" | "de" | "del" | "el" | "en" | "la" | "las" | "los" | "un" | "una" | "y" // es
            | "au" | "aux" | "dans" | "du" | "et" | "le" | "les" | "une" // fr
            | "da" | "do" | "dos" | "e" | "em" | "o" | "os" | "um" | "uma" // pt
            | "della" | "di" | "gli" | "il" | "lo" // it
            | "het" | "van" // nl
    )
}

/// The year, or what stands for it.
fn year(work: &Work) -> String {
    match (work.issued.date, work.issued.status) {
        (Some(date), _) => date.year.to_string(),
        (None, status) => {
            let state = status.and_then(Status::pubstate);
            state.unwrap_or("nd").to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::strategy::Strategy;

    use super::*;
    use crate::work::Issued;

    fn work(author: Option<Name>, year: Option<i32>, title: &str) -> Work {
        Work {
            authors: Contributors::new(author.into_iter().collect()),
            issued: year.map(Issued::year).unwrap_or_default(),
            title: Some(title.to_owned()),
            ..Work::default()
        }
    }

    fn check(works: &[Work], expected: &[&str]) {
        let works: Vec<_> = works.iter().collect();
        assert_eq!(keys(&works, |key| key == "taken1999"), expected);
    }

    #[test]
    fn names_and_years_make_keys() {
        check(
            &[
                work(Some(Name::person("Kinzer", "S.")), Some(2016), "T"),
                work(Some(Name::person("López Obrador", "")), Some(2019), "T"),
                work(
                    Some(Name::organisation("U.S. Department of State")),
                    Some(2024),
                    "T",
                ),
                work(None, Some(2001), "The Making of a Global Drug Trade"),
                work(Some(Name::person("Müller", "A.")), None, "T"),
                work(Some(Name::person("王", "磊")), Some(2003), "书"),
                work(Some(Name::person("Taken", "A.")), Some(1999), "T"),
            ],
            &[
                "kinzer2016",
                "lopezobrador2019",
                "usdepartmentstate2024",
                "makingglobaldrug2001",
                "mullernd",
                "work2003",
                "taken1999a",
            ],
        );
    }

    #[test]
    fn letters_do_not_depend_on_the_order() {
        let name = || Some(Name::person("Lee", "A."));
        let (second, first) = (
            work(name(), Some(2010), "Zoo"),
            work(name(), Some(2010), "Ape"),
        );
        check(&[second.clone(), first.clone()], &["lee2010b", "lee2010a"]);
        check(&[first, second], &["lee2010a", "lee2010b"]);
    }

    #[test]
    fn a_printed_letter_is_kept() {
        let mut printed = work(Some(Name::person("Lee", "A.")), Some(2010), "Zoo");
        printed.issued.suffix = Some('b');
        let other = work(Some(Name::person("Lee", "A.")), Some(2010), "Ape");
        check(&[printed.clone()], &["lee2010b"]);
        check(&[other, printed], &["lee2010a", "lee2010b"]);
    }

    #[test]
    fn letters_go_on() {
        assert_eq!(letters(0), "a");
        assert_eq!(letters(25), "z");
        assert_eq!(letters(26), "aa");
    }

    proptest::proptest! {
        #[test]
        fn a_work_keeps_its_key_wherever_it_stands(
            (works, order) in proptest::collection::vec(
                ("[A-C]", 2000..2003i32, "[a-d]{1,2}"), 1..12
            ).prop_flat_map(|works| {
                let order: Vec<usize> = (0..works.len()).collect();
                (proptest::strategy::Just(works), proptest::strategy::Just(order).prop_shuffle())
            })
        ) {
            let works: Vec<Work> = (works.iter())
                .map(|(family, year, title)| {
                    work(Some(Name::person(family, "A.")), Some(*year), title)
                })
                .collect();
            let shuffled: Vec<&Work> = order.iter().map(|idx| &works[*idx]).collect();
            let before = keys(&works.iter().collect::<Vec<_>>(), |_| false);
            let after = keys(&shuffled, |_| false);
            // Works that are alike in all respects may change their keys among each other.
            for (place, idx) in order.iter().enumerate() {
                let is_alike = |key: &String| {
                    let found = before.iter().position(|other| other == key);
                    found.is_some_and(|found| works[found] == works[*idx])
                };
                proptest::prop_assert!(is_alike(&after[place]), "{} {before:?} {after:?}", place);
            }
        }
    }
}
