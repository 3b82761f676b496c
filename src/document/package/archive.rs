//! The table of contents of a zip file (APPNOTE.TXT 6.3, sections 4.3 and 4.4).

use super::PackageError;

/// Length of the fixed part of a member's own header (4.3.7).
pub(super) const LOCAL_HEADER: usize = 30;
/// Length of the fixed part of a header of the table of contents (4.3.12).
pub(super) const CENTRAL_HEADER: usize = 46;
/// Length of the fixed part of the end of the table of contents (4.3.16).
const END_RECORD: usize = 22;
/// Size or offset that stands elsewhere, in the form for files over 4 GiB.
const ZIP64: u32 = u32::MAX;
/// Flag of a member that is encrypted (4.4.4).
const ENCRYPTED: u16 = 1;

/// A zip file, its table of contents read.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    /// The whole file.
    pub(super) bytes: &'a [u8],
    /// The members, in the order of the table of contents.
    pub(super) members: Vec<Member<'a>>,
    /// Where the table of contents begins.
    pub(super) directory: usize,
    /// Where the record begins that ends it.
    pub(super) end: usize,
}

/// One member of a zip file.
#[derive(Debug)]
pub(super) struct Member<'a> {
    /// Its name, with `/` between folders.
    pub(super) name: String,
    /// Its header in the table of contents, name, extra fields and comment included.
    pub(super) header: &'a [u8],
    /// Where its own header begins.
    pub(super) offset: usize,
    /// Its contents as they are stored.
    pub(super) data: &'a [u8],
    /// How they are packed: 0 not at all, 8 by deflate.
    pub(super) method: u16,
    /// The checksum of the contents.
    pub(super) checksum: u32,
    /// The length of the contents, unpacked.
    pub(super) size: usize,
}

impl<'a> Archive<'a> {
    /// Reads the table of contents and checks that all members lie before it, one after the other.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, PackageError> {
        let end = find_end(bytes).ok_or(damaged("the zip file has no table of contents"))?;
        let record = &bytes[end..];
        let (size, directory) = (u32_at(record, 12), u32_at(record, 16));
        let n_members = u16_at(record, 10).unwrap_or_default();
        let (Some(size), Some(directory)) = (size, directory) else {
            return Err(damaged("the zip file has no table of contents"));
        };
        let directory = directory as usize;
        let table = directory
            .checked_add(size as usize)
            .filter(|table_end| *table_end <= end)
            .and_then(|table_end| bytes.get(directory..table_end));
        let table = table.ok_or(damaged("the table of contents lies outside of the file"))?;
        let mut archive = Self {
            bytes,
            members: Vec::with_capacity(usize::from(n_members).min(table.len() / CENTRAL_HEADER)),
            directory,
            end,
        };
        archive.read_members(table, n_members)?;
        archive.check_layout()?;
        Ok(archive)
    }

    /// The member of this name.
    pub(super) fn find(&self, name: &str) -> Option<&Member<'a>> {
        self.members.iter().find(|member| member.name == name)
    }

    fn read_members(&mut self, table: &'a [u8], n_members: u16) -> Result<(), PackageError> {
        let mut rest = table;
        for _ in 0..n_members {
            let header =
                central_header(rest).ok_or(damaged("its table of contents is cut short"))?;
            rest = &rest[header.len()..];
            let member = self.read_member(header)?;
            self.members.push(member);
        }
        Ok(())
    }

    /// Reads one member from its header in the table of contents and its own header.
    fn read_member(&self, header: &'a [u8]) -> Result<Member<'a>, PackageError> {
        let fields = || {
            let packed = u32_at(header, 20)?;
            let (size, offset) = (u32_at(header, 24)?, u32_at(header, 42)?);
            Some((u16_at(header, 8)?, packed, size, offset))
        };
        let (flags, packed, size, offset) =
            fields().ok_or(damaged("its table of contents is cut short"))?;
        if packed == ZIP64 || size == ZIP64 || offset == ZIP64 {
            return Err(damaged("it is in the zip form for files over 4 GiB"));
        }
        if flags & ENCRYPTED != 0 {
            return Err(PackageError::PasswordProtected);
        }
        let name_length = usize::from(u16_at(header, 28).unwrap_or_default());
        let name = &header[CENTRAL_HEADER..CENTRAL_HEADER + name_length];
        let offset = offset as usize;
        Ok(Member {
            name: String::from_utf8_lossy(name).replace('\\', "/"),
            header,
            offset,
            data: self
                .local_data(offset, packed as usize)
                .ok_or(damaged("a part lies outside of the file"))?,
            method: u16_at(header, 10).unwrap_or_default(),
            checksum: u32_at(header, 16).unwrap_or_default(),
            size: size as usize,
        })
    }

    /// The packed contents behind the header at `offset`.
    fn local_data(&self, offset: usize, packed: usize) -> Option<&'a [u8]> {
        let header = self.bytes.get(offset..offset + LOCAL_HEADER)?;
        if !header.starts_with(b"PK\x03\x04") {
            return None;
        }
        let start = offset
            + LOCAL_HEADER
            + usize::from(u16_at(header, 26)?)
            + usize::from(u16_at(header, 28)?);
        let end = start
            .checked_add(packed)
            .filter(|end| *end <= self.directory)?;
        self.bytes.get(start..end)
    }

    /// Checks that no two members share bytes or a name: such files are made to mean different things to different readers.
    fn check_layout(&self) -> Result<(), PackageError> {
        let mut ranges: Vec<_> = self.members.iter().map(Member::range).collect();
        ranges.sort_unstable();
        if ranges.windows(2).any(|pair| pair[0].1 > pair[1].0) {
            return Err(damaged("two parts share the same bytes"));
        }
        let mut names: Vec<_> = self.members.iter().map(|member| &member.name).collect();
        names.sort_unstable();
        if names.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(damaged("two parts have the same name"));
        }
        Ok(())
    }
}

