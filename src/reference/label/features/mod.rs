//! The features of a word: hashes of what is seen at it and around it.
//!
//! Each group makes the features of one kind, in a fixed order; a feature's number is its group and its place in the group. Gap,
//! segment, state and number together are worth 8 points of F1; any one group can go at a loss of 0.3.

mod classes;
mod looks;
mod numbers;
mod places;
mod scorer;
mod segments;
mod spread;
mod view;
mod words;

pub(crate) use self::scorer::Scorer;
#[cfg(any(test, feature = "train"))]
use self::view::View;
#[cfg(any(test, feature = "train"))]
use super::context::Context;
use super::hash::mix;

/// Features are numbers of 64 bits; two of them meet so seldom that it does not matter.
pub(crate) type Feature = u64;

/// Collects features.
#[derive(Default)]
pub(crate) struct Collector {
    features: Vec<Feature>,
    number: u64,
}

impl Collector {
    /// All features of a word.
    #[cfg(any(test, feature = "train"))]
    pub(crate) fn collect(&mut self, context: &Context, idx: usize) -> &[Feature] {
        self.features.clear();
        let view = View::new(context, idx);
        words::word(&view, self);
        looks::shapes(&view, self);
        looks::gaps(&view, self);
        places::positions(&view, self);
        places::states(&view, self);
        numbers::number_classes(&view, self);
        classes::classes(&view, self);
        words::neighbours(&view, self);
        words::pairs(&view, self);
        numbers::numbers(&view, self);
        segments::segments(&view, self);
        &self.features
    }

    /// The features that a function makes.
    #[inline]
    fn only(&mut self, make: impl FnOnce(&mut Self)) -> &[Feature] {
        self.features.clear();
        make(self);
        &self.features
    }

    /// Goes on with the feature of a number in a group.
    fn go_to(&mut self, group: u64, number: u64) {
        const MOST_IN_GROUP: u64 = 64;
        self.number = group * MOST_IN_GROUP + number;
    }

    /// Adds the next feature.
    #[inline]
    fn add(&mut self, value: u64) {
        self.features.push(mix(self.number, value));
        self.number += 1;
    }

    /// Adds the next feature where it means something.
    #[inline]
    fn add_if(&mut self, holds: bool, value: u64) {
        if holds {
            self.features.push(mix(self.number, value));
        }
        self.number += 1;
    }

    /// Adds one more value of a feature that may have several.
    #[inline]
    fn add_value(&mut self, value: u64) {
        self.features.push(mix(self.number, value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reference::label::{MODEL, model::Sums, token::tokenise};

    #[test]
    fn what_is_remembered_adds_up_to_the_same() {
        let mut scorer = Scorer::default();
        let mut context = Context::default();
        for text in [
            "Berg, A. and Dahl, B. (2010a). “On lakes”. Journal of Lakes 12(3): 45–67. doi:10.1000/x",
            "Berg A, Dahl B. Lakes. In: Holm (ed.), Waters, 2nd edn. Oslo: Forlag, 1999, pp. 1-9.",
            "Berg, A. and Dahl, C. (2011). “On rivers”. Journal of Lakes 13(3): 45–69. doi:10.1000/y",
        ] {
            context.read(text, &tokenise(text));
            let sums = scorer.sums(MODEL, &context);
            assert_eq!(sums.len(), context.traits.len());
            for (idx, sums) in sums.iter().enumerate() {
                let all = MODEL.sums(Collector::default().collect(&context, idx));
                let bits = |sums: &Sums| MODEL.scores(sums).map(f32::to_bits);
                assert_eq!(bits(sums), bits(&all), "{text}: {idx}");
            }
        }
    }
}
