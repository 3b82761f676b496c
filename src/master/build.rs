//! Makes the contents of a table from the text of a master.

use std::{
    collections::BTreeSet,
    io,
    ops::Range,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use super::{
    excerpt,
    table::{Contents, KEYS, Lines, N_LISTS},
};
use crate::{
    bibtex::{BlockKind, Blocks, File, Macros},
    linkage::entry::{self, hash},
};

/// How many entries a thread reads at a time.
const CHUNK: usize = 2_000;

/// What makes a comment that accepts findings; a master that holds one is read whole, so that it is found.
const MARKER: &[u8] = b"refmend: ignore";

/// Reads a master; none where its entries cannot be told apart by lines.
pub(super) fn contents(text: &str) -> Option<Contents> {
    if memchr::memmem::find(text.as_bytes(), MARKER).is_some() {
        return None;
    }
    let (lines, strings) = lines(text)?;
    let macros = Arc::new(Macros::of(&strings));
    let mut found = read_all(text, &lines, &macros)?;
    let [.., keys] = &mut found.lists;
    keys.sort_unstable();
    let linked = std::mem::take(&mut found.linked);
    for number in linked {
        let outline = outline_of_linked(number, text, &lines, &found.lists[KEYS], &macros).ok()?;
        for (key, hash) in entry::keys(&outline) {
            found.lists[key as usize].push((hash, number));
        }
    }
    Some(Contents {
        lines,
        macros: strings,
        lists: found.lists,
    })
}

/// The lines of each entry, and all `@string`s; none where two blocks share a line.
fn lines(text: &str) -> Option<(Vec<Lines>, String)> {
    let mut found = Vec::new();
    let mut strings = String::new();
    // The end of the last line that a block has, and the number of the line that begins at `counted`.
    let (mut taken, mut counted, mut line) = (0, 0, 1);
    for block in Blocks::new(text) {
        if block.kind == BlockKind::Text {
            continue;
        }
        let (start, end) = whole_lines(text, block.span.start..block.span.end);
        if start < taken {
            return None;
        }
        taken = end;
        line += memchr::memchr_iter(b'\n', &text.as_bytes()[counted..start]).count();
        counted = start;
        match block.kind {
            BlockKind::Entry => found.push(Lines {
                start: start as u32,
                end: end as u32,
                line: line as u32,
            }),
            BlockKind::Strings => {
                strings.push_str(block.span.slice(text));
                strings.push('\n');
            }
            _ => {}
        }
    }
    Some((found, strings))
}

/// All of the lines of which a range has a part.
fn whole_lines(text: &str, range: Range<usize>) -> (usize, usize) {
    let bytes = text.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[..range.start]).map_or(0, |at| at + 1);
    // A block that is not closed ends behind a line end.
    let last = range.end.saturating_sub(1).max(range.start);
    let end = memchr::memchr(b'\n', &bytes[last..]).map_or(bytes.len(), |at| last + at + 1);
    (start, end)
}

/// The lists of some entries, and the entries that inherit from others.
#[derive(Default)]
struct Found {
    lists: [Vec<(u64, u32)>; N_LISTS],
    linked: Vec<u32>,
}

impl Found {
    fn add(&mut self, other: Self) {
        for (list, other) in self.lists.iter_mut().zip(other.lists) {
            list.extend(other);
        }
        self.linked.extend(other.linked);
    }
}

/// Reads all entries, with as many threads as the machine has; none where some entries read otherwise by themselves.
fn read_all(text: &str, lines: &[Lines], macros: &Arc<Macros>) -> Option<Found> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Found::default();
        loop {
            let first = next.fetch_add(CHUNK, Ordering::Relaxed);
            if first >= lines.len() {
                return Some(found);
            }
            let last = lines.len().min(first + CHUNK);
            read_some(text, first, &lines[first..last], macros, &mut found)?;
        }
    };
    let n_threads = thread::available_parallelism().map_or(1, usize::from);
    let parts: Vec<Option<Found>> = thread::scope(|scope| {
        let threads: Vec<_> = (1..n_threads).map(|_| scope.spawn(work)).collect();
        let own = work();
        let others = threads.into_iter().map(|thread| thread.join().ok()?);
        others.chain([own]).collect()
    });
    let mut found = Found::default();
    for part in parts {
        found.add(part?);
    }
    Some(found)
}

/// Reads some entries that lie side by side.
fn read_some(
    text: &str,
    first: usize,
    lines: &[Lines],
    macros: &Arc<Macros>,
    found: &mut Found,
) -> Option<()> {
    let (start, end) = (lines.first()?.start, lines.last()?.end);
    let file = File::part(text.get(start as usize..end as usize)?, macros);
    if file.entries.len() != lines.len() {
        return None;
    }
    for (idx, entry) in file.entries.iter().enumerate() {
        // What is cut out must be the entry and nothing else.
        let line = lines[idx];
        let (from, to) = (
            entry.span.start + start as usize,
            entry.span.end + start as usize,
        );
        if from < line.start as usize || line.end < to as u32 {
            return None;
        }
        let number = (first + idx) as u32;
        found.lists[KEYS].push((hash(file.key(idx).bytes()), number));
        if file.has_parents(idx) {
            found.linked.push(number);
            continue;
        }
        for (key, hash) in entry::keys(&file.brief_outline(idx)) {
            found.lists[key as usize].push((hash, number));
        }
    }
    Some(())
}

/// The outline of an entry that inherits from others.
fn outline_of_linked(
    number: u32,
    text: &str,
    lines: &[Lines],
    keys: &[(u64, u32)],
    macros: &Arc<Macros>,
) -> io::Result<crate::work::Work> {
    let slice = |number: u32| excerpt::slice(text, lines[number as usize]);
    let first = |key: &str| {
        let hash = hash(key.bytes());
        let start = keys.partition_point(|pair| pair.0 < hash);
        let same = keys[start..].iter().take_while(|pair| pair.0 == hash);
        Ok(same
            .map(|pair| pair.1)
            .find(|number| File::part(slice(*number), macros).find(key).is_some()))
    };
    let read = |number: u32| Ok((lines[number as usize], slice(number).to_owned()));
    let excerpt = excerpt::cut(BTreeSet::from([number]), read, first, macros)?;
    let idx = excerpt.index(number)?;
    Ok(excerpt.file.outline(idx))
}
