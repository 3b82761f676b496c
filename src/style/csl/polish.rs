//! What the processor gives, with its marks acted on and its punctuation put right.

use super::{
    mark,
    text::{Look, Text},
    title,
};

/// The quotation marks of a language, and what it does with full stops beside them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quotes {
    /// Opening and closing marks, and those within them.
    pub(super) outer: [String; 2],
    pub(super) inner: [String; 2],
    /// Whether full stop and comma stand before the closing mark.
    pub(super) takes_punctuation: bool,
}

/// What is known of the work that a text tells of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) quotes: &'c Quotes,
    /// Whether titles get the capitals of English.
    pub(super) is_english: bool,
    /// The first and the last year of a range.
    pub(super) years: Option<(i64, i64)>,
    /// The year and the letter that stands behind it already.
    pub(super) suffix: Option<(i64, char)>,
}

/// A letter and where it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Letter {
    shown: char,
    look: Look,
    /// Which value of the work it belongs to; none for punctuation of the style.
    value: Option<usize>,
    /// Whether it stands between the parts of a group.
    is_delimiter: bool,
    /// Whether its capital stays.
    is_fixed: bool,
    /// Whether it is the closing quotation mark of the style.
    closes: bool,
}

/// Makes the text that a reader sees.
pub(super) fn polish(letters: &[(char, Look)], context: Context) -> Text {
    let letters = Reader::new(context).read(letters);
    let mut output = Output {
        letters: Vec::with_capacity(letters.len()),
        takes_punctuation: context.quotes.takes_punctuation,
    };
    for letter in letters {
        output.add(letter);
    }
    let mut text = Text::default();
    let letters = output.letters;
    let end = letters.iter().rposition(|letter| letter.shown != ' ');
    for letter in &letters[..end.map_or(0, |end| end + 1)] {
        text.push(letter.shown, letter.look);
    }
    text
}

/// Acts on the marks.
struct Reader<'c> {
    context: Context<'c>,
    letters: Vec<Letter>,
    /// How deep in values, and how many there were.
    values: (usize, usize),
    quotes: usize,
    fixed: usize,
    /// Where titles begin.
    titles: Vec<usize>,
    /// Marks of looks within texts that are open.
    looks: Vec<char>,
    year_is_due: bool,
    suffix_is_due: bool,
    is_delimiter: bool,
    /// Where the last of them stands.
    delimiter: std::ops::Range<usize>,
}

impl<'c> Reader<'c> {
    fn new(context: Context<'c>) -> Self {
        Self {
            context,
            letters: Vec::new(),
            values: (0, 0),
            quotes: 0,
            fixed: 0,
            titles: Vec::new(),
            looks: Vec::new(),
            year_is_due: context.years.is_some(),
            suffix_is_due: context.suffix.is_some(),
            is_delimiter: false,
            delimiter: 0..0,
        }
    }

    fn read(mut self, letters: &[(char, Look)]) -> Vec<Letter> {
        for &(letter, look) in letters {
            if let Some(letter) = mark::shown(letter) {
                self.letter(letter, look);
            } else if mark::is_mark(letter) {
                self.mark(letter, look);
            } else {
                self.letter(letter, look);
            }
        }
        self.letters
    }

    fn mark(&mut self, letter: char, look: Look) {
        match letter {
            it if it == mark::VALUE[0] => self.values = (self.values.0 + 1, self.values.1 + 1),
            it if it == mark::VALUE[1] => self.values.0 = self.values.0.saturating_sub(1),
            it if it == mark::TITLE[0] => self.titles.push(self.letters.len()),
            it if it == mark::TITLE[1] => self.title(),
            it if it == mark::QUOTED[0] => {
                self.quote(0, look);
                self.quotes += 1;
            }
            it if it == mark::QUOTED[1] => {
                self.quotes = self.quotes.saturating_sub(1);
                self.quote(1, look);
            }
            it if it == mark::AS_WRITTEN[0] => self.fixed += 1,
            it if it == mark::AS_WRITTEN[1] => self.fixed = self.fixed.saturating_sub(1),
            mark::YEAR => self.year(look),
            it if it == mark::DELIMITER[0] => self.begin_delimiter(),
            it if it == mark::DELIMITER[1] => {
                self.is_delimiter = false;
                self.delimiter.end = self.letters.len();
            }
            it => self.look(it),
        }
    }

    /// Takes the delimiter before back where nothing stands behind it.
    fn begin_delimiter(&mut self) {
        let end = self.letters.len();
        if self.delimiter.end == end {
            self.letters.truncate(self.delimiter.start);
        }
        self.delimiter = self.letters.len()..usize::MAX;
        self.is_delimiter = true;
    }

    /// Opens or closes a look: those that end stand one behind those that begin.
    fn look(&mut self, mark: char) {
        let is_end = [
            mark::ITALIC,
            mark::BOLD,
            mark::RAISED,
            mark::LOWERED,
            mark::SMALL_CAPITALS,
        ]
        .iter()
        .find(|[_, end]| *end == mark);
        match is_end {
            Some([begin, _]) => {
                let open = self.looks.iter().rposition(|it| it == begin);
                open.map(|at| self.looks.remove(at));
            }
            None => self.looks.push(mark),
        }
    }

    fn letter(&mut self, letter: char, mut look: Look) {
        for mark in &self.looks {
            match *mark {
                // Italics within italics stand out by being upright.
                it if it == mark::ITALIC[0] => look.italic = !look.italic,
                it if it == mark::BOLD[0] => look.bold = !look.bold,
                it if it == mark::RAISED[0] => look.raised = true,
                it if it == mark::LOWERED[0] => look.lowered = true,
                _ => look.small_capitals = true,
            }
        }
        let letter = self.inner_quote(letter);
        self.add(letter, look, self.values.0 > 0, false);
    }

