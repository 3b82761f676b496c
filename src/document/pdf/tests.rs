use std::io::Write;

use flate2::{Compression, write::ZlibEncoder};
use proptest::prelude::*;

use super::{
    super::testing::mutated,
    PdfError, document,
    testing::{file, pages, pdf, shown, stream, with_resources},
};

/// The view of a PDF with one page of this content.
fn text_of(content: &[u8]) -> String {
    read(&pages(&[content.to_vec()]))
}

fn read(pdf: &[u8]) -> String {
    match document(pdf) {
        Ok(document) => document.text,
        Err(error) => format!("error: {error}"),
    }
}

fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).expect("memory takes all bytes");
    encoder.finish().expect("memory takes all bytes")
}

#[test]
fn lines_are_read_with_the_space_around_them() {
    let content = [
        shown(72.0, 700.0, 16.0, "The price of bread"),
        shown(84.0, 670.0, 10.0, "Bread was dear (Müller & Lind 2010)."),
        shown(72.0, 658.0, 10.0, "It was black – and “salt” was white."),
        shown(72.0, 646.0, 10.0, "Nothing else was."),
        shown(72.0, 622.0, 10.0, "Another paragraph"),
        shown(72.0, 610.0, 10.0, "of two lines."),
    ];
    insta::assert_snapshot!(text_of(&content.concat()), @r"
    The price of bread

      Bread was dear (Müller & Lind 2010).
    It was black – and “salt” was white.
    Nothing else was.

    Another paragraph
    of two lines.
    ");
}

#[test]
fn columns_are_read_one_after_the_other() {
    let column = |x: f32, lines: [&str; 6]| -> Vec<u8> {
        let lines = lines.iter().enumerate();
        let shown = lines.map(|(idx, line)| shown(x, 700.0 - 12.0 * idx as f32, 10.0, line));
        shown.flatten().collect()
    };
    // The last line of the left column reaches into the space between the two.
    let left = [
        "one two six",
        "three four",
        "five six ten",
        "seven",
        "eight",
        "nine and ten it is",
    ];
    let right = [
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
    ];
    let content = [column(72.0, left), column(152.0, right)].concat();
    let expected = [left, right].concat().join("\n");
    assert_eq!(text_of(&content), format!("{expected}\n"));
}

#[test]
fn paragraphs_that_hang_out_are_one_row() {
    let lines = [
        (72.0, "Berg, A. (2010). On lakes. Journal of Lakes,"),
        (84.0, "12(3), 45–67. https://example.org/"),
        (84.0, "lakes"),
        (72.0, "Lind, S. (2011). The harvest of the north and of"),
        (84.0, "2010. Harbour Press."),
        (72.0, "Osei, B. (2012). A short one."),
        (72.0, "Roux, C. (2013). The price of bread and of cakes"),
        (84.0, "and of salt. Harbour Press."),
    ];
    let lines = lines.iter().enumerate();
    let content = lines.map(|(idx, (x, line))| shown(*x, 700.0 - 12.0 * idx as f32, 10.0, line));
    insta::assert_snapshot!(text_of(&content.collect::<Vec<_>>().concat()), @r"
    Berg, A. (2010). On lakes. Journal of Lakes, 12(3), 45–67. https://example.org/lakes
    Lind, S. (2011). The harvest of the north and of 2010. Harbour Press.
    Osei, B. (2012). A short one.
    Roux, C. (2013). The price of bread and of cakes and of salt. Harbour Press.
    ");
}

#[test]
fn paragraphs_that_begin_with_an_indent_keep_their_lines() {
    let lines = [
        (84.0, "A first line that is as full as it can be here"),
        (72.0, "and a short one."),
        (84.0, "Another first line that is as full as the first"),
        (72.0, "and more of it."),
        (84.0, "The third is no other and again as full as all"),
        (72.0, "of them are."),
    ];
    let lines = lines.iter().enumerate();
    let content = lines.map(|(idx, (x, line))| shown(*x, 700.0 - 12.0 * idx as f32, 10.0, line));
    let text = text_of(&content.collect::<Vec<_>>().concat());
    assert_eq!(text.lines().count(), 6, "{text}");
}

#[test]
fn words_that_a_line_break_divides_are_whole() {
    let lines: [&[&str]; 2] = [
        &[
            "Die desa-",
            "busierte Welt von García-",
            "Márquez (2010), ein- und",
        ],
        &["ausge-"],
    ];
    assert_eq!(
        read(&pdf(&lines)),
        "Die desabusierte\nWelt von García-Márquez\n(2010), ein- und\nausge-\n"
    );
}

#[test]
fn heads_and_page_numbers_are_left_out() {
    let page = |head: &'static str, lines: [&'static str; 4], foot: &'static str| {
        [head, lines[0], lines[1], lines[2], lines[3], foot]
    };
    let one = page("Bread Studies 12 (2018)", ["a", "b", "c", "d"], "11");
    let two = page("Bread Studies 12 (2018)", ["e", "f", "g", "h"], "12");
    assert_eq!(read(&pdf(&[&one, &two])), "a\nb\nc\nd\ne\nf\ng\nh\n");
    let marked = b"/Artifact<</Type/Pagination>>BDC BT /F 10 Tf 72 750 Td (12) Tj ET EMC\n";
    let content = [marked.to_vec(), shown(72.0, 700.0, 10.0, "text")].concat();
    assert_eq!(text_of(&content), "text\n");
}

