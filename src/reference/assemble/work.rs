//! Printed fields become the values of a work.

use std::ops::Range;

use super::{
    Words, capitals::undressed, collect::Collected, date, designations, documents, entry_type,
    fields::Values, films, identifiers, next_run, remarks, repair::is_pronoun, value,
};
use crate::{
    reference::label::{
        Label,
        words::{WordClass, class_of},
    },
    work::{Contributors, Date, EntryType, Issued, Work, normal_doi, normal_pmcid, normal_pmid},
};

/// Makes the work that the fields of a reference describe.
pub(super) fn work(words: &Words, collected: &Collected) -> Work {
    let fields = &collected.fields;
    let text = |values: &Values| values.first().map(tidy).filter(|value| !value.is_empty());
    let dates = dates(words);
    let mut work = Work {
        authors: undressed(&collected.authors),
        editors: undressed(&collected.editors),
        translators: undressed(&collected.translators),
        issued: issued(words, &dates.issued),
        title: title(words, collected).or_else(|| text(&fields.title)),
        container_title: text(&fields.container),
        collection_title: text(&fields.series),
        publisher: text(&fields.publisher),
        publisher_place: text(&fields.location),
        volume: text(&fields.volume).map(without_year_word),
        number_of_volumes: collected.n_volumes.clone(),
        issue: text(&fields.issue),
        page: page(collected),
        edition: text(&fields.edition).map(with_stop),
        genre: text(&fields.genre),
        note: text(&fields.note),
        doi: fields.doi.first().and_then(normal_doi),
        isbn: identifiers::isbn(words.text),
        issn: identifiers::issn(words.text),
        arxiv: identifiers::arxiv(words.text),
        pmid: normal_pmid(words.text),
        pmcid: normal_pmcid(words.text),
        url: fields.url.first().map(str::to_owned),
        accessed: dates.accessed,
        ..Work::default()
    };
    if work.doi.is_none() {
        work.doi = normal_doi(words.text);
    }
    date_by_issue(&mut work);
    designations::settle_number(words, &mut work);
    work.entry_type = entry_type::entry_type(words, &work);
    settle_own_host(words, &mut work);
    name_editors_by_pronoun(words, &mut work);
    films::settle_makers(&mut work);
    settle_house(&mut work);
    divide_volume_title(&mut work);
    designations::settle_version(words, &mut work);
    documents::settle(words, &mut work);
    remarks::settle(&mut work);
    work
}

/// What a thesis, report, data set or film stands in is who brought it out, where nobody else is named.
fn settle_house(work: &mut Work) {
    let is_whole = matches!(
        work.entry_type,
        EntryType::Thesis
            | EntryType::Report
            | EntryType::Dataset
            | EntryType::Software
            | EntryType::Video
    );
    if is_whole && work.publisher.is_none() {
        work.publisher = work.container_title.take();
    }
}

/// An edition with the full stop of the abbreviation that ends it: `Rev. ed.`.
fn with_stop(mut edition: String) -> String {
    let last = edition.rsplit(' ').next().unwrap_or_default();
    if matches!(last, "ed" | "edn" | "Aufl" | "éd") {
        edition.push('.');
    }
    edition
}

/// `in: dies. (Hrsg.): Title`: the authors of the part are the editors of the whole.
fn name_editors_by_pronoun(words: &Words, work: &mut Work) {
    let is_role = |idx: usize| class_of(words.lower(idx)) == WordClass::EditorRole;
    let is_editor = |idx: &usize| is_pronoun(words.lower(*idx)) && is_role(idx + 1);
    let is_part = matches!(work.entry_type, EntryType::InBook | EntryType::InCollection);
    if is_part
        && work.editors.is_empty()
        && (1..words.len().saturating_sub(1)).any(|idx| is_editor(&idx))
    {
        work.editors = work.authors.clone();
        work.entry_type = EntryType::InCollection;
    }
}

/// `In: CANDIDO, Antonio. Vários escritos`: a book by the author of the part has no editor.
fn settle_own_host(words: &Words, work: &mut Work) {
    let is_same = !work.editors.is_empty() && work.editors == work.authors;
    let is_role = |idx: usize| {
        class_of(words.lower(idx)) == WordClass::EditorRole
            && words.labels[idx - 1..=idx + 1].contains(&Label::Editor)
    };
    let has_role = || (1..words.len().saturating_sub(1)).any(is_role);
    if is_same && work.entry_type == EntryType::InCollection && !has_role() {
        work.editors = Contributors::default();
        work.entry_type = EntryType::InBook;
    }
}

/// `Early Music, XXI, 1993, pp. 547-563`: a year in the place of the issue is the date where there is no other.
fn date_by_issue(work: &mut Work) {
    const YEARS: std::ops::RangeInclusive<i32> = 1700..=2099;
    let year = work.issue.as_ref().and_then(|issue| issue.parse().ok());
    if let Some(year) = year.filter(|year| YEARS.contains(year) && work.issued.date.is_none()) {
        work.issued = Issued::year(year);
        work.issue = None;
    }
}

