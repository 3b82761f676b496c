//! A cite against a reference.

use super::{
    AuthorsFit, CiteEvidence, NameFit, SuffixFit, YearFit,
    profile::{Creator, Profile},
};
use crate::{
    citation::{Cite, CitedName, CitedYear, ListedYears},
    work::{Status, fold, near::is_near},
};

/// Sets a cite against a reference whose name fits as `name` says.
pub(super) fn compare(
    cite: &Cite,
    name: NameFit,
    profile: &Profile,
    years: &ListedYears,
) -> CiteEvidence {
    CiteEvidence {
        name: printed_form(cite, name, profile),
        authors: authors(cite, name, profile),
        year: year(&cite.year, years),
        suffix: suffix(&cite.year, years),
    }
}

/// A same name that lost its accents or its apostrophe is not the same in print.
fn printed_form(cite: &Cite, name: NameFit, profile: &Profile) -> NameFit {
    let (Some(cited), Some(listed)) = (cite.names.first(), profile.creators.first()) else {
        return name;
    };
    let same = matches!(name, NameFit::Same | NameFit::Part) && !listed.is_organisation;
    if same && has_other_letters(&cited.text, listed) {
        NameFit::Accents
    } else {
        name
    }
}

/// Whether one of the words of two names that fold alike is written with other letters or marks.
///
/// Case, dashes, the two apostrophes and the composition of letters do not count; nor do accents that capitals lack, which many
/// typesetters leave out. A word may also be one of the given names: the other half of a double family name.
fn has_other_letters(cited: &str, listed: &Creator) -> bool {
    let lacks_accents = |name: &str| name.is_ascii() && !name.chars().any(char::is_lowercase);
    if cited.eq_ignore_ascii_case(&listed.printed)
        || lacks_accents(cited)
        || lacks_accents(&listed.printed)
    {
        return false;
    }
    let joined = plain(&listed.printed);
    let whole = format!("{} {joined}", plain(&listed.given));
    let joined = joined.replace(' ', "");
    let is_listed =
        |word: &str| whole.split(' ').any(|other| other == word) || joined.contains(word);
    plain(cited)
        .split(' ')
        .filter(|word| !word.is_empty())
        .any(|word| !is_listed(word))
}

/// A name in lower case with one kind of dash, apostrophe and composition.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    if name.is_ascii() {
        return name
            .replace('-', " ")
            .replace('`', "'")
            .to_ascii_lowercase();
    }
    name.nfkc()
        .map(|c| match c {
            '’' | '‘' | 'ʼ' | '`' | '´' => '\'',
            '-' | '‐' | '‑' | '–' => ' ',
            _ => c,
        })
        .flat_map(char::to_lowercase)
        .collect()
}

/// How all the names fit.
fn authors(cite: &Cite, name: NameFit, profile: &Profile) -> AuthorsFit {
    let listed = &profile.creators;
    let cited = &cite.names;
    let by_organisation = listed
        .first()
        .is_some_and(|creator| creator.is_organisation)
        && cited.len() == 1;
    if matches!(name, NameFit::Title | NameFit::Printed) || listed.is_empty() || by_organisation {
        return AuthorsFit::Complete;
    }
    let first_fits = name != NameFit::Later;
    let fits = |idx: usize| match idx {
        0 => first_fits || listed[0].is_cited_as(&cited[0]),
        _ => profile.has_later(idx, &cited[idx]),
    };
    let n_fitting = (0..cited.len()).take_while(|idx| fits(*idx)).count();
    if n_fitting == cited.len() {
        return complete(cite, profile);
    }
    // The list itself leaves out the last names: `Harding, S., Adams, G., et al.`
    if profile.et_al && first_fits && n_fitting == listed.len() {
        return AuthorsFit::Shortened;
    }
    out_of_order(cited, listed, n_fitting, first_fits)
}

/// How many authors remain behind those cited in their order.
fn complete(cite: &Cite, profile: &Profile) -> AuthorsFit {
    let further = profile.creators.get(cite.names.len()..).unwrap_or_default();
    // `the Joneses’ (2011)` names all who bear the name.
    let namesakes = cite.names.len() == 1
        && further
            .iter()
            .all(|creator| creator.family == profile.creators[0].family);
    let n_further = if namesakes && cite.et_al.is_none() {
        0
    } else {
        further.len()
    };
    match (cite.et_al.is_some(), n_further) {
        (true, _) if profile.et_al => AuthorsFit::Complete,
        (true, 0) => AuthorsFit::EtAlForNone,
        (true, 1) if cite.names.len() == 1 => AuthorsFit::EtAlForOne,
        (false, 0) if profile.et_al && cite.names.len() > 1 => AuthorsFit::Shortened,
        (true, _) => AuthorsFit::Complete,
        (false, 0) if !profile.et_al => AuthorsFit::Complete,
        (false, _) => AuthorsFit::LeftOut,
    }
}

