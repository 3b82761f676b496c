//! The most likely paths through a lattice, best first.
//!
//! The best continuation of every label of every word is worked out from the end (Viterbi backwards); a search that follows the most
//! likely path first (A*) then finds one path after another without going wrong once.

use std::{cmp::Ordering, collections::BinaryHeap};

use super::{
    decode::{Lanes, Lattice, Path, largest, largest_product, potential},
    labels::{LANES, Label},
};

/// A label of a word, on the way from the start.
#[derive(Debug, Clone, Copy)]
struct Node {
    /// The likelihood of the best path through it, measured by that of the best path.
    ratio: f32,
    word: u32,
    lane: u8,
    /// The node before it.
    parent: u32,
}

/// A node in the order in which the search follows them.
struct Open(f32, u32);

impl Ord for Open {
    /// The most likely first; of several, the one found last, which is the furthest.
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0).then(self.1.cmp(&other.1))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Open {}

/// The search for the most likely paths; its memory is used again.
#[derive(Default)]
pub(crate) struct BestPaths {
    continuations: Continuations,
    nodes: Vec<Node>,
    open: BinaryHeap<Open>,
}

impl BestPaths {
    /// Up to `most` paths, best first, each at least `least` times as likely as the best, whose score is given.
    pub(crate) fn find(
        &mut self,
        lattice: &Lattice,
        best_score: f64,
        most: usize,
        least: f32,
    ) -> Vec<Path> {
        let Self {
            continuations,
            nodes,
            open,
        } = self;
        let n_words = lattice.len();
        continuations.read(lattice);
        nodes.clear();
        open.clear();
        let mut paths = Vec::with_capacity(most + 1);
        continuations.each_first(least, |node| push(nodes, open, node));
        while let Some(Open(ratio, place)) = open.pop() {
            let node = nodes[place as usize];
            if node.word as usize + 1 < n_words {
                continuations.each_next(lattice, (node, place), least, |next| {
                    push(nodes, open, next);
                });
                continue;
            }
            paths.push(Path {
                labels: trace(nodes, place, n_words),
                score: best_score + f64::from(ratio).ln(),
            });
            if paths.len() == most {
                break;
            }
        }
        paths
    }
}

/// Adds a node.
fn push(nodes: &mut Vec<Node>, open: &mut BinaryHeap<Open>, node: Node) {
    open.push(Open(node.ratio, nodes.len() as u32));
    nodes.push(node);
}

/// The labels on the way to a node of the last word.
fn trace(nodes: &[Node], last: u32, n_words: usize) -> Vec<Label> {
    let mut labels = vec![Label::Other; n_words];
    let mut place = last as usize;
    for label in labels.iter_mut().rev() {
        let node = nodes[place];
        *label = Label::from_lane(usize::from(node.lane));
        place = node.parent as usize;
    }
    labels
}

/// The best continuations of each label of each word.
#[derive(Default)]
struct Continuations {
    /// The potential of the best way on from a label, without the label itself; 0 for labels that are not followed.
    after: Vec<Lanes>,
    /// What the potentials of each label and its best way on are, to the scale of `after` of the word before.
    with: Vec<Lanes>,
}

impl Continuations {
    /// Works them out for all words of a lattice.
    fn read(&mut self, lattice: &Lattice) {
        let n_words = lattice.len();
        let Self { after, with } = self;
        after.clear();
        after.resize(n_words, [1.0; LANES]);
        with.clear();
        with.extend((0..n_words).map(|idx| *lattice.potentials(idx)));
        for idx in (1..n_words).rev() {
            let rows = lattice.transitions(idx).as_chunks::<LANES>().0;
            let mut best: Lanes = [0.0; LANES];
            for (lane, (value, row)) in best.iter_mut().zip(rows).enumerate() {
                if lattice.is_followed(idx - 1, lane) {
                    *value = largest_product(row, &with[idx]);
                }
            }
            after[idx - 1] = best;
            let scale = largest(&best).max(f32::MIN_POSITIVE);
            for (lane, value) in with[idx - 1].iter_mut().enumerate() {
                *value *= best[lane] / scale;
            }
        }
    }

    /// Visits the labels of the first word, each with the likelihood of the best path through it.
    fn each_first(&self, least: f32, mut visit: impl FnMut(Node)) {
        let Some(first) = self.with.first() else {
            return;
        };
        let best = largest(first).max(f32::MIN_POSITIVE);
        for (lane, value) in first.iter().enumerate() {
            let ratio = value / best;
            if ratio >= least {
                visit(Node {
                    ratio,
                    word: 0,
                    lane: lane as u8,
                    parent: 0,
                });
            }
        }
    }

    /// Visits the labels of the word behind a node.
    fn each_next(
        &self,
        lattice: &Lattice,
        (node, place): (Node, u32),
        least: f32,
        mut visit: impl FnMut(Node),
    ) {
        /// Below this share of what is needed, no rounding makes up for it: the division is spared.
        const HOPELESS: f32 = 0.999;
        let word = node.word + 1;
        let idx = word as usize;
        let from = usize::from(node.lane);
        let row = &lattice.transitions(idx).as_chunks::<LANES>().0[from];
        let best = self.after[idx - 1][from].max(f32::MIN_POSITIVE);
        let hopeless = HOPELESS * least * best;
        let mut products: Lanes = [0.0; LANES];
        let factors = row.iter().zip(&self.with[idx]);
        for (product, (transition, with)) in products.iter_mut().zip(factors) {
            *product = node.ratio * potential(*transition) * with;
        }
        for (lane, product) in products.iter().enumerate() {
            if *product < hopeless {
                continue;
            }
            let ratio = product / best;
            if ratio >= least {
                visit(Node {
                    ratio,
                    word,
                    lane: lane as u8,
                    parent: place,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{Tagger, tokenise},
        *,
    };

    #[test]
    fn paths_come_in_order_and_the_best_is_that_of_the_lattice() {
        let mut tagger = Tagger::default();
        let mut search = BestPaths::default();
        for text in [
            "Berg, A. Lakes of the north. Lake Press, Oslo, 12, 1987",
            "Holm C.: Gewässer, in: D. Lund, Die Seen des Nordens, Berlin 1999, S. 1-9.",
        ] {
            let (best, total) = tagger.read(text, &tokenise(text));
            let paths = search.find(&tagger.lattice, best.score, 10, 1e-4);
            assert_eq!(paths[0].labels, best.labels);
            assert!(paths.len() > 1);
            assert!(paths.is_sorted_by(|first, second| first.score >= second.score));
            for (idx, path) in paths.iter().enumerate() {
                let is_same = |other: &Path| other.labels == path.labels;
                assert!(!paths[..idx].iter().any(is_same));
            }
            let probabilities = paths.iter().map(|path| (path.score - total).exp());
            assert!(probabilities.sum::<f64>() < 1.001);
        }
    }
}
