//! How a line begins: as a reference does, or as the inside of one.

use super::{
    text::head,
    words::{is_access_word, is_connector, is_no_name, is_particle, is_state, is_year_word},
    years,
};

/// What a line opens with, after its number or bullet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// A dash or a word for the author of the reference before: `———.`, `Ders.`.
    Repeated,
    /// `Grandin, G.`
    FamilyInitial,
    /// `Grandin, Greg`
    FamilyGiven,
    /// `Grandin G,`
    FamilyInitials,
    /// `G. Grandin`
    InitialFamily,
    /// Anything in front of a bracketed year: `World Bank (2011)`.
    BeforeYear,
    /// A few names and a year without brackets: `R Core Team 2017 R: …`, `FAO 2018 Food …`.
    BeforeBareYear,
    /// A quotation mark.
    Quotation,
    /// Any other word with a capital, and scripts that have none.
    Capital,
    /// A small letter.
    Small,
    /// A digit.
    Digit,
    /// An address or an identifier.
    Address,
    /// Any other sign.
    Sign,
}

impl Opening {
    /// Whether the opening is seldom anything but an author.
    pub(super) fn is_author(self) -> bool {
        matches!(
            self,
            Self::Repeated | Self::FamilyInitial | Self::FamilyInitials | Self::InitialFamily
        )
    }
}

/// How far a year in brackets may stand behind the first word: an organisation with its long name (bytes).
const BEFORE_YEAR: usize = 120;

/// How far a year without brackets may stand behind the first word (bytes).
const BEFORE_BARE_YEAR: usize = 60;

/// How many words a family name may have: `Robidé van der Aa`, `Domínguez de la Rosa`.
const FAMILY_WORDS: usize = 4;

/// No opening is told by what stands farther behind (bytes).
const LONGEST: usize = 2 * BEFORE_YEAR;

/// Says what a text opens with.
pub(super) fn opening(text: &str) -> Opening {
    let text = head(text, LONGEST);
    if repeated_author(text).is_some() {
        return Opening::Repeated;
    }
    let text = text.trim_start_matches(['*', '_', '\\']);
    if is_address(text) {
        return Opening::Address;
    }
    if let Some(opening) = author(text) {
        return opening;
    }
    let Some(first) = text.chars().next() else {
        return Opening::Sign;
    };
    if first.is_numeric() {
        Opening::Digit
    } else if matches!(first, '"' | '“' | '„' | '«' | '‘' | '‚' | '»' | '\'') {
        Opening::Quotation
    } else if !first.is_alphabetic() {
        Opening::Sign
    } else if first.is_lowercase() {
        Opening::Small
    } else if has_year_in_brackets(text) || has_year_word_in_brackets(text) {
        Opening::BeforeYear
    } else if has_bare_year(text) {
        Opening::BeforeBareYear
    } else {
        Opening::Capital
    }
}

/// The length of what stands for the author of the reference before, where the text opens with such a thing.
///
/// Two or more dashes or low lines (Chicago 15.17), or `Ders.`, `Dies.`, `Idem`, `Id.`.
pub(in crate::reference) fn repeated_author(text: &str) -> Option<usize> {
    let rest = text.trim_start_matches(is_dash);
    let dashes = &text[..text.len() - rest.len()];
    let width: usize = dashes.chars().map(dash_width).sum();
    if width >= 2 && rest.starts_with([' ', '.', ',', ':', ';', '(', '\u{a0}']) {
        return Some(dashes.len());
    }
    let word_end = text.find(|c: char| !c.is_alphabetic())?;
    let is_word = matches!(
        &text[..word_end],
        "Ders" | "Dies" | "Idem" | "Id" | "ders" | "dies" | "IDEM" | "ID"
    );
    let stop = text[word_end..].chars().next()?;
    (is_word && matches!(stop, '.' | ',' | ':' | '(' | ' ')).then_some(word_end)
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '_' | '‐'..='―' | '−' | '⸺' | '⸻' | '─')
}

/// The width of a dash in hyphens: two of the short ones make a mark, one of the long ones.
fn dash_width(c: char) -> usize {
    match c {
        '-' | '_' | '‐' | '‑' | '‒' | '–' | '−' => 1,
        _ => 2,
    }
}

/// Whether the text opens with an address or an identifier, as the last line of a reference does.
fn is_address(text: &str) -> bool {
    const OPENINGS: [&str; 11] = [
        "http", "www.", "doi:", "doi.", "doi 10", "10.", "hdl:", "<http", "arxiv:", "isbn", "issn",
    ];
    let word = text
        .split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default();
    is_access_word(word)
        || OPENINGS.iter().any(|opening| {
            text.get(..opening.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(opening))
        })
}

