//! What stands where the year should: `n.d.`, `in press`; in seven languages.

use serde::Serialize;

use super::fold::fold;

/// What stands where the year should; the kinds are those of biblatex's `pubstate` (manual, 2.3.10 and 4.9.2.20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// `n.d.`, `o. J.`, `s. f.`
    NoDate,
    /// `in preparation`, `in Vorbereitung`.
    InPreparation,
    /// `submitted`, `under review`, `eingereicht`.
    Submitted,
    /// `forthcoming`, `accepted`, `im Erscheinen`, `à paraître`.
    Forthcoming,
    /// `in press`, `im Druck`, `en prensa`.
    InPress,
    /// `advance online publication`, `ahead of print`.
    Prepublished,
}

impl Status {
    /// The words of people and the keys of `pubstate`; case, accents, spaces and full stops do not count.
    pub fn of(text: &str) -> Option<Self> {
        let letters = letters(text);
        let is_it = |words: &[&str]| {
            // No two words of the table begin alike but for accents.
            let may_be = !words[0].is_ascii() || letters.starts_with(words[0]);
            may_be && self::letters(&words.concat()) == letters
        };
        let found = STATUSES.iter().find(|(words, _)| is_it(words));
        found.map(|(_, status)| *status)
    }

    /// The key of biblatex's field `pubstate`; what has no date has none.
    pub fn pubstate(self) -> Option<&'static str> {
        Some(match self {
            Self::NoDate => return None,
            Self::InPreparation => "inpreparation",
            Self::Submitted => "submitted",
            Self::Forthcoming => "forthcoming",
            Self::InPress => "inpress",
            Self::Prepublished => "prepublished",
        })
    }

    /// In English, as APA writes it in the place of the year.
    pub fn words(self) -> &'static str {
        match self {
            Self::NoDate => "n.d.",
            Self::InPreparation => "in preparation",
            Self::Submitted => "submitted",
            Self::Forthcoming => "forthcoming",
            Self::InPress => "in press",
            Self::Prepublished => "advance online publication",
        }
    }
}

/// The letters of a text without case, accents and what is between them.
fn letters(text: &str) -> String {
    let mut letters = fold(text);
    letters.retain(char::is_alphabetic);
    letters
}

