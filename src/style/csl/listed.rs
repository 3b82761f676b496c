//! The entries of a list that is there already: in a given order, with the letters that its years have.

use hayagriva::ElemChildren;
use serde_json::{Value, json};

use super::{
    Processor, item::Prepared, polish::polish, prepared, repeat_names, sort, text::Letters,
};
use crate::style::{Listed, Repeated};

impl Processor {
    /// The order in which works are listed; that of the works where the style has none.
    pub(in crate::style) fn order(&self, works: &[Value]) -> Vec<usize> {
        sort::order(self, &apart(works))
    }

    /// Whether the list has an order of its own, and not that of the citations.
    pub(in crate::style) fn sorts(&self) -> bool {
        let list = self.citations.bibliography.as_ref();
        list.is_some_and(|list| list.sort.is_some())
    }

    /// What the style writes of each work in its list; empty where it has no list.
    pub(in crate::style) fn listed(&self, works: &[Value], repeated: Repeated) -> Vec<Listed> {
        let works = apart(works);
        let mut numbers = vec![false; works.len()];
        let mut letters = Vec::new();
        for item in self.entries(works.iter().map(|work| &work.item)) {
            let Ok(work) = item.key.parse::<usize>() else {
                continue;
            };
            let mut own = Letters::default();
            if let Some(first) = &item.first_field {
                own.add(&ElemChildren(vec![first.clone()]));
            }
            let is_number = is_number(&own);
            if is_number {
                own = Letters::default();
            }
            own.add(&item.content);
            if let Some(number) = numbers.get_mut(work) {
                *number = is_number;
            }
            letters.push((work, own));
        }
        if let Some(dash) = self
            .dash
            .as_ref()
            .filter(|_| repeated == Repeated::AsStyled)
        {
            repeat_names(&mut letters, dash);
        }
        let mut listed = vec![Listed::default(); works.len()];
        for (work, letters) in letters {
            let (Some(listed), Some(prepared)) = (listed.get_mut(work), works.get(work)) else {
                continue;
            };
            listed.text = polish(&letters.all, self.context(prepared));
            listed.is_numbered = numbers[work];
        }
        listed
    }
}

/// Works ready for the processor, none of which is cited like another: their letters are their own.
fn apart(works: &[Value]) -> Vec<Prepared> {
    let with_key = |(number, work): (usize, &Value)| {
        let mut work = work.clone();
        work["citation-key"] = json!(format!("={number}"));
        work
    };
    let works: Vec<Value> = works.iter().enumerate().map(with_key).collect();
    prepared(&works)
}

/// Whether letters are the number of an entry: `[1]`, `1.`
fn is_number(letters: &Letters) -> bool {
    let shown = letters.all.iter().map(|(letter, _)| *letter);
    let digits: String = shown.filter(|letter| letter.is_alphanumeric()).collect();
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}