/// Whether a year in brackets stands soon behind the first word, with nothing but a name or a title before it.
fn has_year_in_brackets(text: &str) -> bool {
    years::first(text).is_some_and(|year| {
        year.start <= BEFORE_YEAR
            && text[..year.start].ends_with(['(', '['])
            && text[year.end..]
                .trim_start_matches(|c: char| c.is_ascii_lowercase())
                .starts_with([')', ']', ','])
            && !goes_on_small(&text[year.end..])
    })
}

/// Whether a word for a year stands alone in the first brackets, soon behind the first word: `World Bank. (n.d.)`.
fn has_year_word_in_brackets(text: &str) -> bool {
    let Some((before, behind)) = text.split_once(['(', '[']) else {
        return false;
    };
    let Some((inside, behind)) = behind.split_once([')', ']']) else {
        return false;
    };
    before.len() <= BEFORE_YEAR
        && is_year_word(inside)
        && !behind.trim_start().starts_with(char::is_lowercase)
}

/// Whether a sentence goes on behind the bracket that closes next: `Smith (2010) has shown`.
fn goes_on_small(text: &str) -> bool {
    let behind = text.split_once([')', ']']).map_or("", |(_, behind)| behind);
    behind.trim_start().starts_with(char::is_lowercase)
}

/// Whether a year stands behind nothing but words with capitals, and a word behind it.
fn has_bare_year(text: &str) -> bool {
    let Some(year) = years::first(text).filter(|year| year.start <= BEFORE_BARE_YEAR) else {
        return false;
    };
    let are_names = text[..year.start]
        .split([' ', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .all(|word| {
            is_particle(word)
                || is_connector(word)
                || word.starts_with(|c: char| !c.is_lowercase() && !c.is_numeric())
        });
    let rest = text[year.end..].trim_start_matches(|c: char| c.is_ascii_lowercase());
    are_names && rest.contains(char::is_alphabetic)
}

/// Reads an author at the start of a text: a person's name in one of the four orders that lists have.
fn author(text: &str) -> Option<Opening> {
    if is_small_author(text) {
        return Some(Opening::FamilyInitial);
    }
    if name_behind_initials(text).is_some() {
        return Some(Opening::InitialFamily);
    }
    let mut rest = text;
    let mut capitals = 0;
    for _ in 0..FAMILY_WORDS {
        let (word, after) = name_word(rest)?;
        if is_particle(word) {
            rest = after.strip_prefix([' ', '\u{a0}']).unwrap_or(after);
            continue;
        }
        if !starts_upper(word) || is_no_name(word) {
            return None;
        }
        capitals += 1;
        if let Some(given) = after.strip_prefix(',') {
            return given_name(given.trim_start());
        }
        rest = after.strip_prefix([' ', '\u{a0}'])?;
        if capitals > 0 && are_initials(rest) && !is_all_capitals(word) {
            return Some(Opening::FamilyInitials);
        }
    }
    None
}

/// What follows the initials that open a text, where that is a family name: `G. Grandin`, `J.-P. Vernant`.
pub(in crate::reference) fn name_behind_initials(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(after) = initial(rest) {
        rest = after.trim_start_matches(['-', '‐', ' ', '\u{a0}']);
    }
    if rest.len() == text.len() {
        return None;
    }
    let name = rest;
    while let Some((word, after)) = name_word(rest) {
        if !is_particle(word) {
            return (starts_upper(word) && word.chars().nth(1).is_some()).then_some(name);
        }
        rest = after.trim_start();
    }
    None
}

/// Whether an author who writes the name small opens the text: `hooks, b.`.
fn is_small_author(text: &str) -> bool {
    let Some((word, after)) = name_word(text) else {
        return false;
    };
    let mut given = after.strip_prefix(", ").unwrap_or_default().chars();
    !is_particle(word)
        && word.starts_with(char::is_lowercase)
        && given.next().is_some_and(char::is_lowercase)
        && given.as_str().starts_with('.')
        && years::first(given.as_str()).is_some_and(|year| year.start <= "., (".len())
}

/// What follows an initial with its full stop.
fn initial(text: &str) -> Option<&str> {
    let mut chars = text.chars();
    chars.next().filter(|c| c.is_uppercase())?;
    if let Some(rest) = chars.as_str().strip_prefix('.') {
        return Some(rest);
    }
    // `Yu.`, `Ch.`, `Th.`: two letters for one sound.
    chars.next().filter(|c| c.is_lowercase())?;
    chars.as_str().strip_prefix('.')
}

/// What the text behind `Family,` says: initials or a given name.
fn given_name(text: &str) -> Option<Opening> {
    if initial(text).is_some() {
        return Some(Opening::FamilyInitial);
    }
    let (word, after) = name_word(text)?;
    if !starts_upper(word) {
        return None;
    }
    if is_all_capitals(word) && word.chars().count() <= 3 {
        // `Smith, JA, …` is an author, `Cambridge, MA: …` a place.
        return (!is_state(word) || after.starts_with(',')).then_some(Opening::FamilyInitial);
    }
    Some(Opening::FamilyGiven)
}

/// Whether initials without full stops stand here, as in `Grandin G,`.
fn are_initials(text: &str) -> bool {
    let end = text
        .find(|c: char| !c.is_uppercase() && c != '-')
        .unwrap_or(text.len());
    let n_letters = text[..end].chars().filter(|c| c.is_uppercase()).count();
    let rest = &text[end..];
    (1..=4).contains(&n_letters)
        && (rest.is_empty()
            || rest.starts_with([',', '.', ';', ':'])
            || [" (", " and ", " & ", " et ", " und ", " y ", " e "]
                .iter()
                .any(|next| rest.starts_with(next))
            || years::first(rest).is_some_and(|year| year.start <= 2))
}

/// The first word of a text and what follows it; apostrophes and hyphens belong to it.
fn name_word(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !(c.is_alphabetic() || is_joiner(c)))
        .unwrap_or(text.len());
    (end > 0 && text.starts_with(char::is_alphabetic)).then(|| text.split_at(end))
}

/// Whether a sign stands within names: hyphens, apostrophes, combining accents.
fn is_joiner(c: char) -> bool {
    matches!(
        c,
        '-' | '‐' | '‑' | '\'' | '’' | 'ʼ' | '`' | '\u{300}'..='\u{36f}'
    )
}

/// Whether a name begins with a capital, a short prefix such as `d’` or `al-` before it or not.
fn starts_upper(word: &str) -> bool {
    let prefix = word.find(is_joiner).filter(|end| *end <= 2);
    word.starts_with(char::is_uppercase)
        || prefix.is_some_and(|end| {
            word[end..]
                .trim_start_matches(is_joiner)
                .starts_with(char::is_uppercase)
        })
}

fn is_all_capitals(word: &str) -> bool {
    !word.contains(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_are_seen_in_every_order() {
        use Opening::*;
        let cases = [
            ("Grandin, G. (2019)", FamilyInitial),
            ("López Obrador, A. M. (2019)", FamilyInitial),
            ("de Rond, M. (2009)", FamilyInitial),
            ("d’Alpoim Guedes, J.", FamilyInitial),
            ("al-Ghazali, M.R.,", FamilyInitial),
            ("Smith, JA, Jones, B (2001)", FamilyInitial),
            ("GRANDIN, Greg. The end", FamilyGiven),
            ("Robidé van der Aa, Pieter", FamilyGiven),
            ("Aghaei M, Darvishzadeh R", FamilyInitials),
            ("van der Berg A (2010)", FamilyInitials),
            ("Costa e Silva J, Kerr RJ", FamilyInitials),
            ("J.-P. Vernant, Mythe", InitialFamily),
            ("Yu. Lotman", InitialFamily),
            ("J. van den Berg", InitialFamily),
            ("World Bank (2011) Missing Food", BeforeYear),
            ("World Bank. (n.d.). World development", BeforeYear),
            ("Banco Mundial (s. f.). Indicadores", BeforeYear),
            ("———. 2012.", Repeated),
            ("---, and X. Li", Repeated),
            ("___ (2012)", Repeated),
            ("⸻. 2012", Repeated),
            ("Ders. 1998", Repeated),
        ];
        for (text, expected) in cases {
            assert_eq!(opening(text), expected, "{text}");
        }
    }

    #[test]
    fn the_inside_of_a_reference_is_no_author() {
        use Opening::*;
        let cases = [
            ("Cambridge, MA: MIT Press, 2002.", Capital),
            ("Press, 2010.", Capital),
            ("Language acquisition, v. 7, n. 2-4", Capital),
            ("of verb placement", Small),
            ("113–160, 1998.", Digit),
            ("https://example.org/a", Address),
            ("“A Speech”", Quotation),
            ("(Ed.). 1999", Sign),
            ("-- ", Repeated),
            ("- a", Sign),
            ("", Sign),
        ];
        for (text, expected) in cases {
            assert_eq!(opening(text), expected, "{text}");
        }
    }
}