/// A value without quotation marks and punctuation around it; quotation marks that stand in it keep their partners.
fn tidy(printed: &str) -> String {
    let is_mark =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '‘' | '`' | '*' | '_');
    let is_quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›');
    let mut text = printed.trim_matches(is_mark);
    loop {
        let n_quotes = text.chars().filter(|c| is_quote(*c)).count();
        let is_odd = n_quotes % 2 == 1;
        let (starts, ends) = (text.starts_with(is_quote), text.ends_with(is_quote));
        let inner = match (starts, ends) {
            (true, true) if n_quotes == 2 => text.trim_matches(is_quote),
            (true, _) if is_odd => text.trim_start_matches(is_quote),
            (_, true) if is_odd => text.trim_end_matches(is_quote),
            _ => break,
        };
        text = inner.trim_matches(is_mark);
    }
    // A single quotation mark at one end only is an apostrophe.
    let text = text
        .strip_prefix(['\'', '’'])
        .and_then(|text| text.strip_suffix(['\'', '’']))
        .unwrap_or(text);
    text.trim_matches(is_mark).to_owned()
}

/// `63e année`: a volume that is counted in years, without the word for them.
fn without_year_word(volume: String) -> String {
    const WORDS: [&str; 4] = ["année", "annee", "Jahrgang", "anno"];
    let digits = volume.bytes().take_while(u8::is_ascii_digit).count();
    let is_counted = WORDS.iter().any(|word| volume.ends_with(word));
    if digits > 0 && is_counted {
        volume[..digits].to_owned()
    } else {
        volume
    }
}

/// The pages that a work stands on; how many it has is something else.
fn page(collected: &Collected) -> Option<String> {
    let is_place = |page: &&String| !collected.lengths.contains(page);
    let page = collected.fields.pages.0.iter().find(is_place);
    page.map(|page| pages(page))
}

/// Pages with one hyphen between the first and the last.
fn pages(printed: &str) -> String {
    let mut pages = String::with_capacity(printed.len());
    for character in printed.chars() {
        match character {
            '–' | '—' | '‐' | '‑' | '−' | '-' if pages.ends_with('-') => {}
            '–' | '—' | '‐' | '‑' | '−' | '-' => {
                pages.truncate(pages.trim_end().len());
                pages.push('-');
            }
            c if c.is_whitespace() && pages.ends_with('-') => {}
            c => pages.push(c),
        }
    }
    pages
}

/// The printed dates of a reference by what they tell.
struct Dates {
    issued: Vec<String>,
    accessed: Option<Date>,
}

/// Finds the dates of a reference; one behind a word like `accessed` tells when the address was visited.
fn dates(words: &Words) -> Dates {
    let mut dates = Dates {
        issued: Vec::new(),
        accessed: None,
    };
    let mut start = 0;
    for run in words.labels.chunk_by(PartialEq::eq) {
        let end = start + run.len();
        if run[0] == Label::Date {
            let printed = value::printed(words, start..end);
            if follows_access_word(words, start) {
                dates.accessed = date::read(&printed).date.filter(|date| date.year != 0);
            } else {
                dates.issued.push(printed);
            }
        }
        start = end;
    }
    dates.accessed = dates.accessed.or_else(|| accessed_in_remark(words));
    dates
}

/// Whether one of the words shortly before is one that introduces an access date.
fn follows_access_word(words: &Words, idx: usize) -> bool {
    const REACH: usize = 3;
    (idx.saturating_sub(REACH)..idx).any(|before| is_access_word(words, before))
}

/// Whether a word introduces an access date.
fn is_access_word(words: &Words, idx: usize) -> bool {
    let lower = words.lower(idx);
    class_of(lower) == WordClass::Access || remarks::is_access_word(lower)
}

/// The date behind a word like `accessed` that has another label.
fn accessed_in_remark(words: &Words) -> Option<Date> {
    let mut access_words = (0..words.len()).filter(|idx| is_access_word(words, *idx));
    access_words.find_map(|word| accessed_behind(words, word))
}

/// The date shortly behind a word like `accessed`, before an address.
fn accessed_behind(words: &Words, word: usize) -> Option<Date> {
    const REACH: usize = 7;
    let end = (word + 1..words.len().min(word + 1 + REACH))
        .find(|idx| words.labels[*idx] == Label::Url)
        .unwrap_or(words.len().min(word + 1 + REACH));
    if word + 1 >= end {
        return None;
    }
    let date = date::read(&value::printed(words, word + 1..end)).date?;
    (date.year != 0 && date.month.is_some()).then_some(date)
}