#[test]
fn raised_numbers_are_raised_letters() {
    let content = [
        shown(72.0, 700.0, 10.0, "as they say"),
        shown(116.0, 704.0, 6.0, "12,14"),
        shown(132.0, 700.0, 10.0, "and the 19"),
        shown(174.0, 704.0, 6.0, "th"),
    ];
    assert_eq!(
        text_of(&content.concat()),
        "as they say¹²,¹⁴ and the 19th\n"
    );
}

#[test]
fn stretched_lines_are_one() {
    let content = [
        shown(
            72.0,
            712.0,
            10.0,
            "A full line of words that is not stretched at all",
        ),
        shown(72.0, 700.0, 10.0, "12(3),"),
        shown(230.0, 700.0, 10.0, "https://doi.org/"),
        shown(72.0, 688.0, 10.0, "10.1000/182"),
    ];
    let expected =
        "A full line of words that is not stretched at all\n12(3), https://doi.org/\n10.1000/182\n";
    assert_eq!(text_of(&content.concat()), expected);
}

#[test]
fn steps_are_spaces_or_not() {
    let content = b"BT /F 10 Tf 72 700 Td [(Br)20(ead)-250(and)-90(s)-300(alt)] TJ ET";
    assert_eq!(text_of(content), "Bread ands alt\n");
    let bold = [
        shown(72.0, 700.0, 10.0, "Bold"),
        shown(72.3, 700.0, 10.0, "Bold"),
        shown(72.0, 680.0, 10.0, "not bold"),
    ];
    assert_eq!(text_of(&bold.concat()).lines().next(), Some("Bold"));
}

#[test]
fn accents_over_letters_belong_to_them() {
    let content = b"BT /F 10 Tf 72 700 Td [(G)-20(\xb4)333(o)0(mez)] TJ ET";
    assert_eq!(text_of(content), "Gómez\n");
    let content = shown(72.0, 700.0, 10.0, "a ~ b");
    assert_eq!(text_of(&content), "a ~ b\n");
}

#[test]
fn pages_may_be_turned_and_hold_forms() {
    let form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Matrix[1 0 0 1 0 -100]",
        &shown(72.0, 800.0, 10.0, "in a form"),
    );
    // A form that draws itself is drawn no deeper than is sound.
    let endless = stream("/Type/XObject/Subtype/Form/BBox[0 0 600 800]", b"/B Do");
    let resources =
        "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<</A 10 0 R/B 11 0 R>>";
    let content = [
        b"/A Do /B Do ".to_vec(),
        shown(72.0, 600.0, 10.0, "behind it"),
    ]
    .concat();
    let pdf = with_resources(&[content], resources, &[form, endless]);
    assert_eq!(read(&pdf), "in a form\n\nbehind it\n");
    let turned = b"BT /F 10 Tf 0 1 -1 0 300 72 Tm (upward) Tj ET BT /F 10 Tf 0 1 -1 0 312 72 Tm (text) Tj ET";
    assert_eq!(text_of(turned), "upward\ntext\n");
}

