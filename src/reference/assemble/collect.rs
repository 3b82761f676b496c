//! Runs of labelled words become the values of fields.

use std::ops::Range;

use super::{
    Words,
    fields::{Fields, PrintedName, Values},
    kind_words as known, names, organisations,
    repair::is_count_word,
    value,
};
use crate::{
    reference::label::{Label, token::TokenKind, words as marker},
    work::{Contributors, doi_in},
};

/// The values of a reference as printed, and its people as names.
#[derive(Debug, Default)]
pub(super) struct Collected {
    pub(super) fields: Fields,
    pub(super) authors: Contributors,
    pub(super) editors: Contributors,
    pub(super) translators: Contributors,
    /// Those of the pages that say how many there are: `970 p.`
    pub(super) lengths: Vec<String>,
    /// How many volumes there are, as printed.
    pub(super) n_volumes: Option<String>,
}

/// Collects the values of a reference.
pub(super) fn collect(words: &Words) -> Collected {
    let mut collected = Collected::default();
    let mut start = 0;
    for run in words.labels.chunk_by(PartialEq::eq) {
        let end = start + run.len();
        collected.add(words, run[0], start..end);
        start = end;
    }
    collected.finish()
}

impl Collected {
    /// Adds a run of words of one label.
    fn add(&mut self, words: &Words, label: Label, run: Range<usize>) {
        match label {
            Label::Author => {
                let people = names::people(words, run.clone());
                match part_of(words, &run) {
                    Part::Author => extend(&mut self.authors, people),
                    Part::Editor => extend(&mut self.editors, people),
                    Part::Translator => extend(&mut self.translators, people),
                }
            }
            Label::Editor => extend(&mut self.editors, names::people(words, run)),
            Label::Translator => extend(&mut self.translators, names::people(words, run)),
            Label::Organisation => {
                self.authors
                    .names
                    .extend(organisations::organisations(words, run));
            }
            Label::Volume => self.add_volume(words, run),
            Label::Doi => self.fields.doi.push(doi(words, run)),
            Label::Url => self.fields.url.push(url(words, run)),
            Label::Extent => self.add_extent(words, run),
            Label::Other | Label::Marker => {}
            _ => self.add_text(words, label, run),
        }
    }

    /// Adds a value that is kept as printed but for its marker words.
    fn add_text(&mut self, words: &Words, label: Label, run: Range<usize>) {
        let is_length = label == Label::Pages && is_length(words, &run);
        let run = without_markers(words, label, run);
        let mut value = value::printed(words, run.clone());
        if label == Label::Pages {
            value.truncate(without_following(&value).len());
        }
        if may_end_abbreviated(label)
            && value::ends_abbreviated(words, &run)
            && !value.ends_with('.')
        {
            value.push('.');
        }
        let has_words = value.chars().any(char::is_alphanumeric);
        if is_length {
            self.lengths.push(value.clone());
        }
        if let Some(values) = self.values(label).filter(|_| has_words) {
            values.push(value);
        }
    }

    /// Adds a volume, and the issue where the model took both for one.
    fn add_volume(&mut self, words: &Words, run: Range<usize>) {
        let run = without_markers(words, Label::Volume, run);
        let (volume, issue) = divide_volume(words, run);
        if let Some(issue) = issue {
            self.fields.issue.push(value::printed(words, issue));
        }
        self.fields.volume.push(value::printed(words, volume));
    }

    /// Adds how many volumes there are: `2 vols.`
    fn add_extent(&mut self, words: &Words, run: Range<usize>) {
        let is_counted = run.len() > 1 && is_count_word(words.lower(run.end - 1));
        if is_counted && self.n_volumes.is_none() {
            self.n_volumes = Some(words.printed(run.start).to_owned());
        }
    }

