//! The headings of reference lists and of what follows them.

use super::{text::head, years};
use crate::work::fold::fold;

/// Longer lines are no headings (bytes): `Liste des références bibliographiques et des sources consultées` has 66.
const LONGEST: usize = 90;

/// The most words of a heading.
const MOST_WORDS: usize = 7;

/// Words that make a line the heading of a list, folded and sorted: English, Spanish, German, French, Portuguese, Italian, Dutch,
/// Danish, Norwegian, Swedish.
#[rustfmt::skip]
const LIST_WORDS: [&str; 47] = [
    "biblio", "bibliografi", "bibliografia", "bibliografie", "bibliographia", "bibliographic",
    "bibliographie", "bibliographies", "bibliography", "bronnen", "bronnenlijst", "fontes",
    "fonti", "fuentes", "kallforteckning", "kildeliste", "kilder", "literatur", "literatura",
    "literaturangaben", "literature", "literaturhinweise", "literaturliste",
    "literaturnachweis", "literaturnachweise", "literaturquellen", "literaturverzeichnis",
    "literatuur", "literatuurlijst", "litteratur", "litteraturforteckning", "litteraturliste",
    "quellen", "quellenangaben", "quellenverzeichnis", "referanser", "reference", "referencer",
    "references", "referencias", "referenser", "referenslista", "referenties", "referenzen",
    "riferimenti", "schrifttum", "sources",
];

/// Words that make a line the heading of a list together with a word for works: `Works cited`, `Obras citadas`.
#[rustfmt::skip]
const CITED_WORDS: [&str; 13] = [
    "aangehaalde", "citadas", "citados", "citate", "citati", "cited", "citees", "cites",
    "consultadas", "consulted", "referenced", "zitierte", "zitierter",
];

/// Words for works, sorted.
#[rustfmt::skip]
const WORK_WORDS: [&str; 16] = [
    "articles", "documents", "lavori", "obras", "oeuvres", "opere", "ouvrages", "papers",
    "publications", "testi", "textes", "textos", "titel", "trabajos", "trabalhos", "works",
];

/// Words that may stand beside those, sorted.
#[rustfmt::skip]
const SIDE_WORDS: [&str; 74] = [
    "a", "additional", "and", "annotated", "ausgewahlte", "bibliograficas", "bibliografiche",
    "bibliografici", "bibliograficos", "bibliographical", "bibliographiques", "chapter",
    "citada", "complementares", "complete", "consultata", "consultate", "consultees", "da",
    "das", "de", "dei", "del", "delle", "der", "des", "di", "do", "e", "electronicas",
    "enlaces", "essenziale", "et", "for", "full", "further", "gedruckte", "general", "generale",
    "in", "key", "la", "les", "list", "lista", "liste", "main", "note", "notes", "of", "online",
    "other", "paper", "primaires", "primary", "quellen", "reading", "s", "secondaires",
    "secondary", "select", "selecta", "selected", "selective", "the", "to", "und", "used",
    "utilizada", "verwendete", "weiterfuhrende", "y", "zum", "zur",
];

/// Words that open the heading of what follows a list, folded and sorted.
#[rustfmt::skip]
const CLOSING_WORDS: [&str; 60] = [
    "about", "abstract", "acknowledgement", "acknowledgements", "acknowledgment",
    "acknowledgments", "address", "affiliations", "agradecimentos", "agradecimientos",
    "allegati", "anexo", "anexos", "anhang", "anhange", "annex", "annexe", "annexes",
    "annexure", "apendice", "apendices", "appendice", "appendices", "appendici", "appendix",
    "author", "authors", "autor", "autoren", "autorenangaben", "autorin", "autorinnen",
    "bijlage", "bijlagen", "biographical", "biographies", "biography", "conflict", "conflicts",
    "contributors", "correspondence", "danksagung", "danksagungen", "endnotes", "figure",
    "figures", "footnotes", "funding", "glossar", "glossary", "index", "notes", "remerciements",
    "ringraziamenti", "supplement", "supplementary", "tabelle", "tabellen", "tables", "uber",
];

