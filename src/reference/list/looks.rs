//! How much a piece of text looks like a reference, and not like prose, a heading or a table.

use super::{
    marker::{Marker, marker},
    opening::{Opening, opening},
    words::{has_year_word, is_sentence_word},
    years,
};

/// The share of small words at which prose and references are as likely: 97 in 100 of 5,412 references have fewer, 91 in 100 of
/// 4,886 paragraphs of thirty words and more have more (97 papers, 77 of them in English, 10 in German, 9 in Portuguese, one in
/// Spanish). German prose has more capitals, and is told by its sentence words.
const EVEN_SHARE: f32 = 0.54;

/// How much a share of small words one whole higher would say (nats).
const SHARE_WEIGHT: f32 = 12.0;

/// What a word counts that belongs to sentences, and how much all of them count at most (nats).
const SENTENCE_WORD: f32 = 0.4;
const MOST_SENTENCE_WORDS: f32 = 3.0;

/// With fewer words the share says nothing.
const FEWEST_WORDS: usize = 6;

/// How much a text looks like one reference, in nats; what is below 0 looks more like something else.
///
/// The weights are set by hand: the division and the end of lists in real papers were looked at, no single weight was measured.
pub(in crate::reference) fn likeness(text: &str) -> f32 {
    let (marker, length) = marker(text);
    let content = &text[length..];
    opening_weight(opening(content))
        + marker_weight(marker)
        + year_weight(content)
        + imprint_weight(content)
        + prose_weight(content)
        + table_weight(content)
}

fn opening_weight(opening: Opening) -> f32 {
    match opening {
        Opening::Repeated => 3.0,
        Opening::FamilyInitial | Opening::FamilyInitials => 2.5,
        Opening::InitialFamily | Opening::BeforeYear => 1.5,
        Opening::FamilyGiven => 1.0,
        Opening::BeforeBareYear => 0.7,
        Opening::Quotation | Opening::Address => 0.0,
        Opening::Capital => -0.5,
        Opening::Digit | Opening::Sign => -1.0,
        Opening::Small => -1.5,
    }
}

fn marker_weight(marker: Marker) -> f32 {
    match marker {
        Marker::None => 0.0,
        Marker::Number(_) | Marker::Bullet => 0.4,
        Marker::Label => 1.5,
    }
}

/// A year counts more where marks set it off than in the middle of a sentence.
fn year_weight(text: &str) -> f32 {
    let weight = |year: crate::span::Span| {
        let before = text[..year.start].chars().next_back();
        let after = text[year.end..].trim_start_matches(|c: char| c.is_ascii_lowercase());
        let closes = after.is_empty() || after.starts_with(['.', ',', ';', ':', ')', ']', '/']);
        match before {
            Some('(' | '[') if closes => 1.2,
            _ if closes => 0.8,
            _ => 0.2,
        }
    };
    let best = years::all(text).map(weight).fold(0.0, f32::max);
    if best > 0.0 {
        best
    } else if has_year_word(text) {
        0.8
    } else {
        -1.2
    }
}

/// Counts what only references print: pages, volumes, editors, identifiers, addresses.
fn imprint_weight(text: &str) -> f32 {
    const MARKS: [&str; 22] = [
        "pp.",
        "p. ",
        "S. ",
        "vol.",
        "Vol.",
        "v. ",
        "no.",
        "No.",
        "Nr.",
        "(ed",
        "(Ed",
        "(Hrsg",
        "(Hg",
        "(org",
        "(Org",
        "In:",
        "In ",
        "Press",
        "Verlag",
        "University",
        "Journal",
        "Available",
    ];
    let n_marks = MARKS
        .iter()
        .filter(|mark| text.contains(*mark))
        .count()
        .min(2) as f32;
    let address = ["http", "doi", "DOI", "www."]
        .iter()
        .any(|mark| text.contains(mark));
    0.5 * n_marks + if address { 1.0 } else { 0.0 } + if has_pages(text) { 1.0 } else { 0.0 }
}

/// Whether a range of numbers or a volume with its pages stands in the text: `12–34`, `12(3)`, `12:34`.
fn has_pages(text: &str) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.char_indices().any(|(idx, c)| {
        matches!(c, '-' | '–' | ':' | '(' | '‐')
            && is_digit(text[..idx].chars().next_back())
            && is_digit(text[idx + c.len_utf8()..].chars().next())
    })
}

