//! Where entries name others by key.

use super::File;
use crate::span::Span;

/// The fields whose values are keys (the biblatex manual, section 2.2.3).
const FIELDS: [&str; 5] = ["crossref", "xref", "xdata", "related", "entryset"];

impl File {
    /// Where an entry names others by key: in `crossref`, `xdata` and the like.
    pub fn links(&self, idx: usize) -> Vec<Span> {
        let text = self.text();
        let fields = self.entries[idx].fields.iter().filter(|field| {
            let name = field.name.slice(text);
            FIELDS.iter().any(|link| name.eq_ignore_ascii_case(link))
        });
        fields
            .flat_map(|field| keys_within(field.value, text))
            .collect()
    }

    /// Where a key stands: at its entries, and in the fields that name them.
    pub fn places_of_key(&self, key: &str) -> Vec<Span> {
        let own = |idx: usize| std::iter::once(self.entries[idx].key).chain(self.links(idx));
        (0..self.entries.len())
            .flat_map(own)
            .filter(|span| span.slice(self.text()) == key)
            .collect()
    }
}

/// The keys in a value, divided by commas.
fn keys_within(value: Span, text: &str) -> Vec<Span> {
    let within = value.slice(text);
    let mut start = value.start;
    let mut keys = Vec::new();
    for part in within.split_inclusive([',', '{', '}', '"']) {
        let key = part.trim_end_matches([',', '{', '}', '"']);
        keys.push(Span::new(start, start + key.len()).trim(text));
        start += part.len();
    }
    keys.retain(|key| !key.is_empty());
    keys
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_stands_at_its_entry_and_where_others_name_it() {
        let text = "@book{a, title = {a}}\n@inbook{b, crossref = {a}, xdata = \"c, a\"}\n";
        let file = File::read(text);
        let places = file.places_of_key("a");
        let starts: Vec<usize> = places.iter().map(|span| span.start).collect();
        assert_eq!(starts, [6, 45, 61]);
        assert!(places.iter().all(|span| span.slice(text) == "a"));
    }
}
