//! What each line shows about whether a reference starts with it.

use crate::reference::list::{
    lines::Line,
    marker::{Marker, marker},
    opening::{Opening, opening},
    words::{has_year_word, is_abbreviation, is_connector},
    years,
};
use crate::work::fold::fold;

/// The mark before the first word, in the sequence of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// None.
    None,
    /// The number after the last one, or 1.
    NextNumber,
    /// Any other number.
    OtherNumber,
    /// A bullet.
    Bullet,
    /// A label in brackets.
    Label,
}

/// How the line before ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// With a full stop, or there is no line before.
    Stop,
    /// With a full stop behind an initial or an abbreviation.
    Abbreviation,
    /// With an address or an identifier.
    Address,
    /// With a digit.
    Digit,
    /// With a closing bracket or quotation mark.
    Closing,
    /// With a letter.
    Letter,
    /// With a sign or a word that calls for more: a comma, a hyphen, `and`.
    Open,
}

/// How much room the line before has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// Not enough for the first word of this line: the line is broken because it was full.
    None,
    /// Hardly enough.
    Little,
    /// More than enough: somebody wanted the break.
    Plenty,
    /// There is no break; the reference may start inside the line.
    NoBreak,
}

/// What a line shows.
#[derive(Debug, Clone)]
pub(super) struct Clues {
    /// What it opens with behind its mark.
    pub opening: Opening,
    /// The mark before its first word.
    pub mark: Mark,
    /// How the line before ends.
    pub ending: Ending,
    /// How much room the line before has left.
    pub room: Room,
    /// Whether more blank lines stand before it than usual.
    pub is_apart: bool,
    /// Whether it is indented more than the outermost lines.
    pub is_indented: bool,
    /// Whether it holds a year, or a word that stands for one.
    pub has_year: bool,
    /// Its number of bytes.
    pub length: usize,
    /// What it would be sorted by, if a reference started here.
    pub key: String,
}

/// How many clues of a line are weighed.
pub(super) const N_CLUES: usize = 7;

impl Clues {
    /// The values of the clues that are weighed, each as a place in its table.
    pub(super) fn values(&self) -> [usize; N_CLUES] {
        [
            self.opening as usize,
            self.mark as usize,
            self.ending as usize,
            self.room as usize,
            usize::from(self.is_apart),
            usize::from(self.is_indented),
            usize::from(self.has_year),
        ]
    }
}

/// The measures of a list that its lines are held against.
struct Measures {
    width: usize,
    indent: usize,
    gap: usize,
}

/// How many letters are compared to see whether a list is sorted; more would meet initials and titles.
const KEY_LETTERS: usize = 5;

/// Room for less than a tenth of the line is little: a long word or a justified line may account for it.
const LITTLE_ROOM: usize = 10;

/// No margin is farther out (bytes): where lines are longer than this, each is a whole paragraph and no break is forced.
const WIDEST_MARGIN: usize = 160;

/// Reads the clues of all lines.
pub(super) fn clues(text: &str, lines: &[Line]) -> Vec<Clues> {
    let measures = Measures::of(text, lines);
    let marks = marks(text, lines);
    let mut before: Option<&Line> = None;
    lines
        .iter()
        .zip(marks)
        .map(|(line, mark)| {
            let clues = line_clues(text, line, before, &measures, mark);
            before = Some(line);
            clues
        })
        .collect()
}

impl Measures {
    /// Takes the measures: nearly the longest line, nearly the least indent, the least gap.
    fn of(text: &str, lines: &[Line]) -> Self {
        // A long address stands beyond the margin.
        let words = lines
            .iter()
            .filter(|line| line.span.slice(text).contains(' '));
        let gaps = lines.iter().skip(1).map(|line| line.gap);
        Self {
            width: quantile(words.map(|line| line.indent + line.span.len()), 95),
            indent: quantile(lines.iter().map(|line| line.indent), 10),
            gap: gaps.min().unwrap_or(0),
        }
    }
}

