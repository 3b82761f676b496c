//! A bound on what the streams of a PDF unpack to, counted before any of them is kept.
//!
//! The crate that reads PDFs unpacks without a bound. What it will unpack can be counted in little memory, since every stream stands
//! by itself in the file. Pictures are left out: they are never unpacked here. The streams of a file that is encrypted (for an empty
//! password) are counted when the crate has found the key, before it unpacks any but those that hold other objects.

use std::borrow::Cow;

use flate2::{Decompress, FlushDecompress, Status};
use hayro_syntax::{
    Pdf,
    object::{ObjectIdentifier, Stream},
};
use memchr::memmem;

use super::PdfError;

/// How much one stream, and all together, may unpack to (MB): chosen bounds. The text of 1,000 pages comes to about 10 MB.
const STREAM_LIMIT: usize = 128;
const FILE_LIMIT: usize = 512;
/// How much the streams of an encrypted file that hold other objects may come to as they are packed (MB): a chosen bound. Where the
/// file is damaged they are unpacked together with looking for the key. Those of 1,000 pages come to less than one.
const ENCRYPTED_LIMIT: usize = 2;
/// How many times its length deflate can unpack a stream to, at most.
const RATIO: usize = 1032;
/// How far before its stream a dictionary begins, at most (bytes).
const DICTIONARY: usize = 4096;

/// Looks through the file for streams that would unpack to more than is sound.
pub(super) fn check(bytes: &[u8]) -> Result<(), PdfError> {
    let is_encrypted = memmem::find(bytes, b"/Encrypt").is_some();
    let (mut sum, mut n_encrypted) = (Sum::default(), 0);
    let mut inflater = Inflater::new();
    for stream in streams(bytes) {
        if is_encrypted && stream.dictionary.has("/ObjStm") {
            n_encrypted += stream.length;
            if n_encrypted > ENCRYPTED_LIMIT << 20 {
                let limit = ENCRYPTED_LIMIT;
                return Err(PdfError::TooLarge { limit });
            }
        }
        sum.add(
            stream
                .dictionary
                .unpacked(stream.data, stream.length, &mut inflater),
        )?;
    }
    Ok(())
}

/// Looks through a file that is encrypted in the same way; all others pass.
pub(super) fn check_decrypted(pdf: &Pdf, bytes: &[u8]) -> Result<(), PdfError> {
    let mut sum = Sum::default();
    let mut inflater = Inflater::new();
    for stream in streams(bytes) {
        let read = stream.id.and_then(|id| pdf.xref().get::<Stream<'_>>(id));
        // What is not encrypted has been counted.
        if let Some(Cow::Owned(data)) = read.map(|read| read.raw_data()) {
            let dictionary = &stream.dictionary;
            sum.add(dictionary.unpacked(&data, data.len(), &mut inflater))?;
        }
    }
    Ok(())
}

/// What streams unpack to, one after the other.
#[derive(Debug, Default)]
struct Sum(usize);

impl Sum {
    fn add(&mut self, size: usize) -> Result<(), PdfError> {
        self.0 = self.0.saturating_add(size);
        for (size, limit) in [(size, STREAM_LIMIT), (self.0, FILE_LIMIT)] {
            if size > limit << 20 {
                return Err(PdfError::TooLarge { limit });
            }
        }
        Ok(())
    }
}

/// A stream as it stands in the file.
struct Packed<'d> {
    /// The number and the generation of its object.
    id: Option<ObjectIdentifier>,
    dictionary: Dictionary<'d>,
    /// From its first byte to the end of the file.
    data: &'d [u8],
    /// How long it is.
    length: usize,
}

/// The streams of a file that are no pictures.
fn streams(bytes: &[u8]) -> impl Iterator<Item = Packed<'_>> {
    let ends: Vec<usize> = memmem::find_iter(bytes, b"endstream").collect();
    let begins = memmem::find_iter(bytes, b"stream");
    begins.filter_map(move |at| {
        let before = &bytes[at.saturating_sub(DICTIONARY)..at];
        if before.ends_with(b"end") {
            return None;
        }
        let start = memmem::rfind(before, b"obj").unwrap_or(0);
        let dictionary = Dictionary(&before[start..]);
        if dictionary.is_picture() {
            return None;
        }
        let data = &bytes[at + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let end = ends.get(ends.partition_point(|end| *end < at));
        Some(Packed {
            id: identifier(&before[..start]),
            dictionary,
            data,
            length: end.map_or(data.len(), |end| end - at),
        })
    })
}