/// Words that open, with a number or a colon behind them, what is printed after a list: captions, dates of receipt, chapters.
#[rustfmt::skip]
const CAPTION_WORDS: [&str; 36] = [
    "abb", "abbildung", "accepted", "aceito", "aceptado", "capitolo", "capitulo", "chapitre",
    "chapter", "correspondence", "cuadro", "eingegangen", "email", "fig", "figura", "figure",
    "grafico", "graph", "hoofdstuk", "kapitel", "orcid", "published", "quadro", "recebido",
    "received", "recibido", "recu", "ricevuto", "submitted", "tab", "tabela", "tabella", "tabelle",
    "tabla", "table", "tableau",
];

/// Words that, with a colon behind them, say where a figure or a table comes from, sorted.
const SOURCE_WORDS: [&str; 7] = [
    "bronnen", "fontes", "fonti", "fuentes", "kilder", "quellen", "sources",
];

/// What a heading announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// A reference list.
    List,
    /// What follows a list: an appendix, thanks, notes on the author.
    Closing,
}

/// Reads a line as a heading; none where it is no heading or one of another kind.
///
/// Numbers, Markdown marks and other signs around the words do not count: `54 9 Bibliografía`, `## References`, `! Literatur`.
pub(super) fn heading(line: &str) -> Option<Heading> {
    if line.len() > LONGEST || is_contents_line(line) {
        return None;
    }
    let folded = fold(line);
    let folded = if is_spaced_out(&folded) {
        folded.replace(' ', "")
    } else {
        folded
    };
    let words: Vec<&str> = folded
        .split(' ')
        .map(|word| word.trim_start_matches(|c: char| c.is_numeric()))
        .filter(|word| word.len() > 1 || *word == "e" || *word == "y")
        .collect();
    if words.is_empty() || words.len() > MOST_WORDS {
        None
    } else if is_list(&words) {
        Some(Heading::List)
    } else if is_closing(line, &words) {
        Some(Heading::Closing)
    } else {
        None
    }
}

/// The length of the heading of a list that stands before the first reference on the same line, with its colon and the white
/// space behind it.
///
/// Words for sources are no such heading: `Quellen: Müller, H. (2010)` stands below figures.
pub(super) fn run_in_heading(line: &str) -> Option<usize> {
    let colon = head(line, LONGEST).find(':')?;
    let words = fold(&line[..colon]);
    let is_caption = words
        .split(' ')
        .all(|word| SOURCE_WORDS.binary_search(&word).is_ok());
    if is_caption || heading(&line[..colon]) != Some(Heading::List) {
        return None;
    }
    let behind = line[colon + 1..].trim_start_matches(|c: char| c == '*' || c.is_whitespace());
    Some(line.len() - behind.len())
}

/// Whether all words are single letters: `R E F E R E N C E S`.
fn is_spaced_out(folded: &str) -> bool {
    folded.len() > 8 && folded.split(' ').all(|word| word.chars().count() == 1)
}

/// Whether all words belong to the heading of a list, and one or two of them make it one.
fn is_list(words: &[&str]) -> bool {
    let has = |list: &[&str]| words.iter().any(|word| list.binary_search(word).is_ok());
    let are_known = words.iter().all(|word| {
        [&LIST_WORDS[..], &CITED_WORDS, &WORK_WORDS, &SIDE_WORDS]
            .iter()
            .any(|list| list.binary_search(word).is_ok())
            || is_roman(word)
    });
    are_known && (has(&LIST_WORDS) || (has(&WORK_WORDS) && has(&CITED_WORDS)))
}

/// Whether a line opens as the headings behind a list do, and is no sentence or end of a reference.
fn is_closing(line: &str, words: &[&str]) -> bool {
    let first = words.iter().find(|word| !is_roman(word));
    let is_in = |list: &[&str]| first.is_some_and(|word| list.binary_search(word).is_ok());
    let is_caption = is_in(&CAPTION_WORDS) && opens_caption(line);
    let is_heading =
        is_in(&CLOSING_WORDS) && !line.ends_with(['.', ',', ';']) && years::first(line).is_none();
    (is_caption || is_heading)
        && line
            .trim_start_matches(|c: char| !c.is_alphabetic())
            .starts_with(char::is_uppercase)
}