/// The value that `percent` of the values do not exceed.
fn quantile(values: impl Iterator<Item = usize>, percent: usize) -> usize {
    let mut values: Vec<_> = values.collect();
    if values.is_empty() {
        return 0;
    }
    let idx = (values.len() - 1) * percent / 100;
    *values.select_nth_unstable(idx).1
}

/// Reads the clues of one line.
fn line_clues(
    text: &str,
    line: &Line,
    before: Option<&Line>,
    measures: &Measures,
    mark: Mark,
) -> Clues {
    let slice = line.span.slice(text);
    let content = &slice[marker(slice).1..];
    Clues {
        opening: opening(content),
        mark,
        ending: before.map_or(Ending::Stop, |before| ending(before.span.slice(text))),
        room: before.map_or(Room::Plenty, |before| {
            room(slice, line, before, measures.width)
        }),
        is_apart: line.gap > measures.gap,
        is_indented: line.indent > measures.indent + 1,
        has_year: years::first(slice).is_some() || has_year_word(slice),
        length: slice.len(),
        key: key(content),
    }
}

/// How many numbered lines ahead and behind the neighbours of a number are looked for: lines within references may open with
/// numbers as well.
const NEIGHBOURS: usize = 5;

/// Reads the marks of all lines; a number continues the count where the numbered lines near it hold the one before or behind it.
fn marks(text: &str, lines: &[Line]) -> Vec<Mark> {
    let markers: Vec<Marker> = lines
        .iter()
        .map(|line| marker(line.span.slice(text)).0)
        .collect();
    let numbers: Vec<u32> = markers
        .iter()
        .filter_map(|marker| marker.number())
        .collect();
    let mut n_numbers = 0;
    markers
        .iter()
        .map(|marker| match marker {
            Marker::None => Mark::None,
            Marker::Bullet => Mark::Bullet,
            Marker::Label => Mark::Label,
            Marker::Number(number) => {
                n_numbers += 1;
                let behind = numbers.iter().skip(n_numbers).take(NEIGHBOURS);
                let before = numbers[..n_numbers - 1].iter().rev().take(NEIGHBOURS);
                if behind.clone().any(|next| *next == number + 1)
                    || before.clone().any(|last| last + 1 == *number)
                {
                    Mark::NextNumber
                } else {
                    Mark::OtherNumber
                }
            }
        })
        .collect()
}

/// Says how a line ends.
fn ending(line: &str) -> Ending {
    let word = line.rsplit(char::is_whitespace).next().unwrap_or_default();
    if ["http", "www.", "doi", "10."]
        .iter()
        .any(|start| word.trim_start_matches(['<', '(']).starts_with(start))
    {
        return Ending::Address;
    }
    let Some(last) = line.chars().next_back() else {
        return Ending::Stop;
    };
    match last {
        '.' if ends_abbreviated(word) => Ending::Abbreviation,
        '.' | '!' | '?' | '。' | '．' => Ending::Stop,
        ')' | ']' | '”' | '"' | '’' | '»' | '>' | '〉' => Ending::Closing,
        last if last.is_numeric() => Ending::Digit,
        last if last.is_alphabetic() && !is_connector(word) => Ending::Letter,
        _ => Ending::Open,
    }
}

/// Whether the full stop of a word is that of an initial or an abbreviation.
fn ends_abbreviated(word: &str) -> bool {
    let stem = word.trim_end_matches('.').trim_start_matches(['(', '[']);
    let last = stem.rsplit(['.', '-']).next().unwrap_or_default();
    let is_initial = last.chars().count() == 1 && last.starts_with(char::is_alphabetic);
    is_initial || is_abbreviation(stem)
}

