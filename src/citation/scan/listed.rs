//! What the list says about names and a year.

use super::{
    super::{CitedName, CitedYear, lexicon::Role, names::NameRow},
    Scan,
};
use crate::work::fold;

/// What joins the names of two authors in that of their test or model: `Dorn–Falk`.
const JOINTS: [char; 3] = ['-', '–', '‐'];

impl Scan<'_> {
    /// Divides one name that the list does not know into two that it has together: `the Dorn–Falk (2014) oven`.
    fn divided(&self, names: &mut NameRow) {
        let [name] = names.names.as_slice() else {
            return;
        };
        let lexicon = self.reader.lexicon;
        let Some((one, other)) = name.text.split_once(JOINTS) else {
            return;
        };
        let (first, second) = (fold::fold(one), fold::fold(other));
        if lexicon.knows(&fold::fold(&name.text))
            || !(lexicon.heads(&first) || lexicon.heads(&second))
            || !lexicon.together(&first, &second)
        {
            return;
        }
        let part = |text: &str| CitedName {
            text: text.to_owned(),
            given: None,
            span: name.span,
        };
        names.names = vec![part(one), part(other)];
    }

    /// Cuts names on the left that the list does not have when the rest is a listed work: `In Brazil, Smith & Lee (2010)`.
    pub(super) fn trimmed(&self, mut names: NameRow, cited: &CitedYear) -> NameRow {
        self.divided(&mut names);
        let unknown = |name: &CitedName| !self.reader.lexicon.knows(&fold::fold(&name.text));
        let n_unknown = names.names.iter().take_while(|name| unknown(name)).count();
        if n_unknown > 0 && n_unknown < names.names.len() {
            let first = &names.names[n_unknown];
            if self.lists_name(&first.text, cited) {
                let start = first.span.start;
                names.start = self
                    .reader
                    .tokens
                    .partition_point(|token| token.span.start < start);
                names.names.drain(..n_unknown);
                if names.names.len() == 1 {
                    names.connector = None;
                }
                names.is_open = false;
            }
        }
        names
    }

    /// Whether the list has a work of this year under the first of these names.
    pub(super) fn lists(&self, names: &NameRow, cited: &CitedYear) -> bool {
        names
            .names
            .first()
            .is_some_and(|name| !self.is_contradicted(name) && self.lists_name(&name.text, cited))
    }

    /// Whether two joined names stand together in one reference, whatever its year.
    pub(super) fn lists_pair(&self, names: &NameRow) -> bool {
        match names.names.as_slice() {
            [first, second] if names.connector.is_some() => self
                .reader
                .lexicon
                .together(&fold::fold(&first.text), &fold::fold(&second.text)),
            _ => false,
        }
    }

    /// Whether the name before a family name is no given name of its bearers: `Hyde Park`.
    pub(super) fn is_contradicted(&self, name: &CitedName) -> bool {
        let lexicon = self.reader.lexicon;
        let folded = fold::fold(&name.text);
        name.given.as_ref().is_some_and(|given| {
            !lexicon.find(&folded).is_empty() && !lexicon.given_fits(&folded, given)
        })
    }

    fn lists_name(&self, name: &str, cited: &CitedYear) -> bool {
        let lexicon = self.reader.lexicon;
        let folded = fold::fold(name);
        let by_name = lexicon
            .find(&folded)
            .iter()
            .filter(|listed| listed.role < Role::Other)
            .map(|listed| listed.reference);
        by_name
            .chain(lexicon.find_title(&folded))
            .chain(lexicon.find_own_title(&folded))
            .any(|reference| lexicon.years(reference).fit(cited))
    }
}
