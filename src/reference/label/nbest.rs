//! The most likely paths through a lattice, best first.
//!
//! Forward, the lattice has worked out the best way to every label of every word. A path that leaves the best way to one of its
//! labels is so much less likely as the way that it takes instead: so the next most likely path always is one of those that were
//! found, but for one word and the best way up to it (Lawler 1972), and nothing is searched in vain.

use super::{
    decode::{Lattice, Path},
    labels::{LANES, Label},
    lanes::largest,
};

/// A path that was found, with another label for one word and the best way to that.
#[derive(Debug, Clone, Copy)]
struct Deviation {
    /// The likelihood of the path, measured by that of the best path.
    ratio: f32,
    /// The path that it follows from the end to the word behind.
    path: u32,
    /// The word that has another label.
    word: u32,
    /// The label.
    lane: u8,
}

/// The search for the most likely paths; its memory is used again.
#[derive(Default)]
pub(crate) struct BestPaths {
    ways_back: WaysBack,
    open: Open,
}

/// The most likely deviations that were not followed yet, best first.
#[derive(Default)]
struct Open {
    deviations: Vec<Deviation>,
    /// How many paths are still wanted: what is less likely than so many others is never followed.
    wanted: usize,
}

impl Open {
    /// Adds a deviation if it may be among those wanted.
    #[inline]
    fn push(&mut self, deviation: Deviation) {
        let is_full = self.deviations.len() >= self.wanted;
        let last = self.deviations.last();
        if is_full && last.is_none_or(|last| last.ratio >= deviation.ratio) {
            return;
        }
        if is_full {
            self.deviations.pop();
        }
        let place = (self.deviations).partition_point(|other| other.ratio >= deviation.ratio);
        self.deviations.insert(place, deviation);
    }

    /// Takes the most likely one.
    fn next(&mut self) -> Option<Deviation> {
        self.wanted = self.wanted.checked_sub(1)?;
        (!self.deviations.is_empty()).then(|| self.deviations.remove(0))
    }
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
        self.open.deviations.clear();
        self.open.wanted = most;
        self.ways_back.clear(lattice.len());
        self.open_ends(lattice, least);
        let mut paths: Vec<Path> = Vec::with_capacity(most + 1);
        while let Some(deviation) = self.open.next() {
            let mut labels = match paths.get(deviation.path as usize) {
                Some(path) => path.labels.clone(),
                None => vec![Label::Other; lattice.len()],
            };
            let path = paths.len() as u32;
            self.follow(lattice, Deviation { path, ..deviation }, least, &mut labels);
            paths.push(Path {
                labels,
                score: best_score + f64::from(deviation.ratio).ln(),
            });
        }
        paths
    }

    /// Opens the paths that end with each label.
    fn open_ends(&mut self, lattice: &Lattice, least: f32) {
        let Some(last) = lattice.len().checked_sub(1) else {
            return;
        };
        let ends = lattice.best_ways(last);
        let best = largest(ends).max(f32::MIN_POSITIVE);
        for (lane, value) in ends.iter().enumerate() {
            let ratio = value / best;
            if ratio >= least {
                self.open.push(Deviation {
                    ratio,
                    path: u32::MAX,
                    word: last as u32,
                    lane: lane as u8,
                });
            }
        }
    }

    /// Follows the best way back from a word, and opens the paths that take another one on the way.
    fn follow(&mut self, lattice: &Lattice, from: Deviation, least: f32, labels: &mut [Label]) {
        let mut lane = usize::from(from.lane);
        labels[from.word as usize] = Label::from_lane(lane);
        for idx in (1..=from.word as usize).rev() {
            let (best, others) = self.ways_back.of(lattice, idx, lane, least);
            for (lane, share) in others {
                let ratio = from.ratio * share;
                if ratio >= least {
                    self.open.push(Deviation {
                        ratio,
                        path: from.path,
                        word: idx as u32 - 1,
                        lane: *lane,
                    });
                }
            }
            lane = best;
            labels[idx - 1] = Label::from_lane(lane);
        }
    }
}

/// The labels before each label of each word that was visited; most paths have most of them in common.
#[derive(Default)]
struct WaysBack {
    /// For each word and label the place of its ways in `ways`; 0 where it was not visited.
    places: Vec<[u32; LANES]>,
    ways: Vec<Way>,
    /// Labels before others than the best, each with its likelihood measured by that of the best.
    others: Vec<(u8, f32)>,
}

/// The ways to one label of a word.
#[derive(Debug, Clone, Copy)]
struct Way {
    /// The label before it on the best one.
    best: u8,
    /// Where those before it on others stand.
    start: u32,
    end: u32,
}

impl WaysBack {
    /// Forgets all, and makes room for so many words.
    fn clear(&mut self, n_words: usize) {
        self.places.clear();
        self.places.resize(n_words, [0; LANES]);
        self.ways.clear();
        self.others.clear();
    }

    /// The label before that of a word on the best way, and those on ways at least `least` times as likely.
    fn of(
        &mut self,
        lattice: &Lattice,
        idx: usize,
        lane: usize,
        least: f32,
    ) -> (usize, &[(u8, f32)]) {
        if self.places[idx][lane] == 0 {
            let way = self.work_out(lattice, idx, lane, least);
            self.ways.push(way);
            self.places[idx][lane] = self.ways.len() as u32;
        }
        let way = self.ways[self.places[idx][lane] as usize - 1];
        let others = &self.others[way.start as usize..way.end as usize];
        (usize::from(way.best), others)
    }

    fn work_out(&mut self, lattice: &Lattice, idx: usize, lane: usize, least: f32) -> Way {
        let mut ways = [(0, 0.0); LANES];
        let mut n_ways = 0;
        let mut best = (0, f32::MIN_POSITIVE);
        for ((before, product), way) in lattice.ways_into(idx, lane).zip(&mut ways) {
            *way = (before as u8, product);
            n_ways += 1;
            if product > best.1 {
                best = *way;
            }
        }
        let (best, largest) = best;
        let start = self.others.len() as u32;
        for (before, product) in &ways[..n_ways] {
            if *product >= least * largest && *before != best {
                self.others.push((*before, product / largest));
            }
        }
        Way {
            best,
            start,
            end: self.others.len() as u32,
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