/// Says how much room the line before had for the first word of this one.
fn room(slice: &str, line: &Line, before: &Line, width: usize) -> Room {
    if line.is_inner {
        return Room::NoBreak;
    }
    if width > WIDEST_MARGIN {
        return Room::Plenty;
    }
    let word = slice.find(char::is_whitespace).unwrap_or(slice.len());
    let needed = before.indent + before.span.len() + 1 + word;
    if needed > width {
        Room::None
    } else if (width - needed) * 100 < width * LITTLE_ROOM {
        Room::Little
    } else {
        Room::Plenty
    }
}

/// The letters by which a list would file a reference that starts so; empty where it starts with none.
fn key(content: &str) -> String {
    if !content.starts_with(|c: char| c.is_alphabetic()) {
        return String::new();
    }
    let end = content
        .char_indices()
        .nth(KEY_LETTERS * 2)
        .map_or(content.len(), |(idx, _)| idx);
    let mut key = fold(&content[..end]);
    key.retain(|c| c != ' ');
    key.chars().take(KEY_LETTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{reference::list::lines::lines, span::Span};

    /// Reads one clue of each line of a text.
    #[track_caller]
    fn check<T: PartialEq + std::fmt::Debug>(
        text: &str,
        clue: fn(&Clues) -> T,
        expected: impl IntoIterator<Item = T>,
    ) {
        let lines = lines(text, Span::new(0, text.len()));
        let found: Vec<_> = clues(text, &lines).iter().map(clue).collect();
        assert_eq!(found, Vec::from_iter(expected), "{text}");
    }

    #[test]
    fn numbers_continue_a_count_or_not() {
        use Mark::*;
        let mark = |clues: &Clues| clues.mark;
        check(
            "1. Smith\n2. Koch\n19. Jahrhundert\n3. Lind",
            mark,
            [NextNumber, NextNumber, OtherNumber, NextNumber],
        );
        check(
            "• Smith\n[Lind 2010] Lind\nKoch",
            mark,
            [Bullet, Label, None],
        );
    }

    #[test]
    fn the_end_of_the_line_before_is_read() {
        use Ending::*;
        for (line, expected) in [
            ("Harbour Press.", Stop),
            ("Who bakes?", Stop),
            ("Smith, J.", Abbreviation),
            ("J Grain, vol.", Abbreviation),
            ("https://example.org/a", Address),
            ("<https://example.org/a>", Address),
            ("Harbour, 2010", Digit),
            ("(3rd ed.)", Closing),
            ("Bread and salt", Letter),
            ("Bread and", Open),
            ("Bread,", Open),
            ("desa-", Open),
        ] {
            assert_eq!(ending(line), expected, "{line}");
        }
    }

    #[test]
    fn the_margin_shows_why_a_line_is_broken() {
        use Room::*;
        let room = |clues: &Clues| clues.room;
        check(
            "a full line of words\nhere are more\nwords with room before\nand a full line here",
            room,
            [Plenty, None, Little, None],
        );
    }

    #[test]
    fn where_lines_are_paragraphs_no_break_is_forced() {
        let long = "bread and salt ".repeat(12);
        check(
            &format!("{long}\n\nmore\n\n{long}"),
            |clues| clues.room,
            [Room::Plenty; 3],
        );
    }

    #[test]
    fn white_space_is_read_against_that_of_the_list() {
        check("a\nb\n\nc", |clues| clues.is_apart, [false, false, true]);
        check("a\n\nb\n\nc", |clues| clues.is_apart, [false, false, false]);
        check(
            "a\n    b\nc",
            |clues| clues.is_indented,
            [false, true, false],
        );
    }

    #[test]
    fn keys_are_folded_letters() {
        for (content, expected) in [
            ("Müller, H.", "mulle"),
            ("de la Torre", "delat"),
            ("Li, X.", "lix"),
            ("“Bread”", ""),
            ("", ""),
        ] {
            assert_eq!(key(content), expected, "{content}");
        }
    }

    #[test]
    fn quantiles_are_taken_from_below() {
        assert_eq!(quantile(1..=100, 95), 95);
        assert_eq!(quantile([7].into_iter(), 10), 7);
        assert_eq!(quantile(std::iter::empty(), 50), 0);
    }
}
