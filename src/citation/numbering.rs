//! The numbers of a numbered reference list.

use std::collections::HashMap;

use crate::{
    reference::{References, filed_under},
    span::Span,
    work::fold,
};

/// What stands around the numbers that a list prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Enclosure {
    /// `[1]`
    Square,
    /// `(1)`
    Round,
    /// `1.`, `1)` or `1`
    Bare,
}

/// The references of a paper by number.
///
/// A list that prints no numbers is counted: word processors and web pages number lists without writing the numbers down.
#[derive(Debug, Clone, Default)]
pub struct Numbering {
    lists: Vec<NumberedList>,
    enclosure: Option<Enclosure>,
    n_references: usize,
    last: u32,
    is_alphabetical: bool,
}

/// The references of one list.
#[derive(Debug, Clone)]
struct NumberedList {
    span: Span,
    numbers: HashMap<u32, usize>,
}

/// So many references of a list, in per cent, bear numbers, and so many of them the next number, where it is numbered.
const MOST: usize = 80;

impl Numbering {
    /// Reads the numbers that stand before the references.
    pub fn of(text: &str, references: &References) -> Self {
        let mut numbering = Self {
            n_references: references.items.len(),
            is_alphabetical: is_alphabetical(text, references),
            ..Self::default()
        };
        let mut first = 0;
        for list in &references.lists {
            let items = &references.items[first..];
            let n_items = items.partition_point(|item| item.span.start < list.span.end);
            let labels: Vec<_> = items[..n_items]
                .iter()
                .map(|item| label(item.span.slice(text)))
                .collect();
            let printed = is_numbered(&labels);
            let numbers = labels.iter().zip(first..).zip(1..);
            let numbers = numbers.filter_map(|((label, idx), count)| {
                let number = if printed {
                    label.map(|(number, _)| number)
                } else {
                    Some(count)
                };
                Some((number?, idx))
            });
            let mut by_number = HashMap::new();
            for (number, idx) in numbers {
                by_number.entry(number).or_insert(idx);
                numbering.last = numbering.last.max(number);
            }
            if printed {
                numbering.enclosure = labels
                    .iter()
                    .flatten()
                    .map(|(_, enclosure)| *enclosure)
                    .min();
            }
            numbering.lists.push(NumberedList {
                span: list.span,
                numbers: by_number,
            });
            first += n_items;
        }
        numbering
    }

    /// The reference with a number: of the list that ends the chapter in which `position` stands, else of any.
    pub fn find(&self, number: u32, position: usize) -> Option<usize> {
        let next = self.lists.partition_point(|list| list.span.end <= position);
        let own = self.lists.get(next).into_iter();
        own.chain(self.lists.iter().rev())
            .find_map(|list| list.numbers.get(&number).copied())
    }

    /// What stands around the printed numbers; none where none are printed.
    pub fn enclosure(&self) -> Option<Enclosure> {
        self.enclosure
    }

    /// The highest number.
    pub fn last(&self) -> u32 {
        self.last
    }

    /// Whether the references stand in the order of their names, which a list that is cited by number seldom has.
    pub fn is_alphabetical(&self) -> bool {
        self.is_alphabetical
    }

    /// How many references there are.
    pub fn len(&self) -> usize {
        self.n_references
    }

    /// Whether there are no references.
    pub fn is_empty(&self) -> bool {
        self.n_references == 0
    }
}

/// Whether nearly all neighbours stand in the order of the names that they are filed under.
fn is_alphabetical(text: &str, references: &References) -> bool {
    let items = references.items.iter();
    let names = items.filter_map(|item| filed_under(item.span.slice(text)));
    let names: Vec<String> = names.map(|filed| fold::fold(filed.name)).collect();
    let pairs = names.windows(2);
    let n_pairs = pairs.len();
    pairs.filter(|pair| pair[0] <= pair[1]).count() * 100 >= n_pairs * MOST
}

/// Whether the references of a list bear numbers that go up by one.
fn is_numbered(labels: &[Option<(u32, Enclosure)>]) -> bool {
    let numbers: Vec<u32> = labels.iter().flatten().map(|(number, _)| *number).collect();
    let n_next = numbers
        .windows(2)
        .filter(|pair| pair[0] + 1 == pair[1])
        .count();
    let is_whole = numbers.len() * 100 >= labels.len() * MOST;
    let begins = numbers.len() > 1 || numbers.first() == Some(&1);
    !numbers.is_empty() && is_whole && begins && (n_next + 1) * 100 >= numbers.len() * MOST
}

/// The number before a reference, and what stands around it: `[12]`, `(12)`, `12.`, `12)`, `12 Smith`.
fn label(printed: &str) -> Option<(u32, Enclosure)> {
    let printed = printed.trim_start_matches(['\\', '^']);
    let (inner, enclosure) = match printed.chars().next()? {
        '[' => (&printed[1..], Enclosure::Square),
        '(' => (&printed[1..], Enclosure::Round),
        _ => (printed, Enclosure::Bare),
    };
    let n_digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, behind) = inner.split_at(n_digits);
    let closes = match enclosure {
        Enclosure::Square => behind.trim_start_matches('\\').starts_with(']'),
        Enclosure::Round => behind.starts_with(')'),
        Enclosure::Bare => behind.starts_with(['.', ')', ' ', '\t', '\u{a0}']),
    };
    let number = digits.parse().ok().filter(|number| *number > 0)?;
    ((1..=4).contains(&n_digits) && closes).then_some((number, enclosure))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{document::Document, reference};

    fn numbering(text: &str) -> Numbering {
        let document = Document::plain(text.to_owned());
        Numbering::of(text, &reference::read(&document))
    }

    #[test]
    fn printed_numbers_are_read() {
        let list = "Rye.\n\nReferences\n\n[1] Lind S. Rye. J Grain. 2010;1:1-9.\n[2] Osei A. Oats. J Grain. 2011;2:1-9.\n[3] Hill A. Salt. J Grain. 2012;3:1-9.\n";
        let found = numbering(list);
        assert_eq!(found.enclosure(), Some(Enclosure::Square));
        assert_eq!((found.find(2, 0), found.find(4, 0)), (Some(1), None));
        let bare = numbering(&list.replace('[', "").replace(']', "."));
        assert_eq!(bare.enclosure(), Some(Enclosure::Bare));
        assert_eq!(bare.find(3, 0), Some(2));
    }

    #[test]
    fn lists_without_numbers_are_counted() {
        let found = numbering(
            "Rye.\n\nReferences\n\nLind, S. (2010). Rye. Harbour Press.\nOsei, A. (2011). Oats. Harbour Press.\n",
        );
        assert_eq!(found.enclosure(), None);
        assert_eq!(found.find(2, 0), Some(1));
    }
}
