//! Dashes that stand for the authors of the reference before.

use super::list::repeated_author;
use crate::work::{Contributors, Name, Work};

/// Whether dashes or a word stand for the authors of the reference before.
pub fn repeats_author(reference: &str) -> bool {
    RepeatedAuthor::find(reference).is_some()
}

/// What stands for the authors of the reference before, where a reference opens with such a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RepeatedAuthor {
    /// The number of dashes.
    n_dashes: usize,
    /// Whether they stand for an editor.
    is_editor: bool,
}

impl RepeatedAuthor {
    /// Finds the dashes or the word that open the text of a reference.
    pub(super) fn find(text: &str) -> Option<Self> {
        let length = repeated_author(text)?;
        Some(Self {
            n_dashes: n_dashes(text),
            is_editor: opens_with_editor(&text[length..]),
        })
    }

    /// Puts the creators of the reference before in the place of the dashes.
    ///
    /// One dash alone stands for all of them; where names follow (`———, and X. Li`), each dash stands for one (Chicago Manual of
    /// Style 17, 15.18).
    pub(super) fn fill_in(self, work: &mut Work, before: &Contributors) {
        if before.is_empty() {
            return;
        }
        let is_editor = work.authors.is_empty() && !work.editors.is_empty() || self.is_editor;
        work.authors.names.retain(|name| !is_dash(name));
        work.editors.names.retain(|name| !is_dash(name));
        let own = if is_editor {
            &mut work.editors
        } else {
            &mut work.authors
        };
        if own.names.is_empty() {
            own.clone_from(before);
            return;
        }
        let n_dashes = self.n_dashes.min(before.names.len());
        own.names
            .splice(0..0, before.names[..n_dashes].iter().cloned());
    }
}

/// Whether a name is nothing but the dash.
fn is_dash(name: &Name) -> bool {
    let cited = name.cited();
    !cited.contains(char::is_alphanumeric)
        || repeated_author(&cited).is_some()
        || matches!(
            cited.as_str(),
            "Ders" | "Dies" | "Idem" | "Id" | "Ders." | "Dies."
        )
}

/// Whether the dash stands for an editor: `———, ed.`, `Ders. (Hrsg.)`.
fn opens_with_editor(rest: &str) -> bool {
    let word = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
    [
        "ed.",
        "eds.",
        "Ed.",
        "Eds.",
        "Hrsg.",
        "Hg.",
        "hg.",
        "hrsg.",
        "org.",
        "Org.",
        "éd.",
        "dir.",
        "a cura di",
    ]
    .iter()
    .any(|role| word.starts_with(role))
}

/// The number of dashes that open a text, with nothing but commas between them.
fn n_dashes(mut text: &str) -> usize {
    let mut count = 0;
    while let Some(length) = repeated_author(text) {
        count += 1;
        text = text[length..].trim_start_matches([',', ';', ' ', '\u{a0}']);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, own: &[&str], before: &[&str], expected: &str) {
        let names = |names: &[&str]| {
            Contributors::new(names.iter().map(|name| Name::person(*name, "")).collect())
        };
        let mut work = Work {
            authors: names(own),
            ..Work::default()
        };
        if let Some(repeated) = RepeatedAuthor::find(text) {
            repeated.fill_in(&mut work, &names(before));
        }
        let found: Vec<String> = work.creators().names.iter().map(Name::cited).collect();
        assert_eq!(found.join(" + "), expected, "{text}");
    }

    #[test]
    fn a_dash_alone_stands_for_all_authors() {
        check("———. 2012. Second.", &[], &["Smith"], "Smith");
        check(
            "———. 2012. Second.",
            &["———"],
            &["Smith", "Doe"],
            "Smith + Doe",
        );
        check("Ders. (1998): Titel.", &["Ders."], &["Müller"], "Müller");
        check("______. História.", &[], &["SILVA"], "SILVA");
        check("———, ed. 2001. A reader.", &["———"], &["Smith"], "Smith");
    }

    #[test]
    fn a_dash_before_names_stands_for_one() {
        check(
            "———, and X. Li. 2013.",
            &["Li"],
            &["Smith", "Doe"],
            "Smith + Li",
        );
        check(
            "———, ———, and X. Li. 2013.",
            &["———", "Li"],
            &["Smith", "Doe"],
            "Smith + Doe + Li",
        );
    }

    #[test]
    fn other_references_keep_their_authors() {
        check("Li, X. 2013.", &["Li"], &["Smith"], "Li");
        check("———. 2013.", &[], &[], "");
    }
}
