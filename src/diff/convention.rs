//! When two values that are not the same letter by letter say the same.

use crate::{
    linkage::entry::is_shortened,
    work::{Issued, fold::fold, normal_doi, normal_isbn},
};

/// Whether two texts are the same but for their spaces, which scans and line ends put in and take out.
pub(super) fn texts(ours: &str, theirs: &str) -> bool {
    squeezed(ours) == squeezed(theirs)
}

/// Whether two titles say the same: also where one of them leaves out the subtitle.
pub(super) fn titles(ours: &str, theirs: &str) -> bool {
    let leaves_out = |short: &str, long: &str| {
        let main = long.split_once(": ").map(|(main, _)| main);
        !short.contains(": ") && main.is_some_and(|main| squeezed(main) == squeezed(short))
    };
    texts(ours, theirs) || leaves_out(ours, theirs) || leaves_out(theirs, ours)
}

/// Whether two journals, books or series are the same: abbreviated word by word, by initials, or with an article or place more.
pub(super) fn containers(ours: &str, theirs: &str) -> bool {
    let and = |text: &str| fold(&text.replace('&', " and "));
    let (ours_folded, theirs_folded) = (and(ours), and(theirs));
    texts(ours, theirs)
        || is_abbreviated(&ours_folded, &theirs_folded)
        || is_abbreviated(&theirs_folded, &ours_folded)
}

/// Whether a folded text is a short form of another.
fn is_abbreviated(short: &str, long: &str) -> bool {
    let initials: String = long
        .split(' ')
        .filter(|word| !is_small(word))
        .filter_map(|word| word.chars().next())
        .collect();
    is_shortened(short, long) || (short.len() >= 2 && initials == short)
}

/// Whether a word is left out of abbreviations.
fn is_small(word: &str) -> bool {
    matches!(
        word,
        "a" | "and" | "for" | "in" | "of" | "on" | "the" // en
            | "de" | "del" | "el" | "la" | "las" | "los" | "y" // es
            | "der" | "die" | "das" | "des" | "fur" | "und" // de
            | "et" | "le" | "les" | "du" // fr
            | "da" | "do" | "dos" | "e" // pt
            | "di" | "della" // it
    )
}

/// Whether two publishers are the same, or one of them names one of the other's.
pub(super) fn publishers(ours: &str, theirs: &str) -> bool {
    let (own, other) = (publisher_parts(ours), publisher_parts(theirs));
    own.iter().any(|own| {
        other
            .iter()
            .any(|other| is_shortened(own, other) || is_shortened(other, own))
    })
}

/// The publishers that a field names, folded, without the words that say what kind of company it is.
fn publisher_parts(text: &str) -> Vec<String> {
    let text = text.replace('&', " and ");
    text.split([';', '/', ','])
        .flat_map(|part| part.split(" and "))
        .map(|part| {
            let folded = fold(part);
            let words: Vec<_> = folded
                .split(' ')
                .filter(|word| !is_company_word(word))
                .collect();
            words.join(" ")
        })
        .filter(|part| !part.is_empty())
        .collect()
}

/// Whether a word says what kind of company a publisher is.
fn is_company_word(word: &str) -> bool {
    matches!(
        word,
        "and" | "the" | "book" | "books" | "co" | "company" | "corp" | "corporation" | "group" | "inc"
            | "international" | "limited" | "llc" | "ltd" | "plc" | "press" | "pub" | "publications"
            | "publisher" | "publishers" | "publishing" | "sons" | "us" | "usa" | "uk" // en
            | "ag" | "gmbh" | "kg" | "verlag" // de
            | "edicion" | "ediciones" | "editora" | "editorial" | "editores" | "sa" // es, pt
            | "editions" | "edizioni" | "editore" | "editrice" // fr, it
            | "bv" | "uitgeverij" // nl
    )
}

/// Whether two places are the same, or one of them is more exact: `Cambridge` and `Cambridge, MA`.
pub(super) fn places(ours: &str, theirs: &str) -> bool {
    let parts = |text: &str| -> Vec<String> {
        text.split([',', ';', '/'])
            .flat_map(|part| part.split(" and "))
            .map(fold)
            .filter(|part| !part.is_empty())
            .collect()
    };
    let (own, other) = (parts(ours), parts(theirs));
    own.first().is_some_and(|own| other.contains(own))
        || other.first().is_some_and(|other| own.contains(other))
}

/// Whether two dates are the same as far as both go, or one is the year in which the work first came out.
pub(super) fn dates(ours: &Issued, theirs: &Issued) -> bool {
    let (Some(own), Some(other)) = (ours.date, theirs.date) else {
        return true;
    };
    let original = ours.original == Some(other.year) || theirs.original == Some(own.year);
    let agrees =
        |own: Option<u8>, other: Option<u8>| own.is_none() || other.is_none() || own == other;
    original
        || (own.year == other.year && agrees(own.month, other.month) && agrees(own.day, other.day))
}

/// Whether two volumes or issues are the same number; words around it do not count.
pub(super) fn numbers(ours: &str, theirs: &str) -> bool {
    let digits = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_ascii_digit())
            .map(|digits| digits.trim_start_matches('0').to_owned())
            .filter(|digits| !digits.is_empty())
            .collect()
    };
    let (own, other) = (digits(ours), digits(theirs));
    !own.is_empty() && own == other
}

