//! The abbreviations of organisations that the text defines.

use std::collections::HashSet;

use super::{super::name_forms::abbreviation_after, Lexicon, Listed, Role};
use crate::work::fold;

impl Lexicon {
    /// Adds the abbreviations that the text defines for listed organisations: `World Health Organization (WHO)`.
    pub(super) fn add_definitions(&mut self, text: &str) {
        let mut known = HashSet::new();
        for (open, _) in text.match_indices(['(', '[']) {
            if let Some(short) = abbreviation_after(&text[open + 1..]) {
                self.add_definition(&text[..open], short, &mut known);
            }
        }
    }

    /// Adds one abbreviation of the words `before` it; `defined` holds those that were added.
    fn add_definition(
        &mut self,
        before: &str,
        short: &str,
        defined: &mut HashSet<(String, String)>,
    ) {
        let from = (before.len().saturating_sub(120)..before.len())
            .find(|at| before.is_char_boundary(*at))
            .unwrap_or(before.len());
        let folded = fold::fold(&before[from..]);
        let mut rest = folded.as_str();
        while let Some((_, shorter)) = rest.split_once(' ') {
            rest = shorter;
            if !rest.contains(' ') || !self.find(rest).iter().any(Listed::heads) {
                continue;
            }
            let short = fold::fold(short);
            if defined.insert((rest.to_owned(), short.clone())) {
                let known: Vec<_> = self.find(rest).to_vec();
                for listed in known.iter().filter(|listed| listed.heads()) {
                    self.add(short.clone(), Role::Abbreviation, listed.reference);
                }
            }
            return;
        }
    }
}
