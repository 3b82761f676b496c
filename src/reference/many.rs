//! Many references, read on several threads.

use super::Parser;
use crate::threads;

/// Reads many references, on several threads where they are many, and gives the answers in their order.
///
/// `read` is called once for each item; a parser's answer does not depend on what it has read before, so that the number of
/// threads, [`threads::available`], changes nothing but the time.
pub fn read_each<T: Sync, R: Send>(
    items: &[T],
    read: impl Fn(&mut Parser, &T) -> R + Sync,
) -> Vec<R> {
    /// What a thread must have to do. A second parser starts with cold memories, which the list of a paper does not make up for:
    /// measured on 97 papers, `dump` took 14.3 ms on one thread and 15.4 ms on two.
    const LEAST: usize = 200;
    let n_threads = threads::available().min(items.len() / LEAST);
    read_each_on(n_threads, items, read)
}

/// The same on so many threads.
fn read_each_on<T: Sync, R: Send>(
    n_threads: usize,
    items: &[T],
    read: impl Fn(&mut Parser, &T) -> R + Sync,
) -> Vec<R> {
    threads::map_shares(items, n_threads, |share| {
        let mut parser = Parser::default();
        share.iter().map(|item| read(&mut parser, item)).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_threads_changes_nothing() {
        let references: Vec<String> = (0..60)
            .map(|idx| match idx % 3 {
                0 => format!(
                    "Lind, S. ({}). Rye number {idx}. Harbour Press.",
                    1950 + idx
                ),
                1 => format!(
                    "Brandt K, Osei A. Bread {idx}. J Grain. {};{idx}:1-9.",
                    1950 + idx
                ),
                _ => format!("MORAES, C. O pão {idx}. Porto: Cais, {}.", 1950 + idx),
            })
            .collect();
        let read = |parser: &mut Parser, text: &String| parser.parse_closely(text);
        let on_one = read_each_on(1, &references, read);
        for n_threads in [2, 3, 5, 64] {
            assert_eq!(
                read_each_on(n_threads, &references, read),
                on_one,
                "{n_threads}"
            );
        }
    }
}
