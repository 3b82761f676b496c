//! Work on many values, shared among threads.

use std::{env, num::NonZero, panic, sync::OnceLock, thread};

/// The most threads that are taken unasked: with more, starting them costs what they save.
const MOST: usize = 8;

/// The number of threads that share work: what `REFMEND_THREADS` says, else one a processor, at most eight.
pub fn available() -> usize {
    static AVAILABLE: OnceLock<usize> = OnceLock::new();
    *AVAILABLE.get_or_init(|| {
        let asked_for = env::var("REFMEND_THREADS").ok();
        asked_for
            .and_then(|number| number.trim().parse().ok())
            .map_or_else(
                || {
                    thread::available_parallelism()
                        .map_or(1, NonZero::get)
                        .min(MOST)
                },
                |number: usize| number.max(1),
            )
    })
}

/// Maps values in as many contiguous shares as there are threads, this one among them.
///
/// The answers stand in the order of the values; a share that gets no thread is mapped by this one.
pub(crate) fn map_shares<T: Sync, R: Send>(
    values: &[T],
    n_threads: usize,
    map: impl Fn(&[T]) -> Vec<R> + Sync,
) -> Vec<R> {
    let length = values.len().div_ceil(n_threads.max(1)).max(1);
    let mut shares = values.chunks(length);
    let own = shares.next().unwrap_or_default();
    let map = &map;
    thread::scope(|scope| {
        let started = |share| {
            let work = move || map(share);
            let thread = thread::Builder::new().spawn_scoped(scope, work);
            thread.map_err(|_| work())
        };
        let others: Vec<_> = shares.map(started).collect();
        let mut answers = map(own);
        for other in others {
            answers.extend(match other {
                Ok(thread) => thread
                    .join()
                    .unwrap_or_else(|cause| panic::resume_unwind(cause)),
                Err(mapped) => mapped,
            });
        }
        answers
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_stand_in_the_order_of_the_values() {
        let values: Vec<usize> = (0..23).collect();
        let squares: Vec<usize> = values.iter().map(|value| value * value).collect();
        for n_threads in [0, 1, 2, 3, 8, 23, 100] {
            let map = |share: &[usize]| share.iter().map(|value| value * value).collect();
            assert_eq!(map_shares(&values, n_threads, map), squares, "{n_threads}");
        }
    }

    #[test]
    fn no_values_give_no_answers() {
        let map = |share: &[usize]| share.to_vec();
        assert!(map_shares(&[], 4, map).is_empty());
    }

    #[test]
    fn shares_are_mapped_by_different_threads() {
        let map = |share: &[usize]| vec![thread::current().id(); share.len()];
        let by = map_shares(&[1, 2, 3, 4], 2, map);
        assert!(by[0] == by[1] && by[1] != by[2] && by[2] == by[3], "{by:?}");
    }
}
