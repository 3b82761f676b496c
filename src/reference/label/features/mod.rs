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
mod view;
mod words;

pub(crate) use self::scorer::Scorer;
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
        for group in REMEMBERED.map(|remembered| remembered.group) {
            group(&view, self);
        }
        words::neighbours(&view, self);
        numbers::numbers(&view, self);
        segments::segments(&view, self);
        segments::next_segments(&view, self);
        &self.features
    }

    /// The features of one group.
    fn only(&mut self, group: Group, view: &View) -> &[Feature] {
        self.features.clear();
        group(view, self);
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

/// Makes the features of one group.
type Group = fn(&View, &mut Collector);

/// A group whose features follow from few values, so that what they add up to is remembered.
#[derive(Clone, Copy)]
struct Remembered {
    group: Group,
    /// Tells apart what the features are made from.
    key: fn(&View) -> u64,
}

/// The groups of few values.
const REMEMBERED: [Remembered; 7] = {
    const fn remembered(group: Group, key: fn(&View) -> u64) -> Remembered {
        Remembered { group, key }
    }
    [
        remembered(words::word, |view| view.word.word),
        remembered(looks::shapes, looks::shapes_key),
        remembered(looks::gaps, looks::gaps_key),
        remembered(places::positions, places::positions_key),
        remembered(places::states, places::states_key),
        remembered(numbers::number_classes, numbers::number_classes_key),
        remembered(classes::classes, classes::classes_key),
    ]
};

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
            for idx in 0..context.traits.len() {
                let sums = scorer.sums(MODEL, &context, idx);
                let all = MODEL.sums(Collector::default().collect(&context, idx));
                let bits = |sums: &Sums| MODEL.scores(sums).map(f32::to_bits);
                assert_eq!(bits(&sums), bits(&all), "{text}: {idx}");
            }
        }
    }
}
