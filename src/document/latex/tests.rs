use crate::document::{Document, Format, Refusal, tests};

fn check(source: &str, expected: &str) {
    assert_eq!(tests::shown(source, Format::Latex), expected);
}

fn check_keys(source: &str, expected: &[&str]) {
    assert_eq!(tests::keys(source, Format::Latex), expected);
}

#[test]
fn marks_are_hidden_and_letters_decoded() {
    check(
        r"\emph{Doe~et~al.}, {\bf 2001}, pp.~3--4",
        "Doe et al., 2001, pp. 3–4",
    );
    check(
        r#"M{\"u}ller \& Garc\'{\i}a, Stra\ss e, {DNA}"#,
        "Müller & García, Straße, DNA",
    );
    check("``So'' --- \\LaTeX\\ is 100\\%", "“So” — LaTeX is 100%");
    check("One % (Doe, 2001)\ntwo%\n  three", "One twothree");
    check("One\\\\two\n\nthree\\par four", "One\ntwo\n\nthree\n\nfour");
}

#[test]
fn commands_hide_what_is_no_text() {
    check(
        r"\label{sec:x}\vspace{1cm}Text\ref{x} \href{http://a}{Doe} \textcolor{red}{Roe}",
        "Text Doe Roe",
    );
    check(
        r"\url{http://a/b_c%20} \texttt{lme4} \verb|(Doe, 2001)|",
        "⟦http://a/b_c%20⟧ ⟦lme4⟧ ⟦(Doe, 2001)⟧",
    );
    check(r"$a(2001)$ \(b\) \[ c \] $$d$$ e", "⟦a(2001)⟧ ⟦b⟧ e");
    check(
        r"\newcommand{\x}[1]{(Doe, 2001) #1}\def\y#1{(Roe)}Text",
        "Text",
    );
    check(r"\iffalse (Doe, 2001) \fi Text", "Text");
}

#[test]
fn environments() {
    check(
        "A\n\\begin{verbatim}\n(Doe, 2001) }\n\\end{verbatim}\nB",
        "A\n\nB",
    );
    check(
        "\\begin{comment}(Doe)\\end{comment}\\begin{equation}x\\end{equation}B",
        "B",
    );
    check(
        "\\begin{itemize}\\item One\\item Two\\end{itemize}",
        "One\n\nTwo",
    );
    check(
        "\\begin{tabular}{ll}a & b\\\\ c & d\\end{tabular}",
        "a\tb\n\nc\td",
    );
    check(
        "\\begin{figure}[ht]\\includegraphics[width=1cm]{x}\\caption[s]{Map (Doe, 2001)}\\end{figure}",
        "Map (Doe, 2001)",
    );
}

#[test]
fn only_the_body_is_text() {
    let source = "\\documentclass{article}\n\\title{On\\thanks{Note} x}\nDraft\n\\begin{document}\n\\maketitle Text\n\\end{document} after";
    check(source, "On x\n\nNote\n\nText");
}

#[test]
fn headings_and_footnotes() {
    check(
        "\\section*{References}\nDoe\\footnote{See Roe} ends.\n\nNext",
        "References\n\nDoe ends.\n\nSee Roe\n\nNext",
    );
}

#[test]
fn references_with_keys() {
    let source = "\\begin{thebibliography}{9}\n\\bibitem[Doe(2001)]{doe} Doe, J.\n\\newblock Title.\n\\bibitem{roe} Roe.\n\\end{thebibliography}";
    check(source, "References\n\nDoe, J. Title.\n\nRoe.");
    let document = Document::read(source.to_owned(), Format::Latex);
    let listed: Vec<_> = document
        .listed
        .iter()
        .map(|listed| (listed.key.as_str(), listed.span.slice(&document.text)))
        .collect();
    assert_eq!(listed, [("doe", "Doe, J. Title."), ("roe", "Roe.")]);
}

#[test]
fn citations_by_key() {
    check(
        r"So \citep[see][p.~5]{a, b} and \Textcite{c}.",
        "So ⟦\\citep[see][p.~5]{a, b}⟧ and ⟦\\Textcite{c}⟧.",
    );
    check_keys(r"\citep[see][p.~5]{a, b}", &["see|a|", "|b|p.~5"]);
    check_keys(
        r"\citet*[3]{a}\nocite{*}\footcite{d}",
        &["|a|3", "|*|", "|d|"],
    );
    check_keys(r"\parencites(see)()[5]{a}[7]{b}", &["|a|5", "|b|7"]);
    check_keys(r"\citestyle{x} % \cite{y}", &[]);
}

#[test]
fn files_are_named() {
    let source =
        "\\addbibresource{a.bib}\\begin{document}\\input{one}\\bibliography{b, c}\\end{document}";
    let document = Document::read(source.to_owned(), Format::Latex);
    let paths: Vec<_> = document
        .bibliographies
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    assert_eq!(paths, ["a.bib", "b", "c"]);
    assert_eq!(document.includes[0].path, "one");
}

#[test]
fn edits_keep_the_marks() {
    let check = |source: &str, from: &str, to: &str, expected: Result<&str, Refusal>| {
        let found = tests::replaced(source, Format::Latex, from, to);
        assert_eq!(found.as_deref().map_err(|refusal| *refusal), expected);
    };
    check(
        r"(Doe~et~al., 2014)",
        "Doe et al., 2014",
        "Doe et al. 2015",
        Ok(r"(Doe~et~al. 2015)"),
    );
    check(
        r"Garc\'ia and Roe",
        "García and Roe",
        "García & Roe",
        Ok(r"Garc\'ia \& Roe"),
    );
    check(r#"M{\"u}ller"#, "Müller", "Möller", Ok("Möller"));
    check(
        r"\emph{Doe}, 2001",
        "Doe, 2001",
        "Roe",
        Err(Refusal::AcrossMarkup),
    );
    check("Doe 3-4", "3-4", "3–4", Ok("Doe 3--4"));
}
