//! A zip file written anew with other contents for some parts, all other bytes spliced in as they are.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};

use super::{
    PackageError,
    archive::{Archive, CENTRAL_HEADER, LOCAL_HEADER, Member, u16_at},
};

/// Flags that still hold for a member written anew: its name is in UTF-8 (4.4.4, bit 11).
const KEPT_FLAGS: u16 = 1 << 11;
/// The method of a member that is packed (4.4.5).
const DEFLATED: u16 = 8;

/// The new contents of a member, packed.
struct Packed {
    data: Vec<u8>,
    checksum: u32,
    size: u32,
}

/// Writes the file with other contents for `parts`; the order of the members and of the table of contents stays. Parts that it has
/// not come behind all others.
pub(super) fn rewrite(
    archive: &Archive,
    parts: &[(&str, String)],
) -> Result<Vec<u8>, PackageError> {
    let mut by_offset: Vec<usize> = (0..archive.members.len()).collect();
    by_offset.sort_unstable_by_key(|idx| archive.members[*idx].offset);
    let first = by_offset
        .first()
        .map_or(archive.directory, |idx| archive.members[*idx].offset);
    let mut output = archive.bytes[..first].to_vec();
    let mut headers = vec![Vec::new(); archive.members.len()];
    for (position, idx) in by_offset.iter().enumerate() {
        let member = &archive.members[*idx];
        let next = by_offset
            .get(position + 1)
            .map_or(archive.directory, |next| archive.members[*next].offset);
        let offset = to_u32(output.len())?;
        let mut header = member.header.to_vec();
        match parts.iter().find(|(name, _)| *name == member.name) {
            None => output.extend_from_slice(&archive.bytes[member.offset..next]),
            Some((_, content)) => {
                let packed = pack(content.as_bytes(), member.method)?;
                header = central_header(member, &packed)?;
                write_local(&mut output, &header, member.raw_name(), &packed.data);
            }
        }
        header[42..46].copy_from_slice(&offset.to_le_bytes());
        headers[*idx] = header;
    }
    for (name, content) in parts {
        if archive.find(name).is_none() {
            headers.push(write_new(&mut output, name, content)?);
        }
    }
    write_directory(&mut output, archive, &headers)?;
    Ok(output)
}

/// Writes a member that the file has not; its header for the table of contents.
fn write_new(output: &mut Vec<u8>, name: &str, content: &str) -> Result<Vec<u8>, PackageError> {
    /// Version 2.0 of the format, made by it and needed for it; flags for a name in UTF-8; deflated; 1 January 1980.
    const FIELDS: [u16; 6] = [20, 20, KEPT_FLAGS, DEFLATED, 0, 0x21];
    let packed = pack(content.as_bytes(), DEFLATED)?;
    let mut header = b"PK\x01\x02".to_vec();
    header.extend(FIELDS.into_iter().flat_map(u16::to_le_bytes));
    for number in [packed.checksum, to_u32(packed.data.len())?, packed.size] {
        header.extend(number.to_le_bytes());
    }
    let name_length = u16::try_from(name.len()).unwrap_or_default();
    header.extend(name_length.to_le_bytes());
    // No extra field, no comment, the first disk, no attributes; then the place.
    header.extend([0; 12]);
    header.extend(to_u32(output.len())?.to_le_bytes());
    write_local(output, &header, name.as_bytes(), &packed.data);
    header.extend(name.as_bytes());
    Ok(header)
}

/// Packs contents by the method of the member before it.
fn pack(content: &[u8], method: u16) -> Result<Packed, PackageError> {
    let mut checksum = Crc::new();
    checksum.update(content);
    let data = if method == 0 {
        content.to_vec()
    } else {
        let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
        encoder
            .write_all(content)
            .and_then(|()| encoder.finish())
            .expect("writing into memory does not fail")
    };
    Ok(Packed {
        data,
        checksum: checksum.sum(),
        size: to_u32(content.len())?,
    })
}

/// The header of a changed member for the table of contents: as before but for flags, sizes and checksum, and without extra fields,
/// which may repeat the old sizes.
fn central_header(member: &Member, packed: &Packed) -> Result<Vec<u8>, PackageError> {
    let old = member.header;
    let number = |at| u16_at(old, at).unwrap_or_default();
    let name_end = CENTRAL_HEADER + usize::from(number(28));
    let comment = name_end + usize::from(number(30));
    let mut header = [&old[..name_end], &old[comment..]].concat();
    header[8..10].copy_from_slice(&(number(8) & KEPT_FLAGS).to_le_bytes());
    header[16..20].copy_from_slice(&packed.checksum.to_le_bytes());
    header[20..24].copy_from_slice(&to_u32(packed.data.len())?.to_le_bytes());
    header[24..28].copy_from_slice(&packed.size.to_le_bytes());
    header[30..32].fill(0);
    Ok(header)
}

/// Writes a member with a header of its own; the fields from "version needed" to the length of the name are those of the table of
/// contents, in the same order (4.3.7 and 4.3.12).
fn write_local(output: &mut Vec<u8>, header: &[u8], name: &[u8], data: &[u8]) {
    let start = output.len();
    output.extend_from_slice(b"PK\x03\x04");
    output.extend_from_slice(&header[6..32]);
    debug_assert_eq!(output.len() - start, LOCAL_HEADER);
    output.extend_from_slice(name);
    output.extend_from_slice(data);
}

/// Writes the table of contents and the record that ends it, comment included.
fn write_directory(
    output: &mut Vec<u8>,
    archive: &Archive,
    headers: &[Vec<u8>],
) -> Result<(), PackageError> {
    let directory = to_u32(output.len())?;
    output.extend(headers.iter().flatten());
    let size = to_u32(output.len())? - directory;
    let mut end = archive.bytes[archive.end..].to_vec();
    let n_members = u16::try_from(headers.len()).map_err(|_| PackageError::Damaged {
        reason: "the file would have more parts than a zip file can hold",
    })?;
    end[8..10].copy_from_slice(&n_members.to_le_bytes());
    end[10..12].copy_from_slice(&n_members.to_le_bytes());
    end[12..16].copy_from_slice(&size.to_le_bytes());
    end[16..20].copy_from_slice(&directory.to_le_bytes());
    output.extend_from_slice(&end);
    Ok(())
}

fn to_u32(length: usize) -> Result<u32, PackageError> {
    u32::try_from(length).map_err(|_| PackageError::Damaged {
        reason: "the file would be larger than 4 GiB",
    })
}
