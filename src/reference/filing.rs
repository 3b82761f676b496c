//! Under what a list files its references.

use super::{
    list::{is_particle, marker, name_behind_initials, repeated_author},
    short_label::split_label,
};
use crate::work::fold::{fold, fold_spelt_out};

/// How a list brings names into an order. Style guides differ in all of these, and authors as well.
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Convention {
    /// Whether `van der Berg` stands under V, and not under B.
    pub with_particles: bool,
    /// Whether `Müller` stands where `Mueller` would.
    pub umlauts_spelt_out: bool,
    /// Whether word spaces count: `De Vries` before `Dean`.
    pub word_by_word: bool,
    /// Whether `McAdam` stands where `MacAdam` would.
    pub mc_as_mac: bool,
    /// Whether `The Economist` stands under T, and not under E.
    pub with_articles: bool,
}

impl Convention {
    /// What most guides agree on: letter by letter, with particles, accents ignored.
    pub const USUAL: Self = Self {
        with_particles: true,
        umlauts_spelt_out: false,
        word_by_word: false,
        mc_as_mac: false,
        with_articles: false,
    };

    /// This convention with one of its points turned round, for each point.
    pub fn variants(self) -> [Self; 5] {
        [
            Self {
                with_particles: !self.with_particles,
                ..self
            },
            Self {
                umlauts_spelt_out: !self.umlauts_spelt_out,
                ..self
            },
            Self {
                word_by_word: !self.word_by_word,
                ..self
            },
            Self {
                mc_as_mac: !self.mc_as_mac,
                ..self
            },
            Self {
                with_articles: !self.with_articles,
                ..self
            },
        ]
    }

    /// The form in which names are compared.
    pub fn key(self, filed_under: &str) -> String {
        let mut name = filed_under;
        if !self.with_particles {
            name = without_first(name, |word| is_particle(word) || is_elided(word));
        }
        if !self.with_articles {
            name = without_first(name, is_article);
        }
        let folded = if self.umlauts_spelt_out {
            fold_spelt_out(name)
        } else {
            fold(name)
        };
        let folded = match folded.strip_prefix("mc") {
            Some(rest) if self.mc_as_mac => format!("mac{rest}"),
            _ => folded,
        };
        if self.word_by_word {
            folded
        } else {
            folded.replace(' ', "")
        }
    }
}

/// A name without the words before it that belong to a class, and without a prefix such as `d’` or `al-`.
fn without_first(name: &str, is_dropped: fn(&str) -> bool) -> &str {
    let mut rest = name;
    while let Some((word, behind)) = rest.split_once([' ', '\u{a0}', '\'', '’', '-'])
        && is_dropped(&word.to_lowercase())
    {
        rest = behind;
    }
    rest
}

/// Whether a word is a particle that has lost its vowel before a name: `d’Alpoim`, `dell’Orto`.
fn is_elided(word: &str) -> bool {
    matches!(word, "d" | "l" | "dall" | "dell" | "nell")
}

/// Whether a word is an article before the name of an organisation or a title.
fn is_article(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "der"
            | "die"
            | "das"
            | "el"
            | "la"
            | "los"
            | "las"
            | "le"
            | "les"
            | "l"
            | "o"
            | "os"
            | "as"
            | "il"
            | "lo"
            | "gli"
            | "i"
    )
}

/// The words by which a list may file a printed reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Filed<'t> {
    /// The family name of the first author, or whatever the reference opens with instead.
    pub name: &'t str,
    /// The same with the initials that stand before it: `U. S. Census Bureau`, `J. M. Coetzee`.
    pub with_initials: &'t str,
}

/// Reads under what a printed reference is filed.
///
/// None where a dash stands for the author of the reference before, or where the reference opens with no letter.
pub fn filed_under(reference: &str) -> Option<Filed<'_>> {
    let content = split_label(reference).1;
    let content = &content[marker(content).1..];
    let content =
        content.trim_start_matches(|c: char| !c.is_alphanumeric() && !"-_–—⸺⸻".contains(c));
    if repeated_author(content).is_some() || !content.starts_with(char::is_alphabetic) {
        return None;
    }
    let name = name_behind_initials(content).unwrap_or(content);
    let end = name
        .find(|c: char| c.is_numeric() || ",.;:()[]“”\"„«/".contains(c))
        .unwrap_or(name.len());
    let n_before = content.len() - name.len();
    Some(Filed {
        name: without_initials(name[..end].trim()),
        with_initials: content[..n_before + end].trim(),
    })
}

/// A name without the initials behind it: `Aghaei M`, `van der Berg AJ`.
fn without_initials(name: &str) -> &str {
    match name.rsplit_once(' ') {
        Some((family, initials))
            if initials.chars().count() <= 3 && initials.chars().all(char::is_uppercase) =>
        {
            family.trim_end()
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_filed_under_what_they_open_with() {
        let cases = [
            ("Grandin, G. (2019).", Some("Grandin")),
            ("12. van der Berg AJ, Lee K (2001)", Some("van der Berg")),
            ("[Bosch 2005] Bosch, A.", Some("Bosch")),
            ("J. M. Coetzee, Foe, 1986", Some("Coetzee")),
            ("World Bank. (2011).", Some("World Bank")),
            ("“A title,” 1999", Some("A title")),
            ("———. 2012.", None),
            ("(anonymous) 1984", Some("anonymous")),
        ];
        for (reference, name) in cases {
            assert_eq!(
                filed_under(reference).map(|filed| filed.name),
                name,
                "{reference}"
            );
        }
    }

    #[test]
    fn initials_before_a_name_are_kept_apart() {
        let filed = filed_under("U. S. Census Bureau. (2020).").expect("it opens with a letter");
        assert_eq!(
            (filed.name, filed.with_initials),
            ("Census Bureau", "U. S. Census Bureau")
        );
    }

    #[test]
    fn conventions_give_different_keys() {
        let usual = Convention::USUAL;
        assert_eq!(usual.key("van der Berg"), "vanderberg");
        assert_eq!(
            Convention {
                with_particles: false,
                ..usual
            }
            .key("van der Berg"),
            "berg"
        );
        assert_eq!(
            Convention {
                with_particles: false,
                ..usual
            }
            .key("d’Alpoim Guedes"),
            "alpoimguedes"
        );
        assert_eq!(
            Convention {
                umlauts_spelt_out: true,
                ..usual
            }
            .key("Müller"),
            "mueller"
        );
        assert_eq!(
            Convention {
                word_by_word: true,
                ..usual
            }
            .key("De Vries"),
            "de vries"
        );
        assert_eq!(
            Convention {
                mc_as_mac: true,
                ..usual
            }
            .key("McAdam"),
            "macadam"
        );
        assert_eq!(usual.key("The Economist"), "economist");
    }
}