/// The number and the generation of an object, from what stands before `obj`: `12 0 `.
fn identifier(before: &[u8]) -> Option<ObjectIdentifier> {
    let words = before.rsplit(u8::is_ascii_whitespace);
    let words = words.filter(|word| !word.is_empty());
    let mut words = words.map_while(|word| std::str::from_utf8(word).ok());
    let generation = words.next()?.parse().ok()?;
    Some(ObjectIdentifier::new(
        words.next()?.parse().ok()?,
        generation,
    ))
}

/// The bytes of the dictionary of a stream.
struct Dictionary<'d>(&'d [u8]);

impl Dictionary<'_> {
    fn has(&self, word: &str) -> bool {
        memmem::find(self.0, word.as_bytes()).is_some()
    }

    /// Whether the stream holds a picture; names may hide behind `#` and the code of a letter.
    fn is_picture(&self) -> bool {
        self.has("/Image") && !["#", "/ObjStm", "/XRef"].iter().any(|word| self.has(word))
    }

    /// How many bytes the stream, `length` bytes long, unpacks to; more than are sound where it may be more.
    fn unpacked(&self, data: &[u8], length: usize, inflater: &mut Inflater) -> usize {
        let is_wrapped = ["#", "/ASCII", "/A85", "/AHx", "/RunLength", "/RL"]
            .iter()
            .any(|word| self.has(word));
        let packers =
            [b"/Fl".as_slice(), b"/LZW"].map(|word| memmem::find_iter(self.0, word).count());
        match packers {
            // The names may stand elsewhere, or hide behind `#`.
            [0, 0] => inflater.unpacked(data).max(length),
            [1, 0] if !is_wrapped => inflater.unpacked(data),
            [0, 1] if !is_wrapped => lzw(data, !self.has("/EarlyChange 0")),
            [n_flate, n_lzw] => {
                // Packed in other ways besides, or several times over, as no program does with much text: the most it can be.
                let times = u32::try_from(n_flate + n_lzw).unwrap_or(u32::MAX);
                let most = length.saturating_mul(RATIO.saturating_pow(times));
                if most <= FILE_LIMIT << 20 {
                    length
                } else {
                    1 << 40
                }
            }
        }
    }
}

/// Counts what deflated streams unpack to.
struct Inflater {
    decompress: Decompress,
    buffer: Vec<u8>,
}

impl Inflater {
    fn new() -> Self {
        Self {
            decompress: Decompress::new(false),
            buffer: vec![0; 1 << 16],
        }
    }

    /// How many bytes a stream unpacks to, as far as it is sound, with or without the head that it should have.
    fn unpacked(&mut self, data: &[u8]) -> usize {
        let body = match data {
            [method, flags, body @ ..]
                if method & 0x0f == 8
                    && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31) =>
            {
                body
            }
            body => body,
        };
        self.decompress.reset(false);
        let mut total = 0;
        while total <= STREAM_LIMIT << 20 {
            let n_read = usize::try_from(self.decompress.total_in()).unwrap_or(usize::MAX);
            let Some(rest) = body.get(n_read..) else {
                break;
            };
            let none = FlushDecompress::None;
            let status = self.decompress.decompress(rest, &mut self.buffer, none);
            let n_written = usize::try_from(self.decompress.total_out()).unwrap_or(usize::MAX);
            let n_new = n_written - total;
            total = n_written;
            if n_new == 0 || !matches!(status, Ok(Status::Ok)) {
                break;
            }
        }
        total
    }
}

/// How many bytes a stream of LZW codes unpacks to (ISO 32000-1, 7.4.4), as far as it is sound.
fn lzw(data: &[u8], is_early: bool) -> usize {
    const CLEAR: usize = 256;
    const END: usize = 257;
    const LARGEST: usize = 4096;
    let mut lengths: Vec<usize> = vec![1; 258];
    let (mut total, mut before) = (0, None);
    let (mut bits, mut n_bits) = (0_usize, 0);
    let mut bytes = data.iter();
    while total <= STREAM_LIMIT << 20 {
        let next =
            (lengths.len() + usize::from(is_early) + usize::from(before.is_some())).min(LARGEST);
        let width = (next.max(257) - 1).ilog2() + 1;
        while n_bits < width {
            let Some(byte) = bytes.next() else {
                return total;
            };
            bits = (bits << 8 | usize::from(*byte)) & 0xff_ffff;
            n_bits += 8;
        }
        n_bits -= width;
        let code = bits >> n_bits & ((1 << width) - 1);
        if code == END {
            break;
        }
        if code == CLEAR {
            lengths.truncate(258);
            before = None;
            continue;
        }
        if let Some(before) = before
            && lengths.len() < LARGEST
        {
            lengths.push(before + 1);
        }
        let Some(length) = lengths.get(code) else {
            break;
        };
        total += length;
        before = Some(*length);
    }
    total
}