impl Member<'_> {
    /// The name as stored.
    pub(super) fn raw_name(&self) -> &[u8] {
        let length = usize::from(u16_at(self.header, 28).unwrap_or_default());
        &self.header[CENTRAL_HEADER..CENTRAL_HEADER + length]
    }

    /// First byte of the own header, and the byte after the packed contents when nothing stood between the two.
    fn range(&self) -> (usize, usize) {
        (self.offset, self.offset + LOCAL_HEADER + self.data.len())
    }
}

/// Where the record begins that ends the table of contents; a comment of up to 65,535 bytes may follow it.
fn find_end(bytes: &[u8]) -> Option<usize> {
    let earliest = bytes
        .len()
        .saturating_sub(END_RECORD + usize::from(u16::MAX));
    let mut tail = bytes.get(earliest..bytes.len().checked_sub(END_RECORD - 4)?)?;
    while let Some(found) = memchr::memmem::rfind(tail, b"PK\x05\x06") {
        let comment = u16_at(bytes, earliest + found + 20)?;
        if earliest + found + END_RECORD + usize::from(comment) <= bytes.len() {
            return Some(earliest + found);
        }
        tail = &tail[..found];
    }
    None
}

/// The first header of a table of contents, with its name, extra fields and comment.
fn central_header(table: &[u8]) -> Option<&[u8]> {
    if !table.starts_with(b"PK\x01\x02") {
        return None;
    }
    let variable: usize = [28, 30, 32]
        .into_iter()
        .map(|at| u16_at(table, at).map(usize::from))
        .sum::<Option<usize>>()?;
    table.get(..CENTRAL_HEADER + variable)
}

/// The 16-bit number at a position, little end first.
pub(super) fn u16_at(bytes: &[u8], position: usize) -> Option<u16> {
    let pair = bytes.get(position..)?.first_chunk()?;
    Some(u16::from_le_bytes(*pair))
}

/// The 32-bit number at a position, little end first.
pub(super) fn u32_at(bytes: &[u8], position: usize) -> Option<u32> {
    let four = bytes.get(position..)?.first_chunk()?;
    Some(u32::from_le_bytes(*four))
}

fn damaged(reason: &'static str) -> PackageError {
    PackageError::Damaged { reason }
}
