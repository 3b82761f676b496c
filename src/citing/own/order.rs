//! The order of the list, on which the letters behind years hang: `2001a` is what stands first.

use std::collections::{BTreeMap, BTreeSet};

use super::Own;
use crate::{citing::typed::Typed, project::Paper, work::fold::fold};

/// How the list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Order {
    /// By the first author alone, not by all, before the year.
    pub(super) first_author: bool,
    /// In the order in which works are cited, not by title, behind the year.
    pub(super) as_cited: bool,
}

const ORDERS: [Order; 4] = [
    Order {
        first_author: false,
        as_cited: false,
    },
    Order {
        first_author: true,
        as_cited: false,
    },
    Order {
        first_author: false,
        as_cited: true,
    },
    Order {
        first_author: true,
        as_cited: true,
    },
];

/// What works that look alike in citations are told by.
type Alike = BTreeMap<(String, i32), Vec<usize>>;

impl Own<'_> {
    /// The order that gives most works the letters which they have.
    pub(super) fn order_of(&self, paper: &Paper, typed: &[Typed]) -> Order {
        let mut cited: Vec<usize> = Vec::new();
        let mut seen = BTreeSet::new();
        let references = typed
            .iter()
            .flat_map(|typed| typed.cites.iter().map(|cite| cite.reference));
        cited.extend(
            references
                .chain(0..self.works.len())
                .filter(|idx| seen.insert(*idx)),
        );
        let alike = self.alike();
        let hits = |order: &Order| -> usize {
            let groups = alike.values();
            groups
                .map(|group| self.hits(paper, group, *order, &cited))
                .sum()
        };
        // Of equals the last is the greatest to `max_by_key`.
        ORDERS
            .into_iter()
            .rev()
            .max_by_key(hits)
            .unwrap_or_default()
    }

    /// The works that citations would not tell apart.
    fn alike(&self) -> Alike {
        let mut alike = Alike::new();
        for (idx, work) in self.works.iter().enumerate() {
            let names = self.names(idx, &BTreeSet::from([idx]));
            if let (Some(names), Some(date)) = (names, work.issued.date) {
                alike.entry((names, date.year)).or_default().push(idx);
            }
        }
        alike.retain(|_, group| group.len() > 1);
        alike
    }

    /// How many works of a group get their letters.
    fn hits(&self, paper: &Paper, group: &[usize], order: Order, cited: &[usize]) -> usize {
        let place = |idx: &usize| {
            cited
                .iter()
                .position(|other| other == idx)
                .unwrap_or(usize::MAX)
        };
        let mut sorted = group.to_vec();
        sorted.sort_by_key(|idx| {
            let work = &self.works[*idx];
            let creators = work.creators().names.iter().map(|name| fold(&name.cited()));
            let shown = if order.first_author { 1 } else { usize::MAX };
            let title = fold(work.title.as_deref().unwrap_or_default());
            let behind = if order.as_cited {
                (place(idx), String::new())
            } else {
                (0, title)
            };
            (creators.take(shown).collect::<Vec<_>>(), behind)
        });
        let letters = sorted.iter().zip('a'..='z');
        letters
            .filter(|(idx, letter)| {
                let typed = paper
                    .references
                    .items
                    .get(**idx)
                    .and_then(|item| item.work.issued.suffix);
                typed == Some(*letter)
            })
            .count()
    }
}