/// How names fit that are not the first of the list in its order.
fn out_of_order(
    cited: &[CitedName],
    listed: &[Creator],
    n_fitting: usize,
    first_fits: bool,
) -> AuthorsFit {
    let place = |name: &CitedName| listed.iter().position(|creator| creator.is_cited_as(name));
    let places: Vec<_> = cited.iter().map(place).collect();
    let known: Vec<_> = places.iter().flatten().copied().collect();
    if known.len() == cited.len() {
        return if known.is_sorted() {
            AuthorsFit::LeftOut
        } else {
            AuthorsFit::Order
        };
    }
    if first_fits && n_fitting == listed.len() {
        return AuthorsFit::Added;
    }
    let near = |(idx, name): (usize, &CitedName)| {
        let folded = fold::fold(&name.text);
        places[idx].is_some()
            || (idx == 0 && first_fits)
            || listed
                .iter()
                .any(|creator| is_near(&folded, &creator.family))
    };
    if cited.iter().enumerate().all(near) {
        AuthorsFit::Misspelt
    } else {
        AuthorsFit::Differs
    }
}

/// How the years fit.
fn year(cited: &CitedYear, listed: &ListedYears) -> YearFit {
    let Some(year) = cited.year else {
        return status(cited.status, listed);
    };
    let Some((first, last)) = listed.range else {
        return without_year(year, listed);
    };
    let same_original = cited.original == listed.original;
    if first == last && year == first && same_original || cited.end == Some(last) && year == first {
        return YearFit::Same;
    }
    let is_original = cited.original.is_some()
        && (same_original || cited.original == Some(first) || listed.original == Some(year));
    let is_translation = listed.translated.contains(&year);
    if (first <= year && year <= last)
        || listed.original == Some(year)
        || is_original
        || is_translation
    {
        return YearFit::Within;
    }
    if listed.printed.contains(&year) {
        return YearFit::Printed;
    }
    let off = (year - first).abs().min((year - last).abs());
    match off {
        1 => YearFit::Near(1),
        2 => YearFit::Near(2),
        _ if is_slip(year, first) => YearFit::Slip,
        _ => YearFit::Differs,
    }
}

/// Whether two years differ in one digit, or by two neighbouring digits swapped.
fn is_slip(one: i32, other: i32) -> bool {
    let (a, b) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    let places: Vec<_> = (0..a.len().min(b.len()))
        .filter(|idx| a[*idx] != b[*idx])
        .collect();
    match places.as_slice() {
        [_] => true,
        [x, y] => x + 1 == *y && a[*x] == b[*y] && a[*y] == b[*x],
        _ => false,
    }
}

/// How a year fits a reference without one.
fn without_year(year: i32, listed: &ListedYears) -> YearFit {
    match listed.status {
        Some(Status::NoDate) => YearFit::Differs,
        Some(_) => YearFit::Near(1),
        None if listed.printed.contains(&year) => YearFit::Same,
        None if listed.printed.is_empty() => YearFit::Unknown,
        None => YearFit::Differs,
    }
}

/// How `n.d.` or `in press` fits.
fn status(cited: Option<Status>, listed: &ListedYears) -> YearFit {
    match (cited, listed.status) {
        (Some(cited), Some(listed)) if cited == listed => YearFit::Same,
        (Some(Status::NoDate), Some(_)) | (Some(_), Some(Status::NoDate)) => YearFit::Differs,
        // A cite by page says nothing of the year.
        (None, _) | (_, Some(_)) => YearFit::Same,
        (Some(Status::NoDate), None) if listed.range.is_none() => YearFit::Same,
        (Some(Status::NoDate), None) => YearFit::Differs,
        (Some(_), None) if listed.range.is_none() => YearFit::Unknown,
        (Some(_), None) => YearFit::Near(1),
    }
}

/// How the letters fit.
fn suffix(cited: &CitedYear, listed: &ListedYears) -> SuffixFit {
    match (cited.suffix, listed.suffix) {
        (None, None) => SuffixFit::Same,
        (Some(cited), Some(listed)) if cited == listed => SuffixFit::Same,
        (None, Some(_)) => SuffixFit::NotCited,
        (Some(_), None) => SuffixFit::NotListed,
        (Some(_), Some(_)) => SuffixFit::Differs,
    }
}
