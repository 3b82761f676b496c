//! The most likely paths through a lattice, best first.
//!
//! The best continuation of every label of every word is worked out from the end (Viterbi backwards); a search that follows the most
//! likely path first (A*) then finds one path after another without going wrong once.

use std::{cmp::Ordering, collections::BinaryHeap};

use super::{
    decode::{Lanes, Lattice, Path, potential},
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

/// Up to `most` paths, best first, each at least `least` times as likely as the best, whose score is given.
pub(crate) fn best_paths(lattice: &Lattice, best_score: f64, most: usize, least: f32) -> Vec<Path> {
    let continuations = Continuations::of(lattice);
    let n_words = lattice.len();
    let mut nodes: Vec<Node> = Vec::new();
    let mut open: BinaryHeap<Open> = BinaryHeap::new();
    let mut paths = Vec::new();
    continuations.each_first(least, |ratio, lane| {
        push(
            &mut nodes,
            &mut open,
            Node {
                ratio,
                word: 0,
                lane,
                parent: 0,
            },
        );
    });
    while let Some(Open(ratio, place)) = open.pop() {
        let node = nodes[place as usize];
        if node.word as usize + 1 == n_words {
            paths.push(Path {
                labels: trace(&nodes, place, n_words),
                score: best_score + f64::from(ratio).ln(),
            });
            if paths.len() == most {
                break;
            }
            continue;
        }
        continuations.each_next(lattice, node, least, |ratio, lane| {
            let next = Node {
                ratio,
                word: node.word + 1,
                lane,
                parent: place,
            };
            push(&mut nodes, &mut open, next);
        });
    }
    paths
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
struct Continuations {
    /// The potential of the best way on from a label, without the label itself.
    after: Vec<Lanes>,
    /// What the potential of each label and its best way on are, to the scale of `after` of the word before.
    with: Vec<Lanes>,
}

impl Continuations {
    fn of(lattice: &Lattice) -> Self {
        let n_words = lattice.len();
        let mut after: Vec<Lanes> = vec![[1.0; LANES]; n_words];
        let mut with: Vec<Lanes> = (0..n_words).map(|idx| *lattice.potentials(idx)).collect();
        for idx in (1..n_words).rev() {
            let transitions = lattice.transitions(idx).as_chunks::<LANES>().0;
            let mut best: Lanes = [0.0; LANES];
            for (value, row) in best.iter_mut().zip(transitions) {
                for (lane, transition) in row.iter().enumerate() {
                    *value = value.max(potential(*transition) * with[idx][lane]);
                }
            }
            after[idx - 1] = best;
            let scale = best.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            for (lane, value) in with[idx - 1].iter_mut().enumerate() {
                *value *= best[lane] / scale;
            }
        }
        Self { after, with }
    }

    /// Visits the labels of the first word with the likelihood of the best path through each.
    fn each_first(&self, least: f32, mut visit: impl FnMut(f32, u8)) {
        let Some(first) = self.with.first() else {
            return;
        };
        let best = first.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
        for (lane, value) in first.iter().enumerate() {
            let ratio = value / best;
            if ratio >= least {
                visit(ratio, lane as u8);
            }
        }
    }

    /// Visits the labels of the word behind a node.
    fn each_next(&self, lattice: &Lattice, node: Node, least: f32, mut visit: impl FnMut(f32, u8)) {
        let idx = node.word as usize + 1;
        let from = usize::from(node.lane);
        let row = &lattice.transitions(idx).as_chunks::<LANES>().0[from];
        let best = self.after[idx - 1][from].max(f32::MIN_POSITIVE);
        for (lane, (transition, with)) in row.iter().zip(&self.with[idx]).enumerate() {
            let ratio = node.ratio * potential(*transition) * with / best;
            if ratio >= least {
                visit(ratio, lane as u8);
            }
        }
    }
}