#[test]
fn fonts_say_what_their_codes_mean() {
    let map = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange \
        2 beginbfchar <0001> <00660069> <0002> <006e> endbfchar endcmap";
    let fonts = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 10 0 R\
        /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X/DW 600/W[1[500]2 3 550]>>]>>\
        /G<</Type/Font/Subtype/Type1/BaseFont/Y/FirstChar 1/LastChar 2/Widths[500 500]\
        /Encoding<</Differences[1/Eacute/a_b.alt]>>>>>>";
    let content = b"BT /F 10 Tf 72 700 Td <00010002> Tj /G 10 Tf (\x01\x02) Tj ET".to_vec();
    let pdf = with_resources(&[content], fonts, &[stream("", map)]);
    assert_eq!(read(&pdf), "finÉab\n");
}

#[test]
fn content_may_say_what_it_means() {
    let content =
        b"BT /F 10 Tf 72 700 Td (no) Tj /Span<</ActualText(th)>>BDC (xx) Tj EMC (ing) Tj ET";
    assert_eq!(text_of(content), "nothing\n");
}

#[test]
fn what_is_no_sound_pdf_says_why() {
    #[track_caller]
    fn check(pdf: &[u8], expected: PdfError) {
        assert_eq!(document(pdf).map(|document| document.text), Err(expected));
    }
    check(b"no pdf at all", PdfError::NotPdf);
    check(b"", PdfError::NotPdf);
    check(b"%PDF-1.7\n", PdfError::Damaged);
    check(&pages(&[b"0 0 100 100 re f".to_vec()]), PdfError::NoText);
    let unknown = "/Font<</F<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H\
        /DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/X>>]>>>>";
    let content = b"BT /F 10 Tf 72 700 Td <00010002> Tj ET".to_vec();
    check(
        &with_resources(&[content], unknown, &[]),
        PdfError::UnknownLetters,
    );
    let catalog = b"<</Type/Catalog/Pages 2 0 R>>".to_vec();
    let pages = b"<</Type/Pages/Count 0/Kids[]>>".to_vec();
    let word = "x".repeat(32);
    let encrypted =
        format!("/ID[(a)(a)]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O({word})/U({word})>>");
    check(
        &file(&[catalog, pages], &encrypted),
        PdfError::PasswordProtected,
    );
}

#[test]
fn a_file_that_is_cut_short_is_read_as_far_as_it_goes() {
    let whole = pdf(&[&["one", "two"], &["three"]]);
    let end = whole.len() - 60;
    assert_eq!(read(&whole[..end]), read(&whole));
}

#[test]
fn pages_that_are_their_own_parents_end() {
    let objects = [
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Count 9/Kids[2 0 R 3 0 R 3 0 R]>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/Kids[3 0 R]/Contents 4 0 R/Resources<</Font<</F<</Subtype/Type1>>>>>>>>".to_vec(),
        stream("", &shown(72.0, 700.0, 10.0, "once")),
    ];
    assert_eq!(read(&file(&objects, "")), "once\n");
}

#[test]
fn bombs_are_not_unpacked() {
    let zeros = deflated(&vec![b' '; 140 << 20]);
    let bomb = |data: &[u8], filter: &str| {
        let objects = [
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>".to_vec(),
            b"<</Type/Page/Parent 2 0 R/Contents 4 0 R>>".to_vec(),
            stream(filter, data),
        ];
        document(&file(&objects, "")).map(|document| document.text)
    };
    let too_large = Err(PdfError::TooLarge { limit: 128 });
    assert_eq!(bomb(&zeros, "/Filter/FlateDecode"), too_large);
    let twice = deflated(&zeros);
    assert_eq!(bomb(&twice, "/Filter[/FlateDecode/FlateDecode]"), too_large);
    let sound = deflated(&shown(72.0, 700.0, 10.0, "text"));
    assert_eq!(bomb(&sound, "/Filter/FlateDecode"), Err(PdfError::NoText));
}

proptest! {
    #[test]
    fn nothing_panics_on_damaged_files(
        changes in prop::collection::vec((0_usize..3000, 0_usize..40, any::<u8>()), 1..5),
    ) {
        let sound = pdf(&[&["A line (Doe 2010) and", "References", "Doe, J. (2010). A."], &["12"]]);
        let bytes = mutated(&sound, &changes);
        // Not through the thread in which a panic comes to an error.
        if let Ok((text, pages)) = super::read(&bytes) {
            prop_assert!(pages.iter().all(|start| text.is_char_boundary(*start)));
            prop_assert!(pages.is_sorted());
        }
    }
}
