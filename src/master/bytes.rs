//! Bytes that are read in pieces.

use std::{borrow::Cow, fs, io};

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
                let mut bytes = vec![0; length];
                read_exact_at(file, &mut bytes, start as u64)?;
                Ok(Cow::Owned(bytes))
            }
        }
    }
}

#[cfg(unix)]
fn read_exact_at(file: &fs::File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    std::os::unix::fs::FileExt::read_exact_at(file, bytes, start)
}

#[cfg(not(unix))]
fn read_exact_at(mut file: &fs::File, bytes: &mut [u8], start: u64) -> io::Result<()> {
    use std::io::{Read, Seek, SeekFrom};
    file.seek(SeekFrom::Start(start))?;
    file.read_exact(bytes)
}
