//! Entries of one .bib file that are certainly the same work, made one.
//!
//! The first entry stays and takes over the fields that only the other has; whatever pointed to the other points to it. Two entries
//! that differ in a value that neither convention nor markup explains are left alone, so that nothing that a person wrote is lost.

use std::collections::BTreeMap;

use crate::{
    bibtex::{
        Field, File, Layout,
        edit::{self, Replacement},
    },
    diff::{self, Kind},
    edit::apply,
    linkage::entry::duplicates,
    span::Span,
    work::fold::fold,
};

/// A .bib file without its certain duplicates.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Deduplicated {
    /// The new text.
    pub text: String,
    /// The keys that are gone, each with the key of the entry that stands for it now.
    pub renamed: BTreeMap<String, String>,
    /// How many pairs look like one work but say different things; they are left as they are.
    pub held_back: usize,
}

/// Makes the certain duplicates of a .bib file one.
pub fn deduplicate(text: &str) -> Deduplicated {
    let file = File::read(text);
    let outline = |idx| file.outline(idx);
    let pairs = duplicates(file.entries.len(), outline, |idx| file.work(idx));
    let mut merged = Merged::new(&file);
    let mut held_back = 0;
    for pair in pairs {
        held_back += usize::from(!merged.merge(pair.first, pair.second));
    }
    let replacements = merged.replacements();
    let edits: Vec<(Span, &str)> = replacements
        .iter()
        .map(|(span, new)| (*span, new.as_str()))
        .collect();
    let (new, applied) = apply(text, &edits);
    let left = File::read(new.as_str());
    let is_whole = applied == edits.len()
        && left.entries.len() + merged.gone.len() == file.entries.len()
        && left.problems.len() <= file.problems.len();
    if !is_whole {
        return Deduplicated {
            text: text.to_owned(),
            held_back: held_back + merged.gone.len(),
            ..Deduplicated::default()
        };
    }
    Deduplicated {
        text: new,
        renamed: merged.renamed(),
        held_back,
    }
}

/// Which entries go, and what those that stay take over.
struct Merged<'a> {
    file: &'a File,
    /// The entries that go, each with the one that stays.
    gone: BTreeMap<usize, usize>,
    /// The fields that an entry takes over, by the entry that stays.
    added: BTreeMap<usize, Vec<Field>>,
    /// The fields of entries that stay which take over a fuller value.
    fuller: Vec<(Field, Field)>,
}

impl<'a> Merged<'a> {
    fn new(file: &'a File) -> Self {
        Self {
            file,
            gone: BTreeMap::new(),
            added: BTreeMap::new(),
            fuller: Vec::new(),
        }
    }

    /// Makes two entries one, if nothing is lost by it; whether it did.
    fn merge(&mut self, first: usize, second: usize) -> bool {
        let (kept, gone) = (&self.file.entries[first], &self.file.entries[second]);
        let is_usable = |idx| self.is_sound(idx) && !self.gone.contains_key(&idx);
        let same_type = self
            .file
            .entry_type(first)
            .eq_ignore_ascii_case(self.file.entry_type(second));
        let same_key = self.file.key(first) == self.file.key(second);
        if !is_usable(first) || !is_usable(second) || !same_type || same_key {
            return false;
        }
        let (one, other) = (self.file.work(first), self.file.work(second));
        let changes = diff::compare(&one, &other);
        // A reprint is the same work by convention, and yet not the same entry.
        let years = [&one, &other].map(|work| work.issued.date.map(|date| date.year));
        if changes.iter().any(|change| change.kind == Kind::Differs) || years[0] != years[1] {
            return false;
        }
        let taken_over = self.added.get(&first).cloned().unwrap_or_default();
        let (mut added, mut fuller) = (Vec::new(), Vec::new());
        for field in &gone.fields {
            match self.fate(&kept.fields, &taken_over, *field) {
                Fate::Added => added.push(*field),
                Fate::Known => {}
                Fate::Fuller(shorter) => fuller.push((shorter, *field)),
                Fate::Lost => return false,
            }
        }
        self.added.entry(first).or_default().extend(added);
        self.fuller.extend(
            fuller
                .into_iter()
                .filter(|(shorter, _)| kept.fields.contains(shorter)),
        );
        self.gone.insert(second, first);
        true
    }

    /// Whether an entry was read without a problem of form, and stands for itself.
    fn is_sound(&self, idx: usize) -> bool {
        let span = self.file.entries[idx].span;
        let has_problem = self
            .file
            .problems
            .iter()
            .any(|problem| span.covers(problem.span));
        !has_problem && self.file.is_self_contained(idx)
    }

    /// What becomes of a field of the entry that goes, beside the fields of the one that stays and those that it has taken over from
    /// others.
    fn fate(&self, kept: &[Field], taken_over: &[Field], field: Field) -> Fate {
        let text = self.file.text();
        let name = family(field.name.slice(text));
        let find = |fields: &[Field]| {
            let mut fields = fields.iter().copied();
            fields.find(|other| family(other.name.slice(text)) == name)
        };
        let says_the_same =
            |ours: Field| fold(ours.value.slice(text)) == fold(field.value.slice(text));
        if let Some(ours) = find(kept) {
            let is_name = matches!(name.as_str(), "author" | "editor" | "translator");
            if is_name && field.value.len() > ours.value.len() {
                return Fate::Fuller(ours);
            }
            // The two works have been compared in these fields.
            let is_compared = diff::FIELDS.contains(&name.as_str()) || name == "subtitle";
            return if is_compared || says_the_same(ours) {
                Fate::Known
            } else {
                Fate::Lost
            };
        }
        if let Some(ours) = find(taken_over) {
            return if says_the_same(ours) {
                Fate::Known
            } else {
                Fate::Lost
            };
        }
        let has_date = kept
            .iter()
            .any(|other| other.name.slice(text).eq_ignore_ascii_case("date"));
        let is_in_date = matches!(name.as_str(), "month" | "day") && has_date;
        if is_in_date { Fate::Known } else { Fate::Added }
    }

