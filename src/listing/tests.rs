//! Lists in all formats, brought into styles.

use super::{Relisted, relist};
use crate::{
    document::{Document, Format, testing},
    edit::Applicability,
    style::Style,
};

fn done(source: &str, format: Format, style: &str, least: Applicability) -> Relisted {
    let style = Style::named(style).expect("the style comes with the program");
    let document = Document::read(source.to_owned(), format);
    let done = relist(&document, &style, least);
    // What is done twice is as if done once.
    let again = relist(&done.document, &style, least);
    assert_eq!((again.written, again.moved), (0, 0), "{:?}", again.left);
    assert_eq!(again.document.source(), done.document.source());
    done
}

/// A list brought into APA, with what stays as typed.
fn apa(source: &str, format: Format) -> String {
    let done = done(source, format, "apa", Applicability::Safe);
    let left = done.left.iter().map(|left| format!("{}\n", left.reason));
    let left: String = left.collect();
    format!("{}{left}", done.document.source())
}

#[test]
fn plain_text() {
    let text = "As they say.\n\nReferences\n\n\
        Granovetter, Mark S. 1973. “The Strength of Weak Ties.” American Journal of Sociology 78 (6): 1360–80.\n\
        Arendt, Hannah. 1963. Eichmann in Jerusalem: A Report on the Banality of Evil. New York: Viking Press.\n\
        Brandt, Karl, and Ada Osei. 2011a. The Price of Bread. Harbour Press.\n";
    insta::assert_snapshot!(apa(text, Format::Plain), @r##"
    As they say.

    References

    Arendt, Hannah. 1963. Eichmann in Jerusalem: A Report on the Banality of Evil. New York: Viking Press.
    Brandt, K., & Osei, A. (2011a). The Price of Bread. Harbour Press.
    Granovetter, M. S. (1973). The Strength of Weak Ties. American Journal of Sociology, 78(6), 1360–1380.
    `New York` would be lost (`--unsafe-fixes` takes it out)
    "##);
}

#[test]
fn markdown() {
    let text = "As they say.\n\n# References\n\n\
        Granovetter, Mark S. 1973. “The Strength of Weak Ties.” *American\nJournal of Sociology* 78 (6): 1360--80.\n\n\
        <!-- a book --> Arendt, Hannah. 1963. *Eichmann in Jerusalem: A Report on the Banality of Evil*. Viking Press.\n\n\
        Brandt, Karl, and Ada Osei. 2011a. *The Price of Bread*. [Harbour Press](https://example.org/).\n\n\
        Doe, Jane. 2001. *Bread*. [Harbour](https://example.org/) *Press*.\n\n# Appendix\n";
    insta::assert_snapshot!(apa(text, Format::Markdown), @r##"
    As they say.

    # References

    <!-- a book --> Arendt, H. (1963). *Eichmann in Jerusalem: A Report on the Banality of Evil*. Viking Press.

    Brandt, K., & Osei, A. (2011a). *The Price of Bread*. [Harbour Press](https://example.org/).

    Doe, J. (2001). *Bread*. [Harbour](https://example.org/) Press.

    Granovetter, M. S. (1973). The Strength of Weak Ties. *American
    Journal of Sociology*, *78*(6), 1360--1380.

    # Appendix
    "##);
}

#[test]
fn latex() {
    let text = "\\begin{document}\nAs they say.\n\\begin{thebibliography}{9}\n\
        \\bibitem{granovetter} Granovetter, Mark~S. 1973. ``The Strength of Weak Ties.'' \\textit{American Journal of\n  Sociology} 78 (6): 1360--80.\n\
        % the trial\n\\bibitem{arendt}\nArendt, Hannah. 1963. \\textit{Eichmann in Jerusalem: A Report on the Banality of Evil}. Viking Press.\n\n\
        \\bibitem{brandt} \\textsc{Brandt}, Karl, and Ad{\\\"a} Osei. 2011a. \\emph{The Price of Bread \\& Butter}. Harbour Press.\n\
        \\end{thebibliography}\n\\end{document}\n";
    insta::assert_snapshot!(apa(text, Format::Latex), @r##"
    \begin{document}
    As they say.
    \begin{thebibliography}{9}
    % the trial
    \bibitem{arendt}
    Arendt, H. (1963). \textit{Eichmann in Jerusalem: A Report on the Banality of Evil}. Viking Press.
    \bibitem{brandt} \textsc{Brandt}, K., \& Osei, A. (2011a). \textit{The Price of Bread \& Butter}. Harbour Press.

    \bibitem{granovetter} Granovetter, M.~S. (1973). The Strength of Weak Ties. \textit{American Journal of
      Sociology}, \textit{78}(6), 1360--1380.
    \end{thebibliography}
    \end{document}
    "##);
}

#[test]
fn typst() {
    let text = "As they say.\n\n= References\n\n\
        - Granovetter, Mark S. 1973. “The Strength of Weak Ties.” _American Journal of Sociology_ 78 (6): 1360--80.\n\
        - Arendt, Hannah. 1963. _Eichmann in Jerusalem: A Report on the Banality of Evil_. Viking Press.\n\
        - Brandt, Karl, and Ada Osei. 2011a. #emph[The Price of Bread]. Harbour Press.\n";
    insta::assert_snapshot!(apa(text, Format::Typst), @r##"
    As they say.

    = References

    - Arendt, H. (1963). _Eichmann in Jerusalem: A Report on the Banality of Evil_. Viking Press.
    - Brandt, K., & Osei, A. (2011a). _The Price of Bread_. Harbour Press.
    - Granovetter, M. S. (1973). The Strength of Weak Ties. _American Journal of Sociology_, _78_(6), 1360--1380.
    "##);
}

#[test]
fn html() {
    let text = "<p>As they say.</p>\n<h2>References</h2>\n<ul>\n\
        <li id=\"a\">Granovetter, Mark S. 1973. “The Strength of Weak Ties.” <i>American Journal of Sociology</i> 78 (6): 1360–80.</li>\n\
        <li id=\"b\">Arendt, Hannah. 1963. <i>Eichmann in Jerusalem: A Report on the Banality of Evil</i>. Viking Press.</li>\n\
        <li id=\"c\">Brandt, Karl, and Ada Osei. 2011a. <i>The Price of Bread</i>. Harbour &amp; Press.</li>\n</ul>\n<h2>Appendix</h2>\n<p>The appendix has the data of all that was said.</p>\n";
    insta::assert_snapshot!(apa(text, Format::Html), @r##"
    <p>As they say.</p>
    <h2>References</h2>
    <ul>
    <li id="b">Arendt, H. (1963). <i>Eichmann in Jerusalem: A Report on the Banality of Evil</i>. Viking Press.</li>
    <li id="c">Brandt, K., &amp; Osei, A. (2011a). <i>The Price of Bread</i>. Harbour &amp; Press.</li>
    <li id="a">Granovetter, M. S. (1973). The Strength of Weak Ties. <i>American Journal of Sociology</i>, <i>78</i>(6), 1360–1380.</li>
    </ul>
    <h2>Appendix</h2>
    <p>The appendix has the data of all that was said.</p>
    "##);
}

/// A Word document or an OpenDocument text with a list, brought into APA.
fn apa_package(bytes: Vec<u8>, part: &str) -> String {
    let style = Style::named("apa").expect("the style comes with the program");
    let document = Document::read_package(bytes).expect("the document is sound");
    let done = relist(&document, &style, Applicability::Safe);
    let again = relist(&done.document, &style, Applicability::Safe);
    assert_eq!((again.written, again.moved), (0, 0), "{:?}", again.left);
    let left = done.left.iter().map(|left| format!("\n{}", left.reason));
    let left: String = left.collect();
    let bytes = done.document.package().expect("it has bytes");
    let text = testing::part(bytes, part);
    let start = text
        .find("1963")
        .unwrap_or_default()
        .min(text.find("1973").unwrap_or_default());
    format!(
        "{}{left}",
        &text[text[..start].rfind("p>").unwrap_or_default()..]
    )
}

#[test]
fn word() {
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let italic = |text: &str| {
        format!(
            "<w:r><w:rPr><w:b w:val=\"0\"/><w:i/><w:sz w:val=\"20\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>"
        )
    };
    let body = [
        "<w:p>".to_owned() + &run("As they say.") + "</w:p>",
        "<w:p>".to_owned() + &run("References") + "</w:p>",
        "<w:p><w:pPr><w:jc w:val=\"left\"/></w:pPr>".to_owned()
            + &run("Granovetter, Mark S. 1973. “The Strength of Weak Ties.” ")
            + &italic("American Journal of Sociology")
            + &run(" 78 (6): 1360–80.")
            + "</w:p>",
        "<w:p>".to_owned()
            + &run("Arendt, Hannah. 1963. ")
            + &italic("Eichmann in Jerusalem")
            + &run(". Viking &amp; Press.")
            + "</w:p>",
    ]
    .concat();
    insta::assert_snapshot!(apa_package(testing::word(&body), "word/document.xml"), @r##"p><w:r><w:t xml:space="preserve">Arendt, H. (1963). </w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:i/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">Eichmann in Jerusalem</w:t></w:r><w:r><w:t xml:space="preserve">. Viking &amp; Press.</w:t></w:r></w:p><w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t xml:space="preserve">Granovetter, M. S. (1973). The Strength of Weak Ties. </w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:i/><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">American Journal of Sociology</w:t></w:r><w:r><w:t xml:space="preserve">, </w:t></w:r><w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">78</w:t></w:r><w:r><w:t xml:space="preserve">(6), 1360–1380.</w:t></w:r></w:p></w:body></w:document>"##);
}

#[test]
fn open_document() {
    let body = "<text:p>As they say.</text:p><text:h>References</text:h>\
        <text:p text:style-name=\"P1\">Granovetter, Mark S. 1973. “The Strength of Weak Ties.” \
        <text:span text:style-name=\"Emphasis\">American Journal of Sociology</text:span> 78 (6): 1360–80.</text:p>\
        <text:p>Arendt, Hannah. 1963. Eichmann in Jerusalem. Viking &amp; Press.</text:p>";
    insta::assert_snapshot!(apa_package(testing::open_document(body), "content.xml"), @r##"p>Arendt, H. (1963). <text:span text:style-name="RefmendItalic">Eichmann in Jerusalem</text:span>. Viking &amp; Press.</text:p><text:p text:style-name="P1">Granovetter, M. S. (1973). The Strength of Weak Ties. <text:span text:style-name="Emphasis">American Journal of Sociology</text:span>, <text:span text:style-name="RefmendItalic">78</text:span>(6), 1360–1380.</text:p></office:text></office:body></office:document-content>"##);
}

#[test]
fn tracked_changes() {
    let body = "<w:p><w:r><w:t>As they say.</w:t></w:r></w:p><w:p><w:r><w:t>References</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Granovetter, M. S. (1973). The Strength of Weak Ties. American Journal of Sociology, 78(6), 1360–1380.</w:t></w:r></w:p>";
    let style = Style::named("apa").expect("the style comes with the program");
    let document = Document::read_package(testing::word(body)).expect("the document is sound");
    let document = document.with_tracked_changes(testing::revision());
    let document = document.expect("its changes can be tracked");
    let done = relist(&document, &style, Applicability::Safe);
    let part = testing::part(
        done.document.package().expect("it has bytes"),
        "word/document.xml",
    );
    let start = part.find("American").unwrap_or_default();
    insta::assert_snapshot!(&part[start.saturating_sub(160)..], @r##"r, M. S. (1973). The Strength of Weak Ties. </w:t></w:r><w:del w:id="1" w:author="A &amp; B" w:date="2026-01-02T03:04:05Z"><w:r><w:delText xml:space="preserve">American Journal of Sociology</w:delText></w:r></w:del><w:ins w:id="2" w:author="A &amp; B" w:date="2026-01-02T03:04:05Z"><w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">American Journal of Sociology</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">, </w:t></w:r><w:del w:id="3" w:author="A &amp; B" w:date="2026-01-02T03:04:05Z"><w:r><w:delText xml:space="preserve">78</w:delText></w:r></w:del><w:ins w:id="4" w:author="A &amp; B" w:date="2026-01-02T03:04:05Z"><w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space="preserve">78</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">(6), 1360–1380.</w:t></w:r></w:p></w:body></w:document>"##);
}

#[test]
fn italics_of_the_author_stay() {
    let text = "As they say.\n\n# References\n\n\
        Brandt, Karl. 2011. “The Price of *Secale cereale* in the North.” *Journal of Bread* 7: 1–9.\n\n\
        ———. 2012. *The Price of* Triticum *in the North*. Harbour Press.\n\n\
        Doe, Jane. 2001. *The Price of Milk*. Harbour Press.\n";
    insta::assert_snapshot!(apa(text, Format::Markdown), @r##"
    As they say.

    # References

    Brandt, K. (2011). The Price of *Secale cereale* in the North. *Journal of Bread*, *7*, 1–9.

    Brandt, K. (2012). *The Price of* Triticum *in the North*. Harbour Press.

    Doe, J. (2001). *The Price of Milk*. Harbour Press.
    "##);
    let text = "As they say.\n\n# References\n\n\
        Brandt, K. (2011). *The price of bread*. Harbour Press.\n\n\
        Brandt, K. (2012). *The price of milk*. Harbour Press.\n";
    let done = done(text, Format::Markdown, "chicago", Applicability::Safe);
    insta::assert_snapshot!(done.document.source(), @r##"
    As they say.

    # References

    Brandt, K. 2011. *The Price of Bread*. Harbour Press.

    Brandt, K. 2012. *The Price of Milk*. Harbour Press.
    "##);
}
