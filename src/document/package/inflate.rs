//! Parts unpacked, within bounds.

use flate2::{Crc, Decompress, FlushDecompress, Status};

use super::{PackageError, archive::Member};

/// How many bytes one part may come to, unpacked.
const PART_LIMIT: usize = 128 << 20;
/// How many times its packed length a part may come to: a chosen bound. The parts of 14 real files that come to more than 50 kB have 5-28 times;
/// deflate itself cannot exceed 1,032 times.
const RATIO_LIMIT: usize = 300;
/// Up to this length the ratio is of no interest.
const SMALL: usize = 4 << 20;

/// Unpacks a member into at most `budget` bytes.
///
/// The length that the table of contents gives is believed only within the bounds, and only when it turns out to be true.
pub(super) fn inflate(member: &Member, budget: usize) -> Result<Vec<u8>, PackageError> {
    let limit = SMALL
        .max(member.data.len().saturating_mul(RATIO_LIMIT))
        .min(PART_LIMIT)
        .min(budget);
    if member.size > limit {
        return Err(PackageError::TooLarge {
            part: member.name.clone(),
            limit: limit >> 20,
        });
    }
    let bytes = match member.method {
        0 => member.data.to_vec(),
        8 => inflate_raw(member)?,
        method => {
            return Err(PackageError::UnknownCompression {
                part: member.name.clone(),
                method,
            });
        }
    };
    let mut checksum = Crc::new();
    checksum.update(&bytes);
    if bytes.len() != member.size || checksum.sum() != member.checksum {
        return Err(wrong_checksum());
    }
    Ok(bytes)
}

/// Unpacks deflated bytes into a buffer of the length that the member claims.
fn inflate_raw(member: &Member) -> Result<Vec<u8>, PackageError> {
    let mut bytes = Vec::with_capacity(member.size);
    let mut decompress = Decompress::new(false);
    let status = decompress.decompress_vec(member.data, &mut bytes, FlushDecompress::Finish);
    match status {
        Ok(Status::StreamEnd) => Ok(bytes),
        _ => Err(wrong_checksum()),
    }
}

fn wrong_checksum() -> PackageError {
    PackageError::Damaged {
        reason: "a part does not unpack to what the table of contents says",
    }
}