    /// The edits of the file.
    fn replacements(&self) -> Vec<Replacement> {
        let text = self.file.text();
        let layout = Layout::of(self.file);
        let mut replacements: Vec<Replacement> = self
            .gone
            .keys()
            .map(|idx| edit::remove_entry(self.file, *idx))
            .collect();
        for (idx, fields) in self.added.iter().filter(|(_, fields)| !fields.is_empty()) {
            let fields: Vec<_> = fields
                .iter()
                .map(|field| (field.name.slice(text), field.value.slice(text).to_owned()))
                .collect();
            replacements.push(edit::add_fields(self.file, *idx, &layout, &fields));
        }
        for (shorter, longer) in &self.fuller {
            replacements.push((shorter.value, longer.value.slice(text).to_owned()));
        }
        replacements.extend(self.links());
        replacements
    }

    /// The fields of entries that stay which name an entry that goes.
    fn links(&self) -> Vec<Replacement> {
        let text = self.file.text();
        let renamed = self.renamed();
        let stays = |idx: &usize| !self.gone.contains_key(idx);
        (0..self.file.entries.len())
            .filter(stays)
            .flat_map(|idx| self.file.links(idx))
            .filter_map(|span| Some((span, renamed.get(span.slice(text))?.clone())))
            .collect()
    }

    /// The keys that go, each with the one that stays.
    fn renamed(&self) -> BTreeMap<String, String> {
        let key = |idx: &usize| self.file.key(*idx).to_owned();
        self.gone
            .iter()
            .map(|(gone, kept)| (key(gone), key(kept)))
            .collect()
    }
}

/// What becomes of a field of an entry that goes.
enum Fate {
    /// The entry that stays takes it over.
    Added,
    /// The entry that stays says the same.
    Known,
    /// The entry that stays says the same in fewer letters, in this field.
    Fuller(Field),
    /// The entry that stays says something else.
    Lost,
}

/// The name of a field, the same for those that BibTeX and biblatex call otherwise.
fn family(name: &str) -> String {
    let name = name.to_ascii_lowercase();
    match name.as_str() {
        "journal" => "journaltitle".to_owned(),
        "year" => "date".to_owned(),
        "address" => "location".to_owned(),
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str, renamed: &[(&str, &str)], held_back: usize) {
        let found = deduplicate(text);
        assert_eq!(found.text, expected);
        let keys: Vec<_> = found
            .renamed
            .iter()
            .map(|(gone, kept)| (gone.as_str(), kept.as_str()))
            .collect();
        assert_eq!(keys, renamed);
        assert_eq!(found.held_back, held_back);
        assert_eq!(
            deduplicate(expected).renamed,
            BTreeMap::new(),
            "a second time"
        );
    }

    #[test]
    fn the_first_takes_over_what_only_the_other_has() {
        check(
            "@book{a,\n  author = {Brandt, K.},\n  title = {The Price of Bread},\n  year = 2011,\n}\n\n\
             % the same again\n@book{b,\n  author = {Brandt, Karl},\n  title = {The price of bread},\n  date = {2011},\n  isbn = {978-1-62779-216-5},\n}\n\n\
             @inbook{c,\n  author = {Lind, Ann},\n  title = {Rye},\n  crossref = {b},\n}\n",
            "@book{a,\n  author = {Brandt, Karl},\n  title = {The Price of Bread},\n  year = 2011,\n  isbn = {978-1-62779-216-5},\n}\n\n\
             % the same again\n\n@inbook{c,\n  author = {Lind, Ann},\n  title = {Rye},\n  crossref = {a},\n}\n",
            &[("b", "a")],
            0,
        );
    }

    #[test]
    fn what_would_lose_something_is_held_back() {
        for other in [
            "@book{b, author={Brandt, Karl}, title={The Price of Bread}, date={2011}, note={lent to Ann}}",
            "@book{b, author={Brandt, Karl}, title={The Price of Bread}, date={2011}, publisher={Harbour}}",
            "@misc{b, author={Brandt, Karl}, title={The Price of Bread}, date={2011}}",
            "@book{b, author={Brandt, Karl}, title={The Price of Bread}, date={2015}, origdate={2011}}",
        ] {
            let first = "@book{a, author={Brandt, Karl}, title={The Price of Bread}, date={2011}, note={mine}, publisher={Mill Press}}";
            let text = format!("{first}\n{other}\n");
            check(&text, &text, &[], 1);
        }
    }

    #[test]
    fn two_others_must_agree_with_each_other() {
        let first = "@book{a, author={Brandt, Karl}, title={The Price of Bread}, date={2011}";
        let other = |key, edition| {
            format!(
                "@book{{{key}, author={{Brandt, Karl}}, title={{The Price of Bread}}, date={{2011}}, edition={{{edition}}}}}\n"
            )
        };
        let text = format!("{first}}}\n{}{}", other("b", "2"), other("c", "3"));
        let found = deduplicate(&text);
        assert_eq!(found.renamed.len(), 1);
        assert_eq!(found.held_back, 1);
        assert!(found.text.contains("edition={3}"), "{}", found.text);
    }
}
