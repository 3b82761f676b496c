//! A small writer of PDFs, for tests.

/// A PDF of these objects, numbered from 1; the first is the catalog. `trailer` stands in the trailer besides.
pub(crate) fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (idx, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", idx + 1).into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    let size = objects.len() + 1;
    file.extend(format!("xref\n0 {size}\n0000000000 65535 f \n").into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    file.extend(format!("trailer\n<</Size {size}/Root 1 0 R{trailer}>>\n").into_bytes());
    file.extend(format!("startxref\n{start}\n%%EOF\n").into_bytes());
    file
}

/// A stream with these entries in its dictionary.
pub(crate) fn stream(entries: &str, data: &[u8]) -> Vec<u8> {
    let mut stream = format!("<<{entries}/Length {}>>\nstream\n", data.len()).into_bytes();
    stream.extend(data);
    stream.extend(b"\nendstream");
    stream
}

/// A PDF with one page for each content; `resources` are theirs, `more` the objects from number 10 on.
pub(crate) fn with_resources(contents: &[Vec<u8>], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let first = 10 + more.len();
    let kids: String = (0..contents.len())
        .map(|idx| format!("{} 0 R ", first + 2 * idx))
        .collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Count {}/Kids[{kids}]>>", contents.len()).into_bytes(),
    ];
    objects.resize(9, b"null".to_vec());
    objects.extend(more.iter().cloned());
    for (idx, content) in contents.iter().enumerate() {
        let number = first + 2 * idx + 1;
        objects.push(
            format!(
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<<{resources}>>/Contents {number} 0 R>>"
            )
            .into_bytes(),
        );
        objects.push(stream("", content));
    }
    file(&objects, "")
}

/// A PDF with one page for each content, which has the font `F`, Times-Roman.
pub(crate) fn pages(contents: &[Vec<u8>]) -> Vec<u8> {
    let font =
        "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>>>";
    with_resources(contents, font, &[])
}

/// Operators that show a text from a place on, in letters of a height; it must be in the code page of Windows.
pub(crate) fn shown(x: f32, y: f32, size: f32, text: &str) -> Vec<u8> {
    let mut content = format!("BT /F {size} Tf {x} {y} Td (").into_bytes();
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    for byte in bytes.iter() {
        if matches!(byte, b'(' | b')' | b'\\') {
            content.push(b'\\');
        }
        content.push(*byte);
    }
    content.extend(b") Tj ET\n");
    content
}

/// A PDF whose pages have these lines, 10 points high and 12 apart.
pub(crate) fn pdf(lines: &[&[&str]]) -> Vec<u8> {
    let page = |lines: &&[&str]| -> Vec<u8> {
        let lines = lines.iter().enumerate();
        let shown = lines.map(|(idx, line)| shown(72.0, 700.0 - 12.0 * idx as f32, 10.0, line));
        shown.flatten().collect()
    };
    pages(&lines.iter().map(page).collect::<Vec<_>>())
}
