//! The table of a master as bytes: pages of 4 KiB, each with a checksum, read in place.
//!
//! The first page says what the table is of and where its sections are: the lines of each entry, the macros, and for each kind of key
//! the hashes in ascending order, where their lists begin, and the lists. All numbers are little-endian; each section begins a page.

use std::{
    borrow::Cow, cell::RefCell, cmp::Ordering, collections::HashMap, io, ops::Range, rc::Rc,
};

use super::{
    bytes::Bytes,
    stamp::{self, Stamp, checksum},
};
use crate::{
    bibtex,
    linkage::entry::{self, Key, Lists, hash},
};

/// The bytes of a page.
const PAGE: usize = 4096;

/// What a table begins with; the last byte is the version of its form.
const MAGIC: u64 = u64::from_le_bytes(*b"refmend\x01");

/// How many kinds of lists there are: those of [`Key`], and that of the keys of entries.
pub(super) const N_LISTS: usize = Key::ALL.len() + 1;

/// The list of the keys of entries.
pub(super) const KEYS: usize = N_LISTS - 1;

/// The sections: lines and macros, three for each kind of list, checksums.
const LINES: usize = 0;
const MACROS: usize = 1;
const LISTS: usize = 2;
const CHECKSUMS: usize = LISTS + 3 * N_LISTS;
const N_SECTIONS: usize = CHECKSUMS + 1;

/// The words of the first page before the places of the sections: magic, fingerprint, number of entries, stamp.
const HEAD: usize = 3 + stamp::WORDS;

/// The lines that an entry has for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lines {
    /// The first byte.
    pub(super) start: u32,
    /// The byte behind the last.
    pub(super) end: u32,
    /// The number of the first line, from 1.
    pub(super) line: u32,
}

impl Lines {
    /// The number of bytes.
    pub(super) fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }
}

/// What a table holds.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The lines of each entry.
    pub(super) lines: Vec<Lines>,
    /// All `@string`s.
    pub(super) macros: String,
    /// Pairs of hash and entry, for each kind of list.
    pub(super) lists: [Vec<(u64, u32)>; N_LISTS],
}

/// A table that is not what it should be.
pub(super) fn damaged() -> io::Error {
    io::Error::new(
        io::ErrorKind::InvalidData,
        "the index does not fit its master",
    )
}

/// Writes a table.
pub(super) fn written(contents: Contents, stamp: &Stamp) -> Vec<u8> {
    let mut writer = Writer {
        bytes: vec![0; PAGE],
        sections: Vec::with_capacity(N_SECTIONS),
    };
    let lines = contents.lines.iter();
    let numbers = lines.flat_map(|lines| [lines.start, lines.end, lines.line]);
    writer.section(numbers.map(u32::to_le_bytes));
    writer.section(contents.macros.bytes().map(|byte| [byte]));
    for mut pairs in contents.lists {
        pairs.sort_unstable();
        pairs.dedup();
        let groups = || pairs.chunk_by(|a, b| a.0 == b.0);
        writer.section(groups().map(|group| group[0].0.to_le_bytes()));
        let ends = groups().scan(0, |end, group| {
            *end += group.len() as u32;
            Some(*end)
        });
        writer.section(std::iter::once(0).chain(ends).map(u32::to_le_bytes));
        writer.section(pairs.iter().map(|pair| pair.1.to_le_bytes()));
    }
    let sums: Vec<u64> = writer.bytes[PAGE..].chunks(PAGE).map(checksum).collect();
    writer.section(sums.into_iter().map(u64::to_le_bytes));
    let head = [MAGIC, fingerprint(), contents.lines.len() as u64];
    writer.finish(head.into_iter().chain(stamp.words()))
}

struct Writer {
    bytes: Vec<u8>,
    /// Where each section begins and how many bytes it has.
    sections: Vec<[u64; 2]>,
}

impl Writer {
    /// Adds a section, filled up to whole pages.
    fn section<const N: usize>(&mut self, values: impl Iterator<Item = [u8; N]>) {
        let start = self.bytes.len();
        self.bytes.extend(values.flatten());
        let length = self.bytes.len() - start;
        self.sections.push([start as u64, length as u64]);
        self.bytes
            .resize(self.bytes.len().next_multiple_of(PAGE), 0);
    }

    /// Writes the first page.
    fn finish(mut self, head: impl Iterator<Item = u64>) -> Vec<u8> {
        let words = head.chain(self.sections.into_iter().flatten());
        let page: Vec<u8> = words.flat_map(u64::to_le_bytes).collect();
        self.bytes[..page.len()].copy_from_slice(&page);
        seal(&mut self.bytes[..PAGE]);
        self.bytes
    }
}