    /// A quotation mark within a quotation takes the other form.
    fn inner_quote(&self, letter: char) -> char {
        let is_inner = !self.quotes.is_multiple_of(2);
        let first = |mark: &String| mark.chars().next();
        let quotes = &self.context.quotes.inner;
        let replaced = match letter {
            '“' => first(&quotes[0]),
            '”' => first(&quotes[1]),
            '"' => {
                let opens = self.letters.last().is_none_or(|last| {
                    last.shown.is_whitespace() || "([“‘\u{2014}".contains(last.shown)
                });
                first(&quotes[usize::from(!opens)])
            }
            _ => None,
        };
        replaced.filter(|_| is_inner).unwrap_or(letter)
    }

    fn add(&mut self, letter: char, look: Look, is_value: bool, closes: bool) {
        self.letters.push(Letter {
            shown: letter,
            look,
            value: is_value.then_some(self.values.1),
            is_delimiter: self.is_delimiter,
            is_fixed: self.fixed > 0,
            closes,
        });
    }

    fn quote(&mut self, side: usize, look: Look) {
        let quotes = self.context.quotes;
        let quotes = if self.quotes.is_multiple_of(2) {
            &quotes.outer
        } else {
            &quotes.inner
        };
        for letter in quotes[side].chars() {
            self.add(letter, look, false, side == 1);
        }
    }

    /// Writes behind a year what belongs there: the last year of a range, the letter of a list that is there already.
    fn year(&mut self, look: Look) {
        let last = self.context.years.filter(|_| self.year_is_due);
        let letter = self.context.suffix.filter(|_| self.suffix_is_due);
        if let Some((_, last)) = last.filter(|(first, _)| self.ends_with(*first)) {
            self.year_is_due = false;
            self.add_value(&format!("–{last}"), look);
        }
        if let Some((_, letter)) = letter.filter(|(year, _)| self.ends_with(*year)) {
            self.suffix_is_due = false;
            self.add_value(letter.encode_utf8(&mut [0; 4]), look);
        }
    }

    fn add_value(&mut self, value: &str, look: Look) {
        for letter in value.chars() {
            self.add(letter, look, true, false);
        }
    }

    /// Whether a number stands at the end of what has been read.
    fn ends_with(&self, number: i64) -> bool {
        let number = number.to_string();
        let start = self.letters.len().saturating_sub(number.len());
        let shown = self.letters[start..].iter().map(|it| it.shown);
        shown.eq(number.chars())
    }

    fn title(&mut self) {
        let Some(start) = self.titles.pop().filter(|_| self.context.is_english) else {
            return;
        };
        let part = &mut self.letters[start..];
        let mut letters: Vec<char> = part.iter().map(|it| it.shown).collect();
        let is_fixed: Vec<bool> = part.iter().map(|it| it.is_fixed).collect();
        title::capitalise(&mut letters, &is_fixed);
        for (old, new) in part.iter_mut().zip(letters) {
            old.shown = new;
        }
    }
}

/// The text as it grows, letter by letter.
struct Output {
    letters: Vec<Letter>,
    takes_punctuation: bool,
}

impl Output {
    fn add(&mut self, next: Letter) {
        let Some(&last) = self.letters.last() else {
            if next.shown != ' ' {
                self.letters.push(next);
            }
            return;
        };
        // What stands within a value is the author's.
        let is_inner = next.value.is_some() && next.value == last.value;
        match next.shown {
            ' ' | '\u{a0}' if last.shown == ' ' => {}
            _ if is_inner => self.letters.push(next),
            '.' | ',' | ';' | ':' => self.punctuate(next),
            ')' | ']' => {
                self.take_back(&[' ', ',', ';']);
                self.letters.push(next);
            }
            _ => self.letters.push(next),
        }
    }

    /// Takes punctuation of the style back that has turned out to stand before nothing.
    fn take_back(&mut self, which: &[char]) {
        while self
            .letters
            .last()
            .is_some_and(|last| last.value.is_none() && which.contains(&last.shown))
        {
            self.letters.pop();
        }
    }

    /// Adds punctuation, or leaves it out where what stands there says as much (citeproc-js, `LtoR_MUNGE`).
    fn punctuate(&mut self, next: Letter) {
        // ` : ` is French, but a blank between two parts vanishes before a colon that opens the second.
        let is_divided =
            self.letters.last().is_some_and(|last| last.is_delimiter) && !next.is_delimiter;
        if next.shown != ':' || is_divided {
            self.take_back(&[' ']);
        }
        let n_closing = self.letters.iter().rev().take_while(|it| it.closes).count();
        let at = self.letters.len() - n_closing;
        let Some(&last) = at
            .checked_sub(1)
            .and_then(|before| self.letters.get(before))
        else {
            return;
        };
        let is_quoted = n_closing > 0;
        let is_said = match next.shown {
            _ if matches!(last.shown, '(' | '[') => true,
            '.' => matches!(last.shown, '.' | '?' | '!' | '…'),
            ',' if is_quoted && self.takes_punctuation => {
                matches!(last.shown, '.' | '?' | '!' | ',')
            }
            ':' => matches!(last.shown, '?' | '!' | ':'),
            other => last.shown == other,
        };
        if is_said {
            return;
        }
        match (last.shown, next.shown) {
            (',' | ';' | ':', '.') if last.value.is_none() => {
                self.letters.remove(at - 1);
                self.punctuate(next);
            }
            (_, '.' | ',') if is_quoted && self.takes_punctuation => self.letters.insert(at, next),
            _ => self.letters.push(next),
        }
    }
}
