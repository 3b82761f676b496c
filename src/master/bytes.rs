//! Bytes that are read in pieces.

use std::{
    borrow::Cow,
    fs,
    io::{self, Read, Seek, SeekFrom},
};

/// Bytes in memory or in a file that stays open, so that replacing it changes nothing for us.
#[derive(Debug)]
pub(super) enum Bytes {
    /// In memory.
    Memory(Vec<u8>),
    /// In a file.
    File(fs::File),
}

impl Bytes {
    /// Reads some bytes.
    ///
    /// # Errors
    /// When there are not so many, or the system says no.
    pub(super) fn read(&self, start: usize, length: usize) -> io::Result<Cow<'_, [u8]>> {
        match self {
            Self::Memory(bytes) => {
                let end = start.saturating_add(length);
                let read = bytes.get(start..end).map(Cow::Borrowed);
                read.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
            }
            Self::File(file) => {
                let mut file = file;
                let mut bytes = vec![0; length];
                file.seek(SeekFrom::Start(start as u64))?;
                file.read_exact(&mut bytes)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }
}
