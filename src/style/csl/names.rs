//! Equal family names told apart in citations, which the processor does within one citation only.

use std::collections::{HashMap, HashSet};

use hayagriva::citationberg::{
    DisambiguationRule, IndependentStyle,
    json::{Item, NameItem, NameValue, Value as Field},
};

use super::item::Prepared;

/// Gives those first authors initials or given names, as part of their family names, whose family names are also those of other first
/// authors (CSL 1.0.2, `givenname-disambiguation-rule`: all rules but `by-cite` ask for it wherever a name appears).
pub(super) fn tell_apart(works: &mut [Prepared], style: &IndependentStyle) {
    let citation = &style.citation;
    let rule = citation.givenname_disambiguation_rule;
    if !citation.disambiguate_add_givenname || rule == DisambiguationRule::ByCite {
        return;
    }
    let given = given_names(works);
    for work in works {
        let Some(first) = first_author(&mut work.item) else {
            continue;
        };
        let Some(own) = first.given.clone() else {
            continue;
        };
        let Some(others) = given.get(&first.family).filter(|others| others.len() > 1) else {
            continue;
        };
        let short = initials(&own);
        let is_enough = others
            .iter()
            .all(|other| *other == own || initials(other) != short);
        let allows_whole = rule.allows_full_first_names();
        if is_enough {
            first.family = format!("{short} {}", first.family);
        } else if allows_whole {
            first.family = format!("{own} {}", first.family);
        }
    }
}

/// The given names that first authors of a family name have.
fn given_names(works: &mut [Prepared]) -> HashMap<String, HashSet<String>> {
    let mut given: HashMap<String, HashSet<String>> = HashMap::new();
    for work in works {
        if let Some(first) = first_author(&mut work.item) {
            let own = first.given.clone().unwrap_or_default();
            given.entry(first.family.clone()).or_default().insert(own);
        }
    }
    given
}

fn first_author(item: &mut Item) -> Option<&mut NameItem> {
    let name = ["author", "editor"]
        .into_iter()
        .find(|name| item.0.contains_key(*name))?;
    match item.0.get_mut(name)? {
        Field::Names(names) => match names.first_mut()? {
            NameValue::Item(name) => Some(name),
            NameValue::Literal(_) => None,
        },
        _ => None,
    }
}

/// `Anna-Maria Luise` as `A.-M. L.`
fn initials(given: &str) -> String {
    let words = given
        .split_whitespace()
        .filter(|word| word.starts_with(char::is_alphabetic));
    let words = words.map(|word| {
        let parts = word.split('-').filter_map(|part| part.chars().next());
        parts
            .map(|first| format!("{first}."))
            .collect::<Vec<_>>()
            .join("-")
    });
    words.collect::<Vec<_>>().join(" ")
}