    /// The values of a label that holds text.
    fn values(&mut self, label: Label) -> Option<&mut Values> {
        let fields = &mut self.fields;
        Some(match label {
            Label::Title => &mut fields.title,
            Label::Container => &mut fields.container,
            Label::Series => &mut fields.series,
            Label::Publisher => &mut fields.publisher,
            Label::Location => &mut fields.location,
            Label::Date => &mut fields.date,
            Label::Issue => &mut fields.issue,
            Label::Pages => &mut fields.pages,
            Label::Edition => &mut fields.edition,
            Label::Note => &mut fields.note,
            Label::Genre => &mut fields.genre,
            Label::Identifier => &mut fields.identifier,
            Label::Number => &mut fields.number,
            _ => return None,
        })
    }

    /// Fills what follows from the rest.
    fn finish(mut self) -> Self {
        let printed = |people: &Contributors| people.names.iter().map(PrintedName::from).collect();
        self.fields.author = printed(&self.authors);
        self.fields.editor = printed(&self.editors);
        self.fields.translator = printed(&self.translators);
        if let Some(year) = self.fields.date.0.iter().find_map(|date| first_year(date)) {
            self.fields.year.push(year);
        }
        self
    }
}

/// How people took part in a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Author,
    Editor,
    Translator,
}

/// How the people of a run that the model took for authors took part: `Eco, Umberto (a cura di)`, `a cura di Anna Berg`.
fn part_of(words: &Words, run: &Range<usize>) -> Part {
    let says = |start: usize| words.lower(start) == "a" && words.lower(start + 1) == "cura";
    match () {
        () if run.clone().any(says) || says(run.end) => Part::Editor,
        () if run.start > 0
            && run.len() > 1
            && matches!(words.lower(run.start), "trad" | "trans") =>
        {
            Part::Translator
        }
        () => Part::Author,
    }
}

/// Adds people to people.
fn extend(people: &mut Contributors, more: Contributors) {
    people.names.extend(more.names);
    people.et_al |= more.et_al;
}

/// A run without the marker words that the model took for a part of the value.
fn without_markers(words: &Words, label: Label, mut run: Range<usize>) -> Range<usize> {
    let is_leading: fn(&str) -> bool = match label {
        Label::Container => |word| matches!(word, "in" | "dans" | "em" | "ders" | "dies" | "idem"),
        Label::Series => |word| known::is_series_word(word) || matches!(word, "in" | "reihe"),
        Label::Pages => marker::is_page_word,
        Label::Volume => marker::is_volume_word,
        Label::Issue => marker::is_issue_word,
        _ => return run,
    };
    // The letter of `S12` touches its number, that of `S. 12` does not.
    let touches = |idx: usize| words.printed(idx) == "S" && words.gap(idx + 1).is_empty();
    while run.len() > 1 && is_leading(words.lower(run.start)) && !touches(run.start) {
        run.start += 1;
    }
    while label == Label::Pages && run.len() > 1 && is_leading(words.lower(run.end - 1)) {
        run.end -= 1;
    }
    run
}

/// Pages without the letters for those that follow: `447ff`, `12 f`; they are no part of a number.
fn without_following(pages: &str) -> &str {
    let number = pages.trim_end_matches('f');
    let is_followed = (1..=2).contains(&(pages.len() - number.len()));
    let number = number.trim_end();
    if is_followed && number.bytes().all(|byte| byte.is_ascii_digit()) {
        number
    } else {
        pages
    }
}

/// Whether pages are how many there are: one number with the word behind it, `Seuil, 2013, 970 p.`
fn is_length(words: &Words, run: &Range<usize>) -> bool {
    let is_number = |idx: usize| words.printed(idx).bytes().all(|byte| byte.is_ascii_digit());
    // `150 f.` are leaves (Portuguese `folhas`), where no `S.` before makes them `and the following page`.
    let is_count = |idx: usize| marker::is_page_word(words.lower(idx)) || words.lower(idx) == "f";
    let number = run.start;
    let is_alone = run.len() == 1 || run.len() == 2 && is_count(number + 1);
    let has_word = is_count(number + 1) && matches!(words.gap(number + 1), " " | "\u{a0}");
    let is_numbered = words
        .printed(number + 2)
        .starts_with(|c: char| c.is_ascii_digit());
    let has_word_before = number > 0 && marker::is_page_word(words.lower(number - 1));
    is_alone && is_number(number) && has_word && !is_numbered && !has_word_before
}

