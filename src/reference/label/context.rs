//! What is known of a word from the whole reference around it.

use super::{
    lower::LowerWords,
    token::Token,
    traits::{self, Case, NumberClass, Traits},
    words::WordClass,
};

/// All that features are made from; its memory is used again for the next reference.
#[derive(Default)]
pub(crate) struct Context {
    /// The words in lower case.
    pub(crate) lower: LowerWords,
    /// What is known of each word by itself.
    pub(crate) traits: Vec<Traits>,
    /// What came before each word.
    pub(crate) states: Vec<State>,
    /// The parts that strong punctuation divides the reference into.
    pub(crate) segments: Vec<Segment>,
    /// Whether a quotation ends somewhere.
    pub(crate) has_quotation: bool,
}

/// What came before a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct State {
    /// Whether it stands between quotation marks.
    pub(crate) in_quotation: bool,
    /// Whether a quotation has ended before it.
    pub(crate) after_quotation: bool,
    /// Whether it stands in brackets.
    pub(crate) in_brackets: bool,
    /// How many years came before it, at most two.
    pub(crate) years: u8,
    /// Which kinds of words came before it, a bit each.
    pub(crate) seen: u8,
    /// Whether a year, and whether another number, comes after it, a bit each.
    pub(crate) later: u8,
    /// The segment that it belongs to.
    pub(crate) segment: usize,
}

/// A part of a reference between strong punctuation; words as a half-open range.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Segment {
    /// The first word.
    pub(crate) start: usize,
    /// The word after the last.
    pub(crate) end: usize,
    /// The classes of its words, a bit each, with [`Segment::INITIAL`] and [`Segment::NUMBER`].
    pub(crate) classes: u64,
    /// How many words have capitals.
    pub(crate) capitals: usize,
    /// How many words have none and are no numbers.
    pub(crate) lower: usize,
}

impl Segment {
    /// The bit for an initial.
    pub(crate) const INITIAL: u64 = 1 << 40;
    /// The bit for a number.
    pub(crate) const NUMBER: u64 = 1 << 41;

    /// Whether a word of the class stands in it.
    pub(crate) fn has(&self, class: WordClass) -> bool {
        self.classes >> (class as u64) & 1 == 1
    }

    /// Adds the word after the last.
    fn push(&mut self, word: &Traits) {
        self.end += 1;
        self.classes |= 1 << (word.class as u64);
        if word.is_initial {
            self.classes |= Self::INITIAL;
        }
        if word.number.is_some() {
            self.classes |= Self::NUMBER;
        }
        match word.case {
            Case::Lower => self.lower += usize::from(!word.number.is_some()),
            _ => self.capitals += 1,
        }
    }
}

impl Context {
    /// Looks at all of a reference.
    pub(crate) fn read(&mut self, text: &str, tokens: &[Token]) {
        self.lower = LowerWords::with_capacity(text.len(), tokens.len());
        traits::read(text, tokens, &mut self.traits, &mut self.lower);
        self.divide();
        self.states.clear();
        let mut walk = Walk::default();
        let mut end_before = 0;
        for (token, traits) in tokens.iter().zip(&self.traits) {
            walk.read_gap(text.get(end_before..token.span.start).unwrap_or_default());
            walk.state.segment += usize::from(traits.starts_segment);
            self.states.push(walk.state);
            walk.pass(traits);
            end_before = token.span.end;
        }
        self.has_quotation = walk.state.after_quotation;
        let mut later = 0;
        for (state, traits) in self.states.iter_mut().zip(&self.traits).rev() {
            state.later = later;
            later |= traits.number.later_bit();
        }
    }

    /// Divides a reference at strong punctuation.
    fn divide(&mut self) {
        self.segments.clear();
        for (idx, word) in self.traits.iter().enumerate() {
            if idx == 0 || word.starts_segment {
                self.segments.push(Segment {
                    start: idx,
                    end: idx,
                    classes: 0,
                    capitals: 0,
                    lower: 0,
                });
            }
            if let Some(segment) = self.segments.last_mut() {
                segment.push(word);
            }
        }
    }
}

/// The state while walking over a reference.
#[derive(Default)]
struct Walk {
    state: State,
}

impl Walk {
    /// Follows quotation marks and brackets.
    fn read_gap(&mut self, gap: &str) {
        if matches!(gap, " " | ", " | ". ") {
            return;
        }
        let mut straight = false;
        for mark in gap.chars() {
            match mark {
                '"' if self.state.in_quotation => self.end_quotation(),
                '“' | '„' | '«' | '‘' | '"' | '「' | '『' | '《' | '〈' => {
                    self.state.in_quotation = true;
                }
                '”' | '»' | '’' | '」' | '』' | '》' | '〉' => self.end_quotation(),
                '\'' | '`' => straight = true,
                '(' | '[' => self.state.in_brackets = true,
                ')' | ']' => self.state.in_brackets = false,
                _ => {}
            }
        }
        if straight {
            self.read_straight_marks(gap);
        }
    }

    /// Tells opening from closing where one mark does for both: an opening one stands at the end of the gap, after a space or stop.
    fn read_straight_marks(&mut self, gap: &str) {
        let opening = gap.trim_end_matches(['(', '[']).ends_with(['\'', '`']);
        let after_break = gap.is_empty()
            || gap.starts_with(|c: char| {
                c.is_whitespace() || matches!(c, ',' | '.' | ')' | ':' | ';')
            });
        if opening && after_break {
            self.state.in_quotation = true;
        } else if !opening && gap.contains('\'') {
            self.end_quotation();
        }
    }

    fn end_quotation(&mut self) {
        self.state.after_quotation |= self.state.in_quotation;
        self.state.in_quotation = false;
    }

    /// Remembers a word.
    fn pass(&mut self, traits: &Traits) {
        const SEEN_NUMBER: u8 = 64;
        if traits.number == NumberClass::Year {
            self.state.years = (self.state.years + 1).min(2);
        }
        self.state.seen |= match traits.class {
            WordClass::In => 1,
            WordClass::EditorRole => 2,
            WordClass::PageWord => 4,
            WordClass::VolumeWord => 8,
            WordClass::Publisher => 16,
            WordClass::Month => 32,
            _ => 0,
        };
        let counts = traits.number.is_digits()
            && !matches!(traits.number, NumberClass::FourDigits | NumberClass::Year);
        if counts {
            self.state.seen |= SEEN_NUMBER;
        }
    }
}