/// The words that stand for a year, as lower-case words without full stops; of two that begin alike the longer one stands first.
///
/// en, de, es, fr, pt, it, nl.
pub(crate) const STATUSES: [(&[&str], Status); 84] = [
    (&["n", "d"], Status::NoDate),
    (&["no", "date"], Status::NoDate),
    (&["o", "j"], Status::NoDate),
    (&["s", "f"], Status::NoDate),
    (&["s", "d"], Status::NoDate),
    (&["z", "d"], Status::NoDate),
    (&["nicht", "datiert"], Status::NoDate),
    (&["sin", "fecha"], Status::NoDate),
    (&["sem", "data"], Status::NoDate),
    (&["sans", "date"], Status::NoDate),
    (&["senza", "data"], Status::NoDate),
    (&["ohne", "jahr"], Status::NoDate),
    (&["o", "d"], Status::NoDate),
    (&["ohne", "datum"], Status::NoDate),
    (&["zonder", "jaartal"], Status::NoDate),
    (&["s", "a"], Status::NoDate),
    (&["nd"], Status::NoDate),
    (&["sd"], Status::NoDate),
    (&["sf"], Status::NoDate),
    (&["undated"], Status::NoDate),
    (&["manuscript", "in", "preparation"], Status::InPreparation),
    (&["in", "preparation"], Status::InPreparation),
    (&["in", "prep"], Status::InPreparation),
    (&["in", "vorbereitung"], Status::InPreparation),
    (&["i", "vorb"], Status::InPreparation),
    (&["em", "prep"], Status::InPreparation),
    (&["en", "prep"], Status::InPreparation),
    (&["en", "preparación"], Status::InPreparation),
    (&["em", "preparação"], Status::InPreparation),
    (&["en", "préparation"], Status::InPreparation),
    (&["in", "preparazione"], Status::InPreparation),
    (&["in", "voorbereiding"], Status::InPreparation),
    (
        &["manuscript", "submitted", "for", "publication"],
        Status::Submitted,
    ),
    (&["submitted", "for", "publication"], Status::Submitted),
    (&["manuscript", "under", "review"], Status::Submitted),
    (&["revise", "and", "resubmit"], Status::Submitted),
    (&["under", "review"], Status::Submitted),
    (&["in", "revision"], Status::Submitted),
    (&["manuscript", "submitted"], Status::Submitted),
    (&["submitted"], Status::Submitted),
    (&["eingereicht"], Status::Submitted),
    (&["enviado"], Status::Submitted),
    (&["submetido"], Status::Submitted),
    (&["soumis"], Status::Submitted),
    (&["de", "próxima", "aparición"], Status::Forthcoming),
    (&["di", "prossima", "pubblicazione"], Status::Forthcoming),
    (&["à", "paraître"], Status::Forthcoming),
    (&["im", "erscheinen"], Status::Forthcoming),
    (&["im", "ersch"], Status::Forthcoming),
    (&["i", "ersch"], Status::Forthcoming),
    (&["i", "e"], Status::Forthcoming),
    (&["to", "appear"], Status::Forthcoming),
    (&["por", "publicar"], Status::Forthcoming),
    (&["próxima", "publicación"], Status::Forthcoming),
    (&["à", "paraitre"], Status::Forthcoming),
    (&["in", "pubblicazione"], Status::Forthcoming),
    (&["te", "verschijnen"], Status::Forthcoming),
    (&["forthcoming"], Status::Forthcoming),
    (&["accepted"], Status::Forthcoming),
    (&["erscheint"], Status::Forthcoming),
    (&["aceptado"], Status::Forthcoming),
    (&["accepté"], Status::Forthcoming),
    (&["accettato"], Status::Forthcoming),
    (&["angenommen"], Status::Forthcoming),
    (&["aceito"], Status::Forthcoming),
    (&["próximamente"], Status::Forthcoming),
    (&["in", "corso", "di", "stampa"], Status::InPress),
    (&["in", "press"], Status::InPress),
    (&["im", "druck"], Status::InPress),
    (&["en", "prensa"], Status::InPress),
    (&["no", "prelo"], Status::InPress),
    (&["sous", "presse"], Status::InPress),
    (&["in", "stampa"], Status::InPress),
    (&["in", "druk"], Status::InPress),
    (&["in", "production"], Status::InPress),
    (&["in", "print"], Status::InPress),
    (&["i", "dr"], Status::InPress),
    (&["epub", "ahead", "of", "print"], Status::Prepublished),
    (&["online", "ahead", "of", "print"], Status::Prepublished),
    (&["advance", "online", "publication"], Status::Prepublished),
    (&["ahead", "of", "print"], Status::Prepublished),
    (&["inpreparation"], Status::InPreparation),
    (&["inpress"], Status::InPress),
    (&["prepublished"], Status::Prepublished),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_keys() {
        let check = |text: &str, expected: Option<Status>| {
            assert_eq!(Status::of(text), expected, "{text}");
        };
        check("n. d.", Some(Status::NoDate));
        check("In Press", Some(Status::InPress));
        check("a paraitre", Some(Status::Forthcoming));
        check("à paraître", Some(Status::Forthcoming));
        check("under review", Some(Status::Submitted));
        check("Manuscript in preparation", Some(Status::InPreparation));
        check("pressing", None);
        for (words, status) in STATUSES {
            check(&words.join(" "), Some(status));
            if let Some(key) = status.pubstate() {
                check(key, Some(status));
            }
            check(status.words(), Some(status));
        }
    }
}