/// Weighs the share of words in small letters: prose has more of them.
fn prose_weight(text: &str) -> f32 {
    let (mut n_small, mut n_words, mut n_sentence) = (0, 0, 0);
    for word in text.split_whitespace() {
        n_words += 1;
        let is_small = word.chars().count() > 1
            && word
                .chars()
                .all(|c| c.is_lowercase() || matches!(c, ',' | '-' | '’' | '\''));
        n_small += usize::from(is_small);
        n_sentence += usize::from(is_sentence_word(word.trim_end_matches([',', '.'])));
    }
    if n_words < FEWEST_WORDS {
        return 0.0;
    }
    let share = n_small as f32 / n_words as f32;
    ((EVEN_SHARE - share) * SHARE_WEIGHT).clamp(-3.0, 1.0)
        - (n_sentence as f32 * SENTENCE_WORD).min(MOST_SENTENCE_WORDS)
}

/// Lines with several tabs are rows of a table.
fn table_weight(text: &str) -> f32 {
    if text.matches('\t').count() >= 2 {
        -3.0
    } else {
        0.0
    }
}

/// Whether a line inside a list is the heading of a part of it: a few words without a digit, a full stop or an author.
pub(super) fn is_part_heading(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let closes = text
        .trim_end_matches(['*', '_', '#', ' '])
        .ends_with(|c: char| c.is_alphabetic() || c == ':' || c == ')');
    words <= 6
        && closes
        && !text.contains(|c: char| c.is_numeric() || matches!(c, ',' | '“' | '"'))
        && !text.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_look_like_references() {
        for text in [
            "Alvarez, M. (2014). The harvest of the north. Journal of Grain, 3(1), 1–10.",
            "Brandt K, Osei A. The price of bread. J Grain. 2011;2:4-9.",
            "[12] M. Zeller, El pan, Rev. Grano 3 (2014) 1–10.",
            "SILVA, J. O pão e o sal. Porto: Cais, 1950.",
            "Roux, Anne. Le pain des pauvres. Lyon : Quai, 1987.",
            "Fischer, Eva (2003): Salz. In: Zeitschrift für Korn, 12, S. 17–39.",
            "Rossi, M. (2014), Il pane, Molo, Genova.",
            "———. 2012. Rye. Harbour: Harbour Press.",
            "Harbour Board of Trade (2012). Annual report. https://example.org/report",
            "• Lind, S. (n.d.). Rye. Harbour Press.",
        ] {
            assert!(likeness(text) > 0.0, "{text}: {}", likeness(text));
        }
    }

    #[test]
    fn other_pieces_do_not() {
        for text in [
            "It has been shown that the price of bread rises with the moon.",
            "Los panaderos que viven cerca del puerto no han vuelto a subir los precios.",
            "Die Bäcker, die am Hafen wohnen, haben die Preise nicht mehr erhöht.",
            "Os padeiros que moram perto do porto não subiram mais os preços do pão.",
            "Les boulangers qui vivent près du port ne sont pas revenus sur les prix.",
            "I fornai che vivono vicino al porto non hanno più alzato i prezzi.",
            "1990\t12\t1",
            "Figure of a loaf",
            "",
        ] {
            assert!(likeness(text) < 0.0, "{text}: {}", likeness(text));
        }
    }

    #[test]
    fn a_year_counts_by_what_stands_around_it() {
        let heavier = |one: &str, other: &str| {
            assert!(year_weight(one) > year_weight(other), "{one}, {other}");
        };
        heavier("Lind (2010)", "Lind, 2010.");
        heavier("Lind, 2010a.", "since 2010 the");
        heavier("since 2010 the", "never");
        heavier("Lind, in press.", "never");
    }

    #[test]
    fn pages_are_known() {
        for text in ["12–34", "12(3)", "12:34", "12-34"] {
            assert!(has_pages(text), "{text}");
        }
        for text in ["12 – 34", "a-b", "(12)", "–", ""] {
            assert!(!has_pages(text), "{text}");
        }
    }

    #[test]
    fn headings_of_parts_are_known() {
        for text in [
            "Primary sources",
            "Fontes primárias",
            "**Gesetze**",
            "Sitographie",
        ] {
            assert!(is_part_heading(text), "{text}");
        }
        for text in [
            "Harbour Press, 2010.",
            "Smith, J",
            "of the bakers who live near the sea",
            "vol. 12",
            "“Bread”",
            "",
        ] {
            assert!(!is_part_heading(text), "{text}");
        }
    }
}
