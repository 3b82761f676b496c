//! What pages print around their text: running heads, page numbers.

use std::collections::HashMap;

use super::Line;

/// How many rows at the head and at the foot of a page are looked at.
const N_ROWS: usize = 3;
/// How far the same row may stand from page to page (points).
const NEAR: f32 = 3.0;
/// Fewer letters are no running head.
const FEWEST_LETTERS: usize = 3;

/// A line at the head or the foot of a page.
struct Edge {
    page: usize,
    y: f32,
    /// The numbers in it, one of which may be that of the page.
    numbers: Vec<usize>,
}

/// Takes running heads and page numbers out of the lines of all pages.
pub(super) fn take_out(pages: &mut [Vec<Line>]) {
    let mut edges: HashMap<String, Vec<Edge>> = HashMap::new();
    for (page, lines) in pages.iter().enumerate() {
        for line in at_edges(lines).map(|idx| &lines[idx]) {
            edges.entry(wording(&line.text)).or_default().push(Edge {
                page,
                y: line.y,
                numbers: numbers(&line.text),
            });
        }
    }
    for (page, lines) in pages.iter_mut().enumerate() {
        let doomed: Vec<usize> = at_edges(lines)
            .filter(|idx| {
                let line = &lines[*idx];
                let wording = wording(&line.text);
                let alike = edges.get(&wording).into_iter().flatten();
                is_furniture(page, line, &wording, alike)
            })
            .collect();
        let mut idx = 0;
        lines.retain(|_| {
            idx += 1;
            !doomed.contains(&(idx - 1))
        });
    }
}

/// Whether a line of this wording stands at the same place of another page, with the number of that page if it has few letters.
fn is_furniture<'e>(
    page: usize,
    line: &Line,
    wording: &str,
    mut alike: impl Iterator<Item = &'e Edge>,
) -> bool {
    let own = numbers(&line.text);
    let has_words = wording.chars().filter(|c| c.is_alphabetic()).count() >= FEWEST_LETTERS;
    alike.any(|edge| {
        let counts_on = own.iter().any(|number| {
            let there = (number + edge.page).checked_sub(page);
            there.is_some_and(|there| edge.numbers.contains(&there))
        });
        edge.page != page && (edge.y - line.y).abs() <= NEAR && (has_words || counts_on)
    })
}

/// The lines in the first and the last rows of a page.
fn at_edges(lines: &[Line]) -> impl Iterator<Item = usize> + '_ {
    let mut heights: Vec<f32> = lines.iter().map(|line| line.y).collect();
    heights.sort_unstable_by(f32::total_cmp);
    heights.dedup_by(|one, other| (*one - *other).abs() <= NEAR);
    let lowest = heights
        .get(N_ROWS.min(heights.len()).saturating_sub(1))
        .copied();
    let highest = heights.get(heights.len().saturating_sub(N_ROWS)).copied();
    let is_low = move |y: f32| lowest.is_some_and(|lowest| y <= lowest + NEAR);
    let is_high = move |y: f32| highest.is_some_and(|highest| y >= highest - NEAR);
    let indexed = lines.iter().enumerate();
    let at_edge = indexed.filter(move |(_, line)| is_low(line.y) || is_high(line.y));
    at_edge.map(|(idx, _)| idx)
}

/// A line without digits and white space.
fn wording(line: &str) -> String {
    let kept = line
        .chars()
        .filter(|c| !c.is_numeric() && !c.is_whitespace());
    kept.collect()
}

/// The numbers in a line.
fn numbers(line: &str) -> Vec<usize> {
    let digits = line.split(|c: char| !c.is_ascii_digit());
    digits.filter_map(|digits| digits.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lines from the head of a page down, ten points apart.
    fn page(lines: &[&str]) -> Vec<Line> {
        let lines = lines.iter().enumerate();
        let line = |(idx, text): (usize, &&str)| Line {
            text: (*text).to_owned(),
            left: 0.0,
            right: 100.0,
            y: 700.0 - 10.0 * idx as f32,
            size: 10.0,
        };
        lines.map(line).collect()
    }

    #[track_caller]
    fn check(pages: &[&[&str]], expected: &str) {
        let mut pages: Vec<_> = pages.iter().map(|lines| page(lines)).collect();
        take_out(&mut pages);
        let left = pages.iter().map(|lines| {
            let texts = lines.iter().map(|line| line.text.as_str());
            texts.collect::<Vec<_>>().join("|")
        });
        assert_eq!(left.collect::<Vec<_>>().join("/"), expected);
    }

    #[test]
    fn heads_and_numbers_go() {
        check(
            &[
                &["Bread 12 (2018)", "one", "two", "three", "11"],
                &["Bread 12 (2018)", "four", "five", "six", "12"],
            ],
            "one|two|three/four|five|six",
        );
        check(
            &[
                &["a", "b", "c", "d", "e", "Doe et al. 7"],
                &["f", "g", "h", "i", "j", "k"],
                &["l", "m", "n", "o", "p", "Doe et al. 9"],
            ],
            "a|b|c|d|e/f|g|h|i|j|k/l|m|n|o|p",
        );
    }

    #[test]
    fn other_lines_stay() {
        let middle = ["a", "b", "c", "Same words", "d", "e", "f"];
        check(
            &[&middle, &middle[..6]],
            "a|b|c|Same words|d|e|f/a|b|c|Same words|d|e",
        );
        check(&[&["a", "2010"], &["b", "2010"]], "a|2010/b|2010");
        check(&[&["Bread", "a"]], "Bread|a");
        check(&[], "");
    }
}