/// Puts the checksum of the first page at its end.
fn seal(page: &mut [u8]) {
    let sum = checksum(&page[..PAGE - 8]);
    page[PAGE - 8..].copy_from_slice(&sum.to_le_bytes());
}

/// The first page of a table with another stamp.
pub(super) fn restamped(page: &[u8], stamp: &Stamp) -> Option<Vec<u8>> {
    let mut page = page.get(..PAGE)?.to_vec();
    let words: Vec<u8> = stamp
        .words()
        .into_iter()
        .flat_map(u64::to_le_bytes)
        .collect();
    page[3 * 8..HEAD * 8].copy_from_slice(&words);
    seal(&mut page);
    Some(page)
}

/// What tells the keys of this program from those of another version that folds or divides words otherwise.
fn fingerprint() -> u64 {
    const SAMPLE: &str = "@book{a, author = {Garc{\\'i}a M{\\\"u}ller, Jos\u{e9} and Smith, A.},
        title = {The {\\OE}uvre of St. X: 2nd Part, \u{201c}Stra\u{df}e\u{201d} & Co.}, date = {1999-03}, doi = {10.1000/A_b}}";
    let keys = entry::keys(&bibtex::File::read(SAMPLE).outline(0));
    let words = keys.iter().flat_map(|(key, hash)| [*key as u64, *hash]);
    checksum(&words.flat_map(u64::to_le_bytes).collect::<Vec<u8>>())
}

/// A table, read where it lies.
#[derive(Debug)]
pub(super) struct Table {
    bytes: Bytes,
    n_entries: usize,
    stamp: Stamp,
    sections: [Range<usize>; N_SECTIONS],
    /// The checksum of each page but the first.
    checksums: Vec<u64>,
    /// The pages that have been read and found sound.
    pages: RefCell<HashMap<usize, Rc<[u8]>>>,
}

impl Table {
    /// Opens a table.
    ///
    /// # Errors
    /// When it cannot be read, is damaged, or is of another version.
    pub(super) fn open(bytes: Bytes) -> io::Result<Self> {
        let page = bytes.read(0, PAGE)?.into_owned();
        let word = |idx: usize| u64_at(&page, idx * 8);
        if word(PAGE / 8 - 1) != checksum(&page[..PAGE - 8])
            || [word(0), word(1)] != [MAGIC, fingerprint()]
        {
            return Err(damaged());
        }
        let sections = std::array::from_fn(|idx| {
            let at = HEAD + 2 * idx;
            let start = word(at) as usize;
            start..start + word(at + 1) as usize
        });
        let sums = sections[CHECKSUMS].clone();
        let sums = bytes.read(sums.start, sums.len())?;
        let checksums = sums.chunks_exact(8).map(|bytes| u64_at(bytes, 0)).collect();
        Ok(Self {
            n_entries: word(2) as usize,
            stamp: Stamp::of_words(std::array::from_fn(|idx| word(3 + idx))),
            sections,
            checksums,
            pages: RefCell::default(),
            bytes,
        })
    }

    /// Takes a table that has just been written.
    pub(super) fn in_memory(bytes: Vec<u8>) -> io::Result<Self> {
        Self::open(Bytes::Memory(bytes))
    }

    /// What it was made of.
    pub(super) fn stamp(&self) -> Stamp {
        self.stamp
    }

    /// The `@string`s of the master.
    pub(super) fn macros(&self) -> io::Result<String> {
        let section = &self.sections[MACROS];
        let bytes = self.read(section.clone())?;
        String::from_utf8(bytes).map_err(|_| damaged())
    }

    /// The lines of an entry.
    pub(super) fn lines(&self, number: u32) -> io::Result<Lines> {
        let numbers = self.u32s(LINES, number as usize * 3..number as usize * 3 + 3)?;
        match numbers[..] {
            [start, end, line] if start < end => Ok(Lines { start, end, line }),
            _ => Err(damaged()),
        }
    }

    /// The entries whose key has the hash of this one.
    pub(super) fn with_key(&self, key: &str) -> io::Result<Vec<u32>> {
        let list = self.find_in(KEYS, hash(key.bytes()))?;
        self.u32s(LISTS + 3 * KEYS + 2, list)
    }

    /// Where the list of a hash is.
    fn find_in(&self, kind: usize, hash: u64) -> io::Result<Range<usize>> {
        let section = LISTS + 3 * kind;
        let Some(idx) = self.search(section, hash)? else {
            return Ok(0..0);
        };
        match self.u32s(section + 1, idx..idx + 2)?[..] {
            [start, end] if start <= end => Ok(start as usize..end as usize),
            _ => Err(damaged()),
        }
    }

