//! Zip files made in the test: read, written anew, and damaged.

use super::{Package, PackageError, testing};

const MEMBERS: &[(&str, &str)] = &[
    ("mimetype", "application/x"),
    ("a.xml", "<a>some words, some words, some words</a>"),
    ("b/c.xml", "<b/>"),
];

fn parts(bytes: &[u8]) -> Result<Vec<String>, PackageError> {
    let package = Package::open(bytes)?;
    MEMBERS.iter().map(|(name, _)| package.part(name)).collect()
}

#[test]
fn members_come_out_as_they_went_in() {
    let contents: Vec<_> = MEMBERS
        .iter()
        .map(|(_, content)| (*content).to_owned())
        .collect();
    assert_eq!(parts(&testing::zip(MEMBERS)), Ok(contents));
}

#[test]
fn nothing_changed_is_the_same_file() {
    let mut bytes = testing::zip(MEMBERS);
    // A comment of two bytes at the end.
    let length = bytes.len();
    bytes[length - 2] = 2;
    bytes.extend(b"hi");
    let package = Package::open(&bytes).expect("the file is sound");
    assert_eq!(package.with_parts(&[]).as_ref(), Ok(&bytes));
}

#[test]
fn members_without_an_edit_keep_every_byte() {
    let bytes = testing::zip(MEMBERS);
    let package = Package::open(&bytes).expect("the file is sound");
    let edited = package
        .with_parts(&[("a.xml", "<a>é</a>".to_owned())])
        .expect("it fits");
    assert_eq!(
        parts(&edited).expect("the file is sound"),
        ["application/x", "<a>é</a>", "<b/>"]
    );
    let again = Package::open(&edited).expect("the file is sound");
    for (old, new) in package.archive.members.iter().zip(&again.archive.members) {
        // Version, flags, method, date; and the name with what follows it.
        assert_eq!(old.header[..16], new.header[..16]);
        assert_eq!(old.header[46..], new.header[46..]);
        if old.name != "a.xml" {
            assert_eq!((old.data, old.checksum), (new.data, new.checksum));
        }
    }
    assert!(edited.starts_with(&bytes[..package.archive.members[1].offset]));
}

#[test]
fn other_files_are_told_apart() {
    let check = |bytes: &[u8], expected: &str| {
        let error = Package::open(bytes).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some(expected));
    };
    check(b"", "it is an empty file, not a Word or OpenDocument text");
    check(b"%PDF-1.7", "it is a PDF, not a Word or OpenDocument text");
    check(
        b"{\\rtf1",
        "it is a rich text file (.rtf), not a Word or OpenDocument text",
    );
    check(
        b"<?xml version=\"1.0\"?><office:document office:version=\"1.3\">",
        "it is a flat OpenDocument file (.fodt), not a Word or OpenDocument text",
    );
    check(b"\xd0\xcf\x11\xe0 old", "it is an old Word file (.doc)");
    for (stream, expected) in [
        ("WordDocument", "it is an old Word file (.doc)"),
        ("EncryptedPackage", "it is protected by a password"),
        (
            "Workbook",
            "it is an old Excel workbook (.xls), not a Word or OpenDocument text",
        ),
    ] {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        let bytes: Vec<u8> = b"\xd0\xcf\x11\xe0".iter().copied().chain(name).collect();
        check(&bytes, expected);
    }
    check(
        b"PK\x03\x04 cut",
        "it is cut short or damaged: the zip file has no table of contents",
    );
}

/// What is wrong with the test file after bytes have been changed from the position of `pattern` on.
fn damaged(pattern: &[u8], offset: usize, bytes: &[u8]) -> Option<PackageError> {
    let mut file = testing::zip(MEMBERS);
    let start = memchr::memmem::rfind(&file, pattern).expect("the pattern is there") + offset;
    file[start..start + bytes.len()].copy_from_slice(bytes);
    parts(&file).err()
}

#[test]
fn what_does_not_fit_is_refused() {
    let reason = |error| match error {
        Some(PackageError::Damaged { reason }) => reason,
        other => panic!("not damaged: {other:?}"),
    };
    let central = b"PK\x01\x02";
    assert_eq!(
        reason(damaged(central, 16, &[1, 2, 3, 4])),
        "a part does not unpack to what the table of contents says"
    );
    assert_eq!(
        reason(damaged(central, 42, &[0; 4])),
        "two parts share the same bytes"
    );
    assert_eq!(
        reason(damaged(central, 42, &[1, 0, 0, 0])),
        "a part lies outside of the file"
    );
    assert_eq!(
        reason(damaged(b"PK\x05\x06", 16, &[0xff; 3])),
        "the table of contents lies outside of the file"
    );
    assert_eq!(
        damaged(central, 8, &[1]),
        Some(PackageError::PasswordProtected)
    );
    assert!(matches!(
        damaged(central, 10, &[12]),
        Some(PackageError::UnknownCompression { method: 12, .. })
    ));
    assert!(matches!(
        damaged(central, 24, &[0, 0, 0, 0x70]),
        Some(PackageError::TooLarge { .. })
    ));
}

#[test]
fn a_bomb_is_not_unpacked() {
    let zeros = "0".repeat(32 << 20);
    let bytes = testing::zip(&[("a.xml", &zeros)]);
    assert!(bytes.len() < 64 << 10);
    let package = Package::open(&bytes).expect("the table of contents is sound");
    let error = package.part("a.xml").expect_err("it grows a thousandfold");
    assert!(matches!(error, PackageError::TooLarge { limit, .. } if limit < 32));
}

#[test]
fn a_part_that_is_not_there_has_its_name_said() {
    let bytes = testing::zip(MEMBERS);
    let package = Package::open(&bytes).expect("the file is sound");
    let error = package.part("d.xml").expect_err("it is not there");
    assert_eq!(
        error.to_string(),
        "it is incomplete: the part d.xml is missing"
    );
}

#[test]
fn a_part_can_be_added() {
    let bytes = testing::zip(MEMBERS);
    let package = Package::open(&bytes).expect("the file is sound");
    let new = [("d/e.xml", "<e/>".to_owned())];
    let written = package.with_parts(&new).expect("it is small");
    let again = Package::open(&written).expect("it can be read again");
    assert_eq!(again.part("d/e.xml").as_deref(), Ok("<e/>"));
    assert_eq!(parts(&written), parts(&bytes));
    // What was there stays byte for byte.
    let members = memchr::memmem::find(&bytes, b"PK\x01\x02").expect("it has a table of contents");
    assert_eq!(written[..members], bytes[..members]);
}