/// Whether the first word has a number or a colon behind it: `Table 3`, `Received: 3 May`.
pub(super) fn opens_caption(line: &str) -> bool {
    let rest = line
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .trim_start_matches(char::is_alphabetic);
    let rest = rest.trim_start_matches(['.', ' ', '\u{a0}']);
    rest.starts_with(|c: char| c.is_ascii_digit() || c == ':')
}

/// Whether a line belongs to a table of contents: a heading, leaders, a page.
fn is_contents_line(line: &str) -> bool {
    let before_page = line.trim_end_matches(|c: char| c.is_ascii_digit());
    before_page.len() < line.len()
        && (before_page.trim_end().ends_with("..")
            || before_page.ends_with(". .")
            || before_page.trim_end().ends_with('…')
            || before_page.ends_with('\t'))
}

/// Whether a word is a small Roman number, as before a heading.
fn is_roman(word: &str) -> bool {
    word.len() <= 5 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted() {
        for list in [
            &LIST_WORDS[..],
            &CITED_WORDS,
            &WORK_WORDS,
            &SIDE_WORDS,
            &CLOSING_WORDS,
            &CAPTION_WORDS,
            &SOURCE_WORDS,
        ] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }

    #[test]
    fn headings_of_lists_are_known_in_many_forms() {
        let lines = [
            "References",
            "REFERENCES",
            "1References",
            "6. References",
            "VI. References",
            "## References",
            "**References**",
            "References:",
            "References cited",
            "Works Cited",
            "Literature Cited",
            "Reference List",
            "Selected Bibliography",
            "References and Notes",
            "54 9 Bibliografía",
            "! Literatur",
            "Ausgewählte Literatur:",
            "Literaturverzeichnis",
            "Quellen- und Literaturverzeichnis",
            "Referencias bibliográficas",
            "Obras citadas",
            "Références",
            "Ouvrages cités",
            "Bibliographie sélective",
            "Referências",
            "Riferimenti bibliografici",
            "Opere citate",
            "Literatuurlijst",
            "Litteratur",
            "Källförteckning",
            "Primary sources",
            "Zitierte Literatur",
            "List of References",
            "R E F E R E N C E S",
        ];
        for line in lines {
            assert_eq!(heading(line), Some(Heading::List), "{line}");
        }
    }

    #[test]
    fn headings_may_stand_before_the_first_reference() {
        let cases = [
            ("Literatur: Müller, H.", Some("Literatur: ")),
            ("**References:** Smith, J.", Some("**References:** ")),
            ("Obras citadas:\tRuiz, A.", Some("Obras citadas:\t")),
            (
                "Bibliographie :\u{a0}Roux, A.",
                Some("Bibliographie :\u{a0}"),
            ),
            ("Sources: Smith, J.", None),
            ("Literature on bread: Smith, J.", None),
            ("Smith, J.: References", None),
            ("References", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let found = run_in_heading(line).map(|length| &line[..length]);
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn other_lines_are_no_headings_of_lists() {
        let lines = [
            "References ........ 45",
            "The references are listed below",
            "Literature review",
            "Works",
            "Introduction",
            "Reference values",
            "We cite works",
            "",
            "12",
        ];
        for line in lines {
            assert_eq!(heading(line), None, "{line}");
        }
    }

    #[test]
    fn what_follows_a_list_is_known() {
        for line in [
            "Appendix A: Questions",
            "Acknowledgments",
            "About the author",
            "Anhang",
            "Über die Autorin",
            "B. Anexo",
        ] {
            assert_eq!(heading(line), Some(Heading::Closing), "{line}");
        }
        assert_eq!(heading("about the author"), None);
        assert_eq!(heading("Index on Censorship, 12, 4."), None);
    }
}