/// The title of a volume behind that of the whole work: `Civilisation matérielle, t. 2 : Les jeux de l'échange`.
fn title(words: &Words, collected: &Collected) -> Option<String> {
    let [whole, volume, ..] = collected.fields.title.0.as_slice() else {
        return None;
    };
    let whole_end = next_run(words, 0, Label::Title)?.end;
    let start = next_run(words, whole_end, Label::Title)?.start;
    let is_between = |idx: usize| matches!(words.labels[idx], Label::Volume | Label::Marker);
    let is_volume = whole_end < start
        && words.labels[whole_end..start].contains(&Label::Volume)
        && (whole_end..start).all(is_between)
        && words.gap(start).contains(':');
    is_volume.then(|| format!("{}: {}", tidy(whole), tidy(volume)))
}

/// `Gesellschaftsgeschichte, Bd. 3: Von der Doppelrevolution`: the number of a volume within the title of a book.
fn divide_volume_title(work: &mut Work) {
    const WORDS: [&str; 8] = [
        ", Bd. ", ", Band ", ", Vol. ", ", vol. ", ", t. ", ", tome ", ", tomo ", ", v. ",
    ];
    let is_book = matches!(work.entry_type, EntryType::Book | EntryType::Collection);
    let Some(title) = work
        .title
        .as_deref()
        .filter(|_| is_book && work.volume.is_none())
    else {
        return;
    };
    let divided = WORDS.iter().find_map(|word| {
        let (whole, rest) = title.split_once(word)?;
        let (number, volume) = rest.split_once(':')?;
        let number = number.trim_end();
        let is_number = (1..=4).contains(&number.len())
            && number
                .bytes()
                .all(|b| b.is_ascii_digit() || matches!(b, b'I' | b'V' | b'X'));
        is_number.then(|| {
            (
                format!("{whole}: {}", volume.trim_start()),
                number.to_owned(),
            )
        })
    });
    if let Some((title, number)) = divided {
        (work.title, work.volume) = (Some(title), Some(number));
    }
}

/// The date of the work, with the year of its first edition.
fn issued(words: &Words, dates: &[String]) -> Issued {
    let mut issued = date::issued(dates.iter().map(String::as_str));
    if let Some((first, last)) = reprinted(words) {
        issued = Issued {
            original: Some(first),
            ..Issued::year(last)
        };
    }
    if issued.original.is_none() {
        let before = |year: &i32| issued.date.is_some_and(|date| date.year > *year);
        issued.original = original_year(words).filter(before);
    }
    issued
}

/// `The Great Gatsby. 1925. New York: Scribner, 2004`: a year behind the title and a later one behind the publisher (Chicago, MLA).
fn reprinted(words: &Words) -> Option<(i32, i32)> {
    let first = next_run(words, 0, Label::Date)?;
    let last = next_run(words, first.end, Label::Date)?;
    let year = |run: &Range<usize>| {
        let is_year = run.len() == 1 && words.printed(run.start).len() == 4;
        is_year
            .then(|| words.printed(run.start).parse::<i32>().ok())
            .flatten()
    };
    let (first_year, last_year) = (year(&first)?, year(&last)?);
    let follows = |run: &Range<usize>, labels: &[Label]| {
        run.start > 0 && labels.contains(&words.labels[run.start - 1])
    };
    let ends_sentence =
        words.gap(first.start).starts_with('.') && words.gap(first.end).starts_with(['.', ';']);
    let is_reprint = first_year < last_year
        && ends_sentence
        && follows(&first, &[Label::Title])
        && follows(&last, &[Label::Publisher, Label::Location]);
    is_reprint.then_some((first_year, last_year))
}

/// The year behind words that say when a work first came out.
fn original_year(words: &Words) -> Option<i32> {
    const REACH: usize = 4;
    let says_first = |idx: usize| {
        date::is_original_word(words.lower(idx))
            || words.lower(idx) == "first" && words.lower(idx + 1) == "published"
    };
    let word = (0..words.len()).find(|idx| says_first(*idx))?;
    (word + 1..=word + REACH)
        .filter(|idx| words.printed(*idx).len() == 4)
        .find_map(|idx| words.printed(idx).parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_lose_their_quotation_marks() {
        assert_eq!(tidy("“Annual Review,”"), "Annual Review");
        assert_eq!(tidy("'Who’s Who'"), "Who’s Who");
        assert_eq!(tidy("’Tis Pity"), "’Tis Pity");
        assert_eq!(tidy("Die „Krise“"), "Die „Krise“");
        assert_eq!(tidy("\"A\" and \"B\","), "\"A\" and \"B\"");
        assert_eq!(tidy("Krise”"), "Krise");
    }

    #[test]
    fn pages_have_one_hyphen() {
        assert_eq!(pages("12–34"), "12-34");
        assert_eq!(pages("12 -- 34"), "12-34");
        assert_eq!(pages("e123"), "e123");
    }
}
