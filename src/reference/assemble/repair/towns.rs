//! Towns of publishers that were taken for a publisher or a host.

use super::{super::Words, Label, next_run};
use crate::work::fold::fold;

/// Towns that bring out books, folded, sorted; none of them is also the name of a journal or of a house.
#[rustfmt::skip]
const TOWNS: &[&str] = &[
    "amsterdam", "ann arbor", "antwerpen", "athens", "baden baden", "barcelona", "basel", "belo horizonte", "berkeley", "berlin",
    "bern", "bielefeld", "bogota", "bologna", "bonn", "brasilia", "bremen", "bruxelles", "budapest", "buenos aires", "campinas",
    "caracas", "chapel hill", "copenhagen", "darmstadt", "den haag", "dordrecht", "dresden", "dublin", "dusseldorf", "edinburgh",
    "erlangen", "essen", "firenze", "florence", "frankfurt", "frankfurt am main", "freiburg", "geneva", "geneve", "gottingen",
    "graz", "hamburg", "hannover", "heidelberg", "helsinki", "hildesheim", "hong kong", "innsbruck", "jena", "jerusalem",
    "kiel", "kobenhavn", "koln", "konstanz", "la habana", "lausanne", "leipzig", "leuven", "lima", "lisboa", "lisbon", "london",
    "los angeles", "lund", "madrid", "mainz", "marburg", "mexico", "milan", "milano", "montevideo", "montreal", "moskva",
    "munchen", "munich", "munster", "napoli", "new delhi", "new haven", "new york", "nurnberg", "opladen", "oslo", "ottawa",
    "paderborn", "padova", "palermo", "paris", "philadelphia", "porto", "porto alegre", "potsdam", "praha", "quito",
    "recife", "regensburg", "rio de janeiro", "rom", "roma", "rotterdam", "salamanca", "salvador", "santiago", "santiago de chile",
    "sao paulo", "sevilla", "stockholm", "stuttgart", "sydney", "tokyo", "torino", "toronto", "trier", "tubingen", "turin",
    "uppsala", "utrecht", "valencia", "venezia", "washington", "wien", "wiesbaden", "zurich",
];

/// `Title. Bonn.`: a town alone is the place, where no other is named.
pub(super) fn place_towns(words: &mut Words) {
    if words.labels.contains(&Label::Location) {
        return;
    }
    let is_numbered = words
        .labels
        .iter()
        .any(|label| matches!(label, Label::Volume | Label::Issue | Label::Pages));
    for label in [Label::Publisher, Label::Container] {
        // What has volumes and pages is a journal, or stands in a book.
        if label == Label::Container && is_numbered {
            continue;
        }
        let Some(run) = next_run(words, 0, label) else {
            continue;
        };
        let is_only = next_run(words, run.end, label).is_none();
        if is_only && run.len() <= 4 && is_town(words, run.start, run.end) {
            words.labels[run].fill(Label::Location);
            return;
        }
    }
}

/// Whether some words are the name of a town.
fn is_town(words: &Words, start: usize, end: usize) -> bool {
    let printed = (start..end).map(|idx| words.printed(idx));
    let name = fold(&printed.collect::<Vec<_>>().join(" "));
    TOWNS.binary_search(&name.as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::{super::super::letters, *};

    #[track_caller]
    fn check(text: &str, before: &str, after: &str) {
        letters::check(place_towns, text, before, after);
    }

    #[test]
    fn a_town_alone_is_the_place() {
        check("Brot. Bonn.", "tp", "tl");
        check("Brot. Wiesbaden.", "tc", "tl");
        check("Brot. Rio de Janeiro.", "tppp", "tlll");
        check("Brot. Suhrkamp.", "tp", "tp");
        check("Brot. Berlin: Bonn.", "tlp", "tlp");
        check("Brot. Berlin 12, 3-4.", "tcvss", "tcvss");
    }

    #[test]
    fn towns_are_sorted() {
        assert!(TOWNS.is_sorted());
    }
}
