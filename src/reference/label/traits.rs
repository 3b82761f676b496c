//! What is known of one word by itself and of the gap before it.

use super::{
    gap::{Gap, GapClass},
    hash::hash_bytes,
    lower::LowerWords,
    token::{Token, TokenKind},
    words::{self, WordClass},
};

/// The kind of number that a word is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum NumberClass {
    /// No number.
    #[default]
    None,
    /// One digit.
    OneDigit,
    /// Two digits.
    TwoDigits,
    /// Three digits.
    ThreeDigits,
    /// Four digits that are no likely year.
    FourDigits,
    /// A likely year.
    Year,
    /// More digits.
    ManyDigits,
    /// A year with a letter: `2010a`.
    LetteredYear,
    /// Digits with one letter: `L12`, `S4`.
    Lettered,
    /// Other mixtures of digits and letters.
    Mixed,
    /// A Roman numeral of two or more letters.
    Roman,
    /// An address.
    Url,
    /// A DOI.
    Doi,
    /// Dashes for a repeated author.
    Dashes,
}

impl NumberClass {
    /// Whether the word is made of digits alone.
    pub(crate) fn is_digits(self) -> bool {
        (Self::OneDigit..=Self::ManyDigits).contains(&self)
    }

    /// What it is for the words before it: a year, or another number that is printed with digits; a bit each.
    pub(crate) fn later_bit(self) -> u8 {
        match self {
            Self::Year => 1,
            Self::None | Self::Roman | Self::Url | Self::Doi | Self::Dashes => 0,
            _ => 2,
        }
    }

    /// Whether the word holds a number, or is an identifier.
    pub(crate) fn is_some(self) -> bool {
        self != Self::None
    }
}

/// How a word uses capitals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Case {
    /// None.
    #[default]
    Lower,
    /// At least one, not all.
    Capital,
    /// All letters, and more than one.
    AllCapitals,
}

/// What is known of one word by itself and of the gap before it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Traits {
    /// Tells words apart; numbers of one class are the same word.
    pub(crate) word: u64,
    /// The runs of capitals, small letters and digits.
    pub(crate) shape: u64,
    /// The gap before it.
    pub(crate) gap: Gap,
    /// The kind of number.
    pub(crate) number: NumberClass,
    /// The value of its digits, where there are few.
    pub(crate) value: u32,
    /// Its capitals.
    pub(crate) case: Case,
    /// Whether it is a word without digits, and no identifier.
    pub(crate) is_plain: bool,
    /// Whether it looks like initials.
    pub(crate) is_initial: bool,
    /// Its closed class.
    pub(crate) class: WordClass,
    /// Whether the gap before it ends a part of the reference.
    pub(crate) starts_segment: bool,
}

impl Traits {
    /// Stands where there is no word.
    pub(crate) const NONE: Self = Self {
        word: 0,
        shape: 0,
        gap: Gap {
            hash: 0,
            class: GapClass::Unknown,
        },
        number: NumberClass::None,
        value: 0,
        case: Case::Lower,
        is_plain: false,
        is_initial: false,
        class: WordClass::Open,
        starts_segment: false,
    };

    /// Capitals and initials in one value.
    pub(crate) fn look(&self) -> u64 {
        u64::from(self.is_initial) | (self.case as u64) << 1
    }

    /// Capitals, initials and class of number in one value.
    pub(crate) fn profile(&self) -> u64 {
        self.case as u64 | u64::from(self.is_initial) << 2 | (self.number as u64) << 4
    }
}

/// Reads the traits of all words of a reference, and the words in lower case.
pub(crate) fn read(text: &str, tokens: &[Token], all: &mut Vec<Traits>, lower: &mut LowerWords) {
    all.clear();
    let mut end_before = 0;
    let mut after_initial = false;
    for token in tokens {
        let gap = text.get(end_before..token.span.start).unwrap_or_default();
        let mut traits = read_word(text, *token, lower);
        traits.gap = Gap::read(gap, after_initial);
        if all.is_empty() {
            traits.gap.class = GapClass::Unknown;
        } else {
            traits.starts_segment = traits.gap.class.divides();
        }
        after_initial = traits.is_initial;
        all.push(traits);
        end_before = token.span.end;
    }
}

/// The traits of a word by itself.
fn read_word(text: &str, token: Token, lower: &mut LowerWords) -> Traits {
    let word = token.text(text);
    let lower = lower.push(word);
    let counts = Counts::of(word);
    let number = number_class(word, token.kind, &counts);
    let shape = shape_hash(word);
    let word_hash = word_hash(token.kind, number, shape, lower);
    let is_plain = token.kind == TokenKind::Word && counts.digits == 0;
    Traits {
        word: word_hash,
        shape,
        number,
        value: counts.value,
        case: match counts.capitals {
            0 => Case::Lower,
            capitals if capitals == counts.letters && capitals > 1 => Case::AllCapitals,
            _ => Case::Capital,
        },
        is_plain,
        is_initial: looks_initial(&counts, text[token.span.end..].starts_with('.')),
        class: if is_plain {
            words::class_by_hash(word_hash)
        } else {
            WordClass::Open
        },
        ..Traits::NONE
    }
}