    /// The place of a hash among ascending ones.
    ///
    /// Hashes are spread evenly, so that a guess by value is near; where it is not, the half is taken.
    fn search(&self, section: usize, hash: u64) -> io::Result<Option<usize>> {
        let (mut low, mut high) = (0, self.sections[section].len() / 8);
        let (mut least, mut most) = (0, u64::MAX);
        for step in 0.. {
            if low >= high || hash < least || most < hash {
                break;
            }
            let share = u128::from(hash - least) * (high - low) as u128;
            let guess = (share / (u128::from(most - least) + 1)) as usize;
            let middle = low + if step < 8 { guess } else { (high - low) / 2 };
            let found = self.u64(section, middle)?;
            if found == hash {
                return Ok(Some(middle));
            }
            if found < hash {
                (low, least) = (middle + 1, found);
            } else {
                (high, most) = (middle, found);
            }
        }
        Ok(None)
    }

    /// A word of a section.
    fn u64(&self, section: usize, idx: usize) -> io::Result<u64> {
        let at = self.sections[section].start + idx * 8;
        // Sections begin pages, so that no word lies on two.
        let page = self.page(at / PAGE)?;
        Ok(u64_at(&page, at % PAGE))
    }

    /// A number of a section.
    fn u32(&self, section: usize, idx: usize) -> io::Result<u32> {
        let at = self.sections[section].start + idx * 4;
        let page = self.page(at / PAGE)?;
        Ok(u32_at(&page, at % PAGE))
    }

    /// Some numbers of a section.
    fn u32s(&self, section: usize, range: Range<usize>) -> io::Result<Vec<u32>> {
        let section = &self.sections[section];
        let bytes = section.start + range.start * 4..section.start + range.end * 4;
        if bytes.end > section.end {
            return Err(damaged());
        }
        let mut numbers = Vec::with_capacity(range.len());
        // Sections begin pages, so that no number lies on two.
        self.each_piece(bytes, |piece| {
            numbers.extend(piece.chunks_exact(4).map(|word| u32_at(word, 0)));
        })?;
        Ok(numbers)
    }

    /// Some bytes, from as many pages as they lie on.
    fn read(&self, range: Range<usize>) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(range.len());
        self.each_piece(range, |piece| bytes.extend_from_slice(piece))?;
        Ok(bytes)
    }

    /// Shows some bytes piece by piece, one of each page on which they lie.
    fn each_piece(&self, range: Range<usize>, mut show: impl FnMut(&[u8])) -> io::Result<()> {
        let mut at = range.start;
        while at < range.end {
            let page = self.page(at / PAGE)?;
            let end = (range.end - at + at % PAGE).min(PAGE);
            show(&page[at % PAGE..end]);
            at += end - at % PAGE;
        }
        Ok(())
    }

    /// A page, if it is as it was written.
    fn page(&self, number: usize) -> io::Result<Rc<[u8]>> {
        if let Some(page) = self.pages.borrow().get(&number) {
            return Ok(Rc::clone(page));
        }
        let bytes = self.bytes.read(number * PAGE, PAGE)?;
        let expected = number
            .checked_sub(1)
            .and_then(|idx| self.checksums.get(idx));
        if expected != Some(&checksum(&bytes)) {
            return Err(damaged());
        }
        let page: Rc<[u8]> = bytes.into();
        self.pages.borrow_mut().insert(number, Rc::clone(&page));
        Ok(page)
    }
}

impl Lists for Table {
    type Error = io::Error;

    fn n_entries(&self) -> usize {
        self.n_entries
    }

    fn find(&self, key: Key, hash: u64) -> io::Result<Range<usize>> {
        self.find_in(key as usize, hash)
    }

    fn read(&self, key: Key, list: Range<usize>) -> io::Result<Cow<'_, [u32]>> {
        let section = LISTS + 3 * key as usize + 2;
        Ok(Cow::Owned(self.u32s(section, list)?))
    }

    fn has(&self, key: Key, mut list: Range<usize>, entry: u32) -> io::Result<bool> {
        let section = LISTS + 3 * key as usize + 2;
        while !list.is_empty() {
            let middle = list.start + list.len() / 2;
            match self.u32(section, middle)?.cmp(&entry) {
                Ordering::Equal => return Ok(true),
                Ordering::Less => list.start = middle + 1,
                Ordering::Greater => list.end = middle,
            }
        }
        Ok(false)
    }
}

/// The number at a place in a page.
fn u32_at(page: &[u8], at: usize) -> u32 {
    let mut number = [0; 4];
    number.copy_from_slice(&page[at..at + 4]);
    u32::from_le_bytes(number)
}

/// The word at a place in a page.
fn u64_at(page: &[u8], at: usize) -> u64 {
    let mut word = [0; 8];
    word.copy_from_slice(&page[at..at + 8]);
    u64::from_le_bytes(word)
}