/// Whether values of a label may end with an abbreviation.
fn may_end_abbreviated(label: Label) -> bool {
    matches!(
        label,
        Label::Container | Label::Series | Label::Publisher | Label::Location | Label::Genre
    )
}

/// Divides a run that is volume and issue: `12 no 3`; `12, 3` where no other word is the issue.
fn divide_volume(words: &Words, run: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let issue_word = (run.start + 1..run.end.saturating_sub(1))
        .find(|idx| marker::is_issue_word(words.lower(*idx)));
    let supplement = (run.start + 1..run.end).find(|idx| {
        matches!(
            words.lower(*idx),
            "suppl" | "supplement" | "supl" | "suplemento" | "beiheft"
        )
    });
    if let Some(supplement) = supplement.filter(|_| !words.labels.contains(&Label::Issue)) {
        return (run.start..supplement, Some(supplement..run.end));
    }
    if let Some(issue_word) = issue_word {
        return (run.start..issue_word, Some(issue_word + 1..run.end));
    }
    let is_number = |idx: usize| words.printed(idx).bytes().all(|byte| byte.is_ascii_digit());
    let has_issue = words.labels.contains(&Label::Issue);
    let are_two = run.len() == 2 && run.clone().all(is_number);
    let is_listed = are_two && words.gap(run.start + 1).starts_with([',', '.']);
    if is_listed && !has_issue {
        (run.start..run.start + 1, Some(run.start + 1..run.end))
    } else {
        (run, None)
    }
}

/// The DOI of a run, or its text where there is none.
fn doi(words: &Words, run: Range<usize>) -> String {
    run.clone()
        .find_map(|idx| doi_in(words.printed(idx)))
        .map_or_else(|| value::printed(words, run), str::to_owned)
}

/// The address of a run, or its text where there is none.
fn url(words: &Words, run: Range<usize>) -> String {
    run.clone()
        .find(|idx| words.tokens[*idx].kind == TokenKind::Url)
        .map_or_else(
            || bare_address(words, &run).unwrap_or_else(|| value::printed(words, run)),
            |idx| words.printed(idx).to_owned(),
        )
}

/// An address without `https://` and `www`, which is no word of its own but several: `en.wikipedia.org/wiki/Solar_eclipse`.
fn bare_address(words: &Words, run: &Range<usize>) -> Option<String> {
    let first = words.tokens.get(run.start)?.span.start;
    let before = words.text.get(..first)?;
    let start = before.trim_end_matches(|c: char| !c.is_whitespace()).len();
    let chunk = words.text.get(start..)?.split(char::is_whitespace).next()?;
    let chunk = chunk
        .trim_matches(|c: char| matches!(c, '(' | '<' | '[' | ')' | '>' | ']' | ',' | '.' | ';'));
    if chunk.starts_with("urn:") {
        return Some(chunk.to_owned());
    }
    let (host, _) = chunk.split_once('/')?;
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-');
    (host.contains('.') && host.chars().all(is_host)).then(|| chunk.to_owned())
}

/// The first number of four digits that may be a year.
fn first_year(date: &str) -> Option<String> {
    date.split(|c: char| !c.is_ascii_digit())
        .find(|digits| digits.len() == 4 && matches!(digits.as_bytes()[0], b'1' | b'2'))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::without_following;

    #[test]
    fn letters_for_following_pages_are_left_out() {
        assert_eq!(without_following("447ff"), "447");
        assert_eq!(without_following("12 f"), "12");
        for kept in ["12-15", "e12f", "12fff", "iv", "12F"] {
            assert_eq!(without_following(kept), kept);
        }
    }
}