/// Whether two editions are the same: `2`, `2nd ed.` and `second edition`.
pub(super) fn editions(ours: &str, theirs: &str) -> bool {
    let number = |text: &str| -> Option<u32> {
        let folded = fold(text);
        folded.split(' ').find_map(|word| {
            let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok().or_else(|| ordinal(word))
        })
    };
    number(ours).is_some_and(|own| number(theirs) == Some(own))
}

/// The number that a word stands for, folded.
fn ordinal(word: &str) -> Option<u32> {
    Some(match word {
        "first" | "erste" | "primera" | "premiere" | "primeira" | "prima" => 1,
        "second" | "zweite" | "segunda" | "deuxieme" | "seconda" => 2,
        "third" | "dritte" | "tercera" | "troisieme" | "terceira" | "terza" => 3,
        "fourth" | "vierte" | "cuarta" | "quatrieme" | "quarta" => 4,
        "fifth" | "funfte" | "quinta" | "cinquieme" => 5,
        "sixth" | "sechste" | "sexta" | "sixieme" | "sesta" => 6,
        _ => return None,
    })
}

/// Whether two page ranges are the same: shortened at the end (`407-43`), or given by the first page alone.
pub(super) fn pages(ours: &str, theirs: &str) -> bool {
    let ends = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|part| part.contains(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
            .collect()
    };
    let (own, other) = (ends(ours), ends(theirs));
    match (own.as_slice(), other.as_slice()) {
        ([own], [other, ..]) | ([own, ..], [other]) => own == other,
        ([own_first, own_last], [first, last]) => {
            own_first == first && full_page(first, own_last) == full_page(first, last)
        }
        _ => own == other && !own.is_empty(),
    }
}

/// The last page of a range in full: `43` behind `407` is `443`.
fn full_page(first: &str, last: &str) -> String {
    let missing = first.len().saturating_sub(last.len());
    match first.get(..missing) {
        Some(start) if last.bytes().all(|byte| byte.is_ascii_digit()) => format!("{start}{last}"),
        _ => last.to_owned(),
    }
}

/// Whether two ISBNs are of the same book, with ten digits or thirteen.
pub(super) fn isbns(ours: &str, theirs: &str) -> bool {
    normal_isbn(ours).is_some_and(|own| normal_isbn(theirs) == Some(own))
}

/// Whether two DOIs are the same.
pub(super) fn dois(ours: &str, theirs: &str) -> bool {
    normal_doi(ours).is_some_and(|own| normal_doi(theirs) == Some(own))
}

/// Whether two addresses are the same but for their scheme, `www` and a slash at the end.
pub(super) fn addresses(ours: &str, theirs: &str) -> bool {
    let bare = |address: &str| -> String {
        let address = address.trim().to_lowercase();
        let address = address
            .split_once("://")
            .map_or(address.as_str(), |(_, rest)| rest);
        let address = address.strip_prefix("www.").unwrap_or(address);
        address.trim_end_matches('/').to_owned()
    };
    bare(ours) == bare(theirs)
}

/// A text folded and without spaces; `&` is `and`.
fn squeezed(text: &str) -> String {
    fold(&text.replace('&', " and ")).replace(' ', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(same: fn(&str, &str) -> bool, alike: &[(&str, &str)], unlike: &[(&str, &str)]) {
        for (ours, theirs) in alike {
            assert!(same(ours, theirs), "{ours} is {theirs}");
            assert!(same(theirs, ours), "{theirs} is {ours}");
        }
        for (ours, theirs) in unlike {
            assert!(!same(ours, theirs), "{ours} is not {theirs}");
        }
    }

    #[test]
    fn publishers_in_all_their_forms() {
        check(
            publishers,
            &[
                ("Henry Holt and Co.", "Henry Holt"),
                ("Henry Holt & Company", "Metropolitan Books / Henry Holt"),
                ("Princeton University Press", "Princeton"),
                ("Verlag C. H. Beck", "C. H. Beck"),
            ],
            &[
                ("Pantheon Books", "Henry Holt"),
                ("Oxford University Press", "Cambridge University Press"),
                (
                    "University of Chicago Press",
                    "University of California Press",
                ),
            ],
        );
    }

    #[test]
    fn journals_in_all_their_forms() {
        check(
            containers,
            &[
                ("Am. Econ. Rev.", "American Economic Review"),
                (
                    "The Hispanic American Historical Review",
                    "Hispanic American Historical Review",
                ),
                ("PNAS", "Proceedings of the National Academy of Sciences"),
            ],
            &[(
                "American Economic Review",
                "American Political Science Review",
            )],
        );
    }

    #[test]
    fn titles_pages_and_numbers() {
        check(
            titles,
            &[
                ("El Narco", "El Narco: Inside a Story"),
                ("detec- tion", "Detection"),
                ("Law & Order", "Law and Order"),
            ],
            &[("El Narco: One", "El Narco: Two")],
        );
        check(
            pages,
            &[("407-43", "407-443"), ("407", "407-443"), ("e12", "e12")],
            &[("407-443", "408-443"), ("407-53", "407-443")],
        );
        check(
            numbers,
            &[("No. 3", "3"), ("03", "3")],
            &[("3", "4"), ("a", "b")],
        );
        check(
            editions,
            &[("2", "2nd ed."), ("Second edition", "2")],
            &[("2", "3"), ("rev.", "2")],
        );
    }

    #[test]
    fn places_and_addresses() {
        check(
            places,
            &[("Cambridge", "Cambridge, MA")],
            &[("London", "New York")],
        );
        check(
            addresses,
            &[("https://www.x.org/a/", "http://x.org/a")],
            &[("https://x.org/a", "https://x.org/b")],
        );
    }
}