/// The counts that classes of words rest on.
#[derive(Default)]
struct Counts {
    digits: usize,
    letters: usize,
    capitals: usize,
    value: u32,
}

impl Counts {
    /// Counts the kinds of characters of a word.
    fn of(word: &str) -> Self {
        let mut counts = Self::default();
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            counts.letters = word.len();
            counts.capitals = word.bytes().filter(u8::is_ascii_uppercase).count();
            return counts;
        }
        for character in word.chars() {
            if let Some(digit) = character.to_digit(10) {
                counts.digits += 1;
                counts.value = counts.value.wrapping_mul(10).wrapping_add(digit);
            } else {
                counts.letters += usize::from(character.is_alphabetic());
                counts.capitals += usize::from(character.is_uppercase());
            }
        }
        counts
    }
}

/// Tells words apart; numbers of one class are the same word.
fn word_hash(kind: TokenKind, number: NumberClass, shape: u64, lower: &str) -> u64 {
    const SHAPE_ONLY: u64 = 77;
    match (kind, number) {
        (TokenKind::Url, _) => 1,
        (TokenKind::Doi, _) => 2,
        (TokenKind::Dashes, _) => 3,
        (_, class) if class.is_digits() => 10 + class as u64,
        (_, NumberClass::LetteredYear | NumberClass::Lettered) => shape ^ SHAPE_ONLY,
        _ => hash_bytes(lower.as_bytes()),
    }
}

/// Tells shapes apart: one byte a run of characters of one kind, and two for a run of capitals at the start.
///
/// Signs without capitals count, up to four: a name in Chinese has two or three, a title more.
fn shape_hash(word: &str) -> u64 {
    const LONGEST: usize = 8;
    const MOST_COUNTED: usize = 4;
    let mut shape = [0; LONGEST];
    let mut length = 0;
    let mut last = 0;
    for character in word.chars() {
        let kind = shape_of(character);
        let counts = length == 1 && kind == b'A' || length < MOST_COUNTED && kind == b'x';
        if kind != last || counts {
            shape[length] = kind;
            length += 1;
            if length == LONGEST {
                break;
            }
        }
        last = kind;
    }
    hash_bytes(&shape[..length])
}

/// The byte for the kind of a character in a shape.
fn shape_of(character: char) -> u8 {
    match character {
        'A'..='Z' => b'A',
        'a'..='z' => b'a',
        '0'..='9' => b'0',
        c if c.is_ascii() => c as u8,
        c if c.is_uppercase() => b'A',
        c if c.is_lowercase() => b'a',
        c if c.is_numeric() => b'0',
        c if c.is_alphabetic() => b'x',
        _ => b'_',
    }
}

/// The kind of number that a word is.
fn number_class(word: &str, kind: TokenKind, counts: &Counts) -> NumberClass {
    /// Years that references name; older ones are more often pages.
    const LIKELY_YEARS: std::ops::RangeInclusive<u32> = 1500..=2035;
    match kind {
        TokenKind::Url => return NumberClass::Url,
        TokenKind::Doi => return NumberClass::Doi,
        TokenKind::Dashes => return NumberClass::Dashes,
        TokenKind::Word => {}
    }
    match (counts.digits, counts.letters) {
        (0, _) if is_roman(word) => NumberClass::Roman,
        (0, _) => NumberClass::None,
        (4, 0) if LIKELY_YEARS.contains(&counts.value) => NumberClass::Year,
        (1, 0) => NumberClass::OneDigit,
        (2, 0) => NumberClass::TwoDigits,
        (3, 0) => NumberClass::ThreeDigits,
        (4, 0) => NumberClass::FourDigits,
        (_, 0) => NumberClass::ManyDigits,
        (4, 1) => NumberClass::LetteredYear,
        (_, 1) => NumberClass::Lettered,
        _ => NumberClass::Mixed,
    }
}

/// Whether a word is a Roman numeral in capitals, longer than an initial.
fn is_roman(word: &str) -> bool {
    (2..=7).contains(&word.len())
        && word
            .bytes()
            .all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// Whether a word looks like initials: one capital, or up to three before a full stop.
fn looks_initial(counts: &Counts, before_stop: bool) -> bool {
    let all_capitals = counts.digits == 0 && counts.capitals == counts.letters;
    all_capitals && (counts.letters == 1 || before_stop && (1..=3).contains(&counts.letters))
}
