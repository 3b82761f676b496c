//! What is known of one word by itself and of the gap before it.

use super::{
    gap::{Gap, GapClass},
    hash::{hash_bytes, mix},
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
#[derive(Debug, Clone)]
pub(crate) struct Traits {
    /// Tells words apart; numbers of one class are the same word.
    pub(crate) word: u64,
    /// The runs of capitals, small letters and digits.
    pub(crate) shape: u64,
    /// Beginnings and ends of two to four letters.
    pub(crate) affixes: Affixes,
    /// The gap before it.
    pub(crate) gap: Gap,
    /// The kind of number.
    pub(crate) number: NumberClass,
    /// The value of its digits, where there are few.
    pub(crate) value: u32,
    /// Its capitals.
    pub(crate) case: Case,
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
        affixes: Affixes {
            hashes: [0; 6],
            length: 0,
        },
        gap: Gap {
            hash: 0,
            class: GapClass::Unknown,
        },
        number: NumberClass::None,
        value: 0,
        case: Case::Lower,
        is_initial: false,
        class: WordClass::Open,
        starts_segment: false,
    };

    /// Capitals, initials and class of number in one value.
    pub(crate) fn profile(&self) -> u64 {
        self.case as u64 | u64::from(self.is_initial) << 2 | (self.number as u64) << 4
    }
}

/// The hashes of the affixes of one word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Affixes {
    hashes: [u64; 6],
    length: usize,
}

impl Affixes {
    /// The affixes of a word in lower case: of two to four letters, shorter than the word.
    fn of(word: &str) -> Self {
        const FIRST_PREFIX: u64 = 102;
        const FIRST_SUFFIX: u64 = 202;
        let mut affixes = Self::default();
        let ends_of_prefixes = word.char_indices().map(|(start, _)| start).skip(2).take(3);
        for (kind, end) in (FIRST_PREFIX..).zip(ends_of_prefixes) {
            affixes.push(mix(kind, hash_bytes(&word.as_bytes()[..end])));
        }
        let starts_of_suffixes = word
            .char_indices()
            .rev()
            .map(|(start, _)| start)
            .skip(1)
            .take(3);
        for (kind, start) in (FIRST_SUFFIX..).zip(starts_of_suffixes) {
            if start > 0 {
                affixes.push(mix(kind, hash_bytes(&word.as_bytes()[start..])));
            }
        }
        affixes
    }

    fn push(&mut self, hash: u64) {
        self.hashes[self.length] = hash;
        self.length += 1;
    }

    /// The hashes.
    pub(crate) fn as_slice(&self) -> &[u64] {
        &self.hashes[..self.length]
    }
}

/// The traits of all words of a reference.
pub(crate) fn read(text: &str, tokens: &[Token]) -> Vec<Traits> {
    let mut reader = Reader::default();
    let mut all: Vec<Traits> = Vec::with_capacity(tokens.len());
    let mut end_before = 0;
    for token in tokens {
        let after_initial = all.last().is_some_and(|before| before.is_initial);
        let gap = text.get(end_before..token.span.start).unwrap_or_default();
        let mut traits = reader.read(text, *token);
        traits.gap = Gap::read(gap, after_initial);
        if all.is_empty() {
            traits.gap.class = GapClass::Unknown;
        } else {
            traits.starts_segment = traits.gap.class.divides();
        }
        all.push(traits);
        end_before = token.span.end;
    }
    all
}

/// The counts that classes of words rest on.
#[derive(Default)]
struct Counts {
    digits: usize,
    letters: usize,
    capitals: usize,
    value: u32,
}

/// Reads traits, with a buffer that is used again.
#[derive(Default)]
struct Reader {
    lower: String,
    shape: Vec<u8>,
}

impl Reader {
    fn read(&mut self, text: &str, token: Token) -> Traits {
        let word = token.text(text);
        let counts = self.count(word);
        let number = number_class(word, token.kind, &counts);
        self.read_shape(word);
        let shape = hash_bytes(&self.shape);
        let is_plain = token.kind == TokenKind::Word && counts.digits == 0;
        Traits {
            word: self.word_hash(token.kind, number, shape),
            shape,
            affixes: if is_plain {
                Affixes::of(&self.lower)
            } else {
                Affixes::default()
            },
            number,
            value: counts.value,
            case: match counts.capitals {
                0 => Case::Lower,
                capitals if capitals == counts.letters && capitals > 1 => Case::AllCapitals,
                _ => Case::Capital,
            },
            is_initial: looks_initial(&counts, text[token.span.end..].starts_with('.')),
            class: if is_plain {
                words::class_of(&self.lower)
            } else {
                WordClass::Open
            },
            ..Traits::NONE
        }
    }

    /// Counts the kinds of characters, and fills `lower`.
    fn count(&mut self, word: &str) -> Counts {
        let mut counts = Counts::default();
        self.lower.clear();
        for character in word.chars() {
            if let Some(digit) = character.to_digit(10) {
                counts.digits += 1;
                counts.value = counts.value.wrapping_mul(10).wrapping_add(digit);
                self.lower.push(character);
                continue;
            }
            counts.letters += usize::from(character.is_alphabetic());
            counts.capitals += usize::from(character.is_uppercase());
            if character.is_ascii() {
                self.lower.push(character.to_ascii_lowercase());
            } else {
                self.lower.extend(character.to_lowercase());
            }
        }
        counts
    }

    /// Tells words apart; numbers of one class are the same word.
    fn word_hash(&self, kind: TokenKind, number: NumberClass, shape: u64) -> u64 {
        const SHAPE_ONLY: u64 = 77;
        match (kind, number) {
            (TokenKind::Url, _) => 1,
            (TokenKind::Doi, _) => 2,
            (TokenKind::Dashes, _) => 3,
            (_, class) if class.is_digits() => 10 + class as u64,
            (_, NumberClass::LetteredYear | NumberClass::Lettered) => shape ^ SHAPE_ONLY,
            _ => hash_bytes(self.lower.as_bytes()),
        }
    }

    /// Fills `shape`: one byte a run of characters of one kind, and two for a run of capitals at the start.
    fn read_shape(&mut self, word: &str) {
        const LONGEST: usize = 8;
        self.shape.clear();
        let mut last = 0;
        for character in word.chars() {
            let kind = shape_of(character);
            if kind != last {
                self.shape.push(kind);
                if self.shape.len() >= LONGEST {
                    break;
                }
            } else if self.shape == b"A" {
                self.shape.push(kind);
            }
            last = kind;
        }
    }
}

/// The byte for the kind of a character in a shape.
fn shape_of(character: char) -> u8 {
    match character {
        c if c.is_uppercase() => b'A',
        c if c.is_lowercase() => b'a',
        c if c.is_numeric() => b'0',
        c if c.is_ascii() => c as u8,
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
