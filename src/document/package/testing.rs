//! Small zip files for tests.

use std::io::Write;

use flate2::{Compression, Crc, write::DeflateEncoder};

/// Makes a zip file of these members: the first, if it is `mimetype`, stored, all others deflated.
pub(in crate::document) fn zip(members: &[(&str, &str)]) -> Vec<u8> {
    let (mut output, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in members {
        let offset = output.len() as u32;
        let stored = *name == "mimetype";
        let data = if stored {
            content.as_bytes().to_vec()
        } else {
            deflate(content.as_bytes())
        };
        let mut checksum = Crc::new();
        checksum.update(content.as_bytes());
        let mut shared = Vec::new();
        // Version 2.0, no flags, the method, and 1 January 2020, noon.
        for number in [20_u16, 0, if stored { 0 } else { 8 }, 0x6000, 0x5021] {
            shared.extend(number.to_le_bytes());
        }
        for number in [checksum.sum(), data.len() as u32, content.len() as u32] {
            shared.extend(number.to_le_bytes());
        }
        shared.extend((name.len() as u16).to_le_bytes());
        shared.extend([0, 0]);
        output.extend(b"PK\x03\x04");
        output.extend(&shared);
        output.extend(name.as_bytes());
        output.extend(data);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&shared);
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = output.len() as u32;
    output.extend(&directory);
    output.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        output.extend((members.len() as u16).to_le_bytes());
    }
    output.extend((directory.len() as u32).to_le_bytes());
    output.extend(start.to_le_bytes());
    output.extend([0, 0]);
    output
}

fn deflate(content: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(content).expect("memory takes it");
    encoder.finish().expect("memory takes it")
}
