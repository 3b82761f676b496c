use super::*;
use crate::{bibtex, project::Project};

const LIST: &str = "\n\nReferences\n\nDoe, J. (1999). A thing. Harbour Press.\nLee, B. (2003). The price of milk. Harbour Press.\nSmith, A. (2001). The price of bread. Harbour Press.\nSmith, A. (2005). The price of beer. Harbour Press.\nSmith, A., & Lee, B. (2003). The price of wine. Harbour Press.\nWorld Health Organization (WHO). (2010). Prices. WHO Press.\n";

/// A paper by key, in the format of the target or as plain text.
fn keyed(source: &str, format: Format, target: Target) -> Keyed {
    let mut project = Project::default();
    project.add_paper("paper", Document::read(source.to_owned(), format));
    let paper = &project.papers[0];
    let works: Vec<_> = paper
        .references
        .items
        .iter()
        .map(|item| &item.work)
        .collect();
    cite(
        paper,
        Request {
            target,
            keys: &bibtex::keys(&works, |_| false),
            bibliography: Some("refs.bib"),
            own: None,
        },
    )
}

/// The first line of a paper in which `sentence` is the body.
fn sentence(sentence: &str, target: Target) -> String {
    let keyed = keyed(&format!("{sentence}{LIST}"), Format::Plain, target);
    let body = keyed.text.rsplit("---\n\n").next().unwrap_or_default();
    body.lines().next().unwrap_or_default().to_owned()
}

/// Checks a sentence in pandoc's Markdown, natbib, biblatex and Typst.
#[track_caller]
fn check(typed: &str, expected: [&str; 4]) {
    let targets = [
        Target::Pandoc,
        Target::Latex(Package::Natbib),
        Target::Latex(Package::Biblatex),
        Target::Typst,
    ];
    for (target, expected) in targets.into_iter().zip(expected) {
        assert_eq!(sentence(typed, target), expected, "{target:?}");
    }
}

#[test]
fn brackets() {
    check(
        "So it is (Smith, 2001).",
        [
            "So it is [@smith2001].",
            r"So it is \citep{smith2001}.",
            r"So it is \parencite{smith2001}.",
            "So it is @smith2001.",
        ],
    );
    check(
        "So it is (see Smith, 2001, p. 5; Lee, 2003, emphasis added).",
        [
            "So it is [see @smith2001, p. 5; @lee2003, emphasis added].",
            r"So it is (see \citealp{smith2001}, p.~5; \citealp{lee2003}, emphasis added).",
            r"So it is \parencites[see][p.~5]{smith2001}[emphasis added]{lee2003}.",
            r#"So it is (see #cite(<smith2001>, form: "author"), #cite(<smith2001>, form: "year"), p. 5; #cite(<lee2003>, form: "author"), #cite(<lee2003>, form: "year"), emphasis added)."#,
        ],
    );
    check(
        "So it is (Smith 2001, 2005: 45; cf. Lee 2003).",
        [
            "So it is [@smith2001; @smith2005, 45; cf. @lee2003].",
            r"So it is (\citealp{smith2001}, \citeyear{smith2005}: 45; cf. \citealp{lee2003}).",
            r"So it is (\cite{smith2001}, \cite*{smith2005}: 45; cf. \cite{lee2003}).",
            r#"So it is (#cite(<smith2001>, form: "author") #cite(<smith2001>, form: "year"), #cite(<smith2005>, form: "year"): 45; cf. #cite(<lee2003>, form: "author") #cite(<lee2003>, form: "year"))."#,
        ],
    );
    check(
        "So it is (Doe, 1999; Lee, 2003, p. 7).",
        [
            "So it is [@doe1999; @lee2003, p. 7].",
            r"So it is \citep[p.~7]{doe1999,lee2003}.",
            r"So it is \parencite[p.~7]{doe1999,lee2003}.",
            "So it is @doe1999 @lee2003[p. 7].",
        ],
    );
}

#[test]
fn names_in_the_sentence() {
    check(
        "As Smith (2001) and Smith and Lee (2003, p. 4) say.",
        [
            "As @smith2001 and @smith2003 [p. 4] say.",
            r"As \citet{smith2001} and \citet[p.~4]{smith2003} say.",
            r"As \textcite{smith2001} and \textcite[p.~4]{smith2003} say.",
            r#"As #cite(<smith2001>, form: "prose") and #cite(<smith2003>, form: "prose", supplement: [p. 4]) say."#,
        ],
    );
    check(
        "Smith (2001, 2005; see also Lee 2003) says so.",
        [
            "@smith2001 [-@smith2005; see also @lee2003] says so.",
            r"\citeauthor{smith2001} (\citeyear{smith2001}, \citeyear{smith2005}; see also \citealp{lee2003}) says so.",
            r"\citeauthor{smith2001} (\cite*{smith2001}, \cite*{smith2005}; see also \cite{lee2003}) says so.",
            r#"#cite(<smith2001>, form: "author") (#cite(<smith2001>, form: "year"), #cite(<smith2005>, form: "year"); see also #cite(<lee2003>, form: "author") #cite(<lee2003>, form: "year")) says so."#,
        ],
    );
    check(
        "The book (as Smith (2001) says).",
        [
            "The book (as @smith2001 says).",
            r"The book (as \citet{smith2001} says).",
            r"The book (as \textcite{smith2001} says).",
            r#"The book (as #cite(<smith2001>, form: "prose") says)."#,
        ],
    );
}

#[test]
fn names_that_a_style_would_write_otherwise_stay() {
    check(
        "Smith's (2001) book, the WHO (2010), and others (WHO, 2010, p. 3; Lee, 2003).",
        [
            "Smith's [-@smith2001] book, the WHO [-@worldhealthorganization2010], and others [WHO, -@worldhealthorganization2010, p. 3; @lee2003].",
            r"Smith's \citeyearpar{smith2001} book, the WHO \citeyearpar{worldhealthorganization2010}, and others (WHO, \citeyear{worldhealthorganization2010}, p.~3; \citealp{lee2003}).",
            r"Smith's \parencite*{smith2001} book, the WHO \parencite*{worldhealthorganization2010}, and others (WHO, \cite*{worldhealthorganization2010}, p.~3; \cite{lee2003}).",
            r#"Smith's (#cite(<smith2001>, form: "year")) book, the WHO (#cite(<worldhealthorganization2010>, form: "year")), and others (WHO, #cite(<worldhealthorganization2010>, form: "year"), p. 3; #cite(<lee2003>, form: "author"), #cite(<lee2003>, form: "year"))."#,
        ],
    );
}

#[test]
fn what_a_style_has_no_words_for_stays() {
    let list = format!(
        "{LIST}Tor, B. (2010). Oats. Harbour Press.\nTor, B., Moe, M., & Koe, K. (2007). Barley. Harbour Press.\n"
    );
    let first_line = |typed: &str| {
        let keyed = keyed(&format!("{typed}{list}"), Format::Plain, Target::Pandoc);
        let body = keyed.text.rsplit("---\n\n").next().unwrap_or_default();
        body.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(first_line("So Tor et al. (2007) say."), "So @tor2007 say.");
    assert_eq!(
        first_line("By Tor et al.'s (2007) count, Doe's 1999, by Tor and colleagues (2007)."),
        "By Tor et al.'s [-@tor2007] count, Doe's 1999, by Tor and colleagues [-@tor2007]."
    );
    // A style would write the names that are listed, no more and no fewer.
    assert_eq!(
        first_line("As Tor, Moe and Roe (2007) and Doe et al. (1999) say (Lee, 2003)."),
        "As Tor, Moe and Roe (2007) and Doe et al. [-@doe1999] say [@lee2003]."
    );
    // The second is by one of them alone.
    assert_eq!(
        first_line("So it is (Tor et al., 2007, 2010)."),
        "So it is [@tor2007; -@tor2010]."
    );
}

#[test]
fn sentences_in_brackets_and_no_brackets() {
    check(
        "In Smith 2001, we see it (what Smith 2001 said was heard by Lee 2003).",
        [
            "In @smith2001, we see it (what Smith 2001 said was heard by Lee 2003).",
            r"In \citealt{smith2001}, we see it (what \citealt{smith2001} said was heard by \citealt{lee2003}).",
            r"In \cite{smith2001}, we see it (what \cite{smith2001} said was heard by \cite{lee2003}).",
            r#"In #cite(<smith2001>, form: "author") #cite(<smith2001>, form: "year"), we see it (what #cite(<smith2001>, form: "author") #cite(<smith2001>, form: "year") said was heard by #cite(<lee2003>, form: "author") #cite(<lee2003>, form: "year"))."#,
        ],
    );
}

#[test]
fn commas_divide_cites() {
    check(
        "So (Smith 2001, p. 4 and 6, see Doe 1999, WHO 2010 or Lee 2003).",
        [
            "So [@smith2001, p. 4 and 6; see @doe1999; WHO -@worldhealthorganization2010; @lee2003].",
            r"So (\citealp{smith2001}, p.~4 and 6; see \citealp{doe1999}; WHO \citeyear{worldhealthorganization2010}; \citealp{lee2003}).",
            r"So (\cite{smith2001}, p.~4 and 6; see \cite{doe1999}; WHO \cite*{worldhealthorganization2010}; \cite{lee2003}).",
            r#"So (#cite(<smith2001>, form: "author") #cite(<smith2001>, form: "year"), p. 4 and 6; see #cite(<doe1999>, form: "author") #cite(<doe1999>, form: "year"); WHO #cite(<worldhealthorganization2010>, form: "year"); #cite(<lee2003>, form: "author") #cite(<lee2003>, form: "year"))."#,
        ],
    );
}

#[test]
fn what_follows_is_not_taken_in() {
    check(
        "Smith (2001) [no more] and Smith (2001):45 and (Smith 2001)(a).",
        [
            r"Smith [-@smith2001] [no more] and @{smith2001}:45 and (Smith 2001)(a).",
            r"\citet{smith2001} [no more] and \citet{smith2001}:45 and \citep{smith2001}(a).",
            r"\textcite{smith2001} [no more] and \textcite{smith2001}:45 and \parencite{smith2001}(a).",
            r#"#cite(<smith2001>, form: "prose") \[no more\] and #cite(<smith2001>, form: "prose"):45 and @smith2001(a)."#,
        ],
    );
}

#[test]
fn what_is_not_certain_stays() {
    let text = format!("See Smith (2002), (Poe 1999; Lee 2003) and ibid.{LIST}");
    let keyed = keyed(&text, Format::Plain, Target::Pandoc);
    let left: Vec<_> = keyed
        .left
        .iter()
        .map(|left| (left.span.slice(&text), left.reason))
        .collect();
    assert_eq!(
        left,
        [
            ("Smith (2002)", Reason::Differs),
            ("(Poe 1999; Lee 2003)", Reason::NotListed),
            ("ibid.", Reason::Repeats)
        ]
    );
    assert!(keyed.written.is_empty());
}

#[test]
fn a_year_that_the_entry_would_not_have_stays() {
    let list = LIST.replace(
        "wine. Harbour Press.",
        "wine. Harbour Press (Translated 2009).",
    );
    let text = format!("See Smith and Lee (2009) and Smith and Lee (2003).{list}");
    let keyed = keyed(&text, Format::Plain, Target::Pandoc);
    assert!(
        keyed
            .text
            .contains("See Smith and Lee (2009) and @smith2003."),
        "{}",
        keyed.text
    );
}

#[test]
fn markdown_keeps_its_bytes() {
    let source = "---\ntitle: Bread\n---\n\nAs *Smith* (2001) says; *Smith (2001)* too.[^1] Known (*cf.* Smith, 2001,\np. 5; [@other, p. 3]) and (*cf.* Lee 2003).\n\n[^1]: See Lee (2003).\n\n## References {-}\n\n- Lee, B. (2003). *The price of milk*. Harbour Press.\n- Smith, A. (2001). *The price of bread*. Harbour Press.\n- Doe, J. (1999). *A thing*. Harbour Press.\n\n<!-- end -->\n";
    insta::assert_snapshot!(keyed(source, Format::Markdown, Target::Pandoc).text, @r"
    ---
    title: Bread
    bibliography: refs.bib
    nocite: |
      @doe1999
    ---

    As *Smith* [-@smith2001] says; *@smith2001* too.[^1] Known (*cf.* Smith, 2001,
    p. 5; [@other, p. 3]) and [*cf.* @lee2003].

    [^1]: See @lee2003.

    ## References {-}

    ::: {#refs}
    :::

    <!-- end -->
    ");
}

#[test]
fn latex_keeps_its_bytes() {
    let source = "\\documentclass{article}\n\\begin{document}\nAs Smith~(2001) says (see Lee, 2003, pp.~4--5). % (Lee, 2003)\n\\begin{thebibliography}{9}\n\\bibitem{a} Lee, B. (2003). \\emph{The price of milk}. Harbour Press.\n\\bibitem{b} Smith, A. (2001). \\emph{The price of bread}. Harbour Press.\n\\end{thebibliography}\n\\end{document}\n";
    insta::assert_snapshot!(keyed(source, Format::Latex, Target::Latex(Package::Natbib)).text, @r"
    \documentclass{article}
    \usepackage{natbib}
    \begin{document}
    As \citet{smith2001} says \citep[see][pp.~4--5]{lee2003}. % (Lee, 2003)
    \bibliographystyle{plainnat}
    \bibliography{refs}
    \end{document}
    ");
    let with_heading = source
        .replace("\\begin{thebibliography}{9}", "\\section*{References}")
        .replace("\\bibitem{a} ", "\n")
        .replace("\\bibitem{b} ", "\n")
        .replace("\\end{thebibliography}", "");
    insta::assert_snapshot!(keyed(&with_heading, Format::Latex, Target::Latex(Package::Biblatex)).text, @r"
    \documentclass{article}
    \usepackage[style=authoryear]{biblatex}
    \addbibresource{refs.bib}
    \begin{document}
    As \textcite{smith2001} says \parencite[see][pp.~4--5]{lee2003}. % (Lee, 2003)
    \section*{References}

    \printbibliography[heading=none]

    \end{document}
    ");
}

#[test]
fn typst_keeps_its_bytes() {
    let source = "= Bread\nAs Smith (2001) says (Lee, 2003, p.~4). // (Lee, 2003)\n\n= References\n\nLee, B. (2003). _The price of milk_. Harbour Press.\n\nSmith, A. (2001). _The price of bread_. Harbour Press.\n\nDoe, J. (1999). _A thing_. Harbour Press.\n";
    insta::assert_snapshot!(keyed(source, Format::Typst, Target::Typst).text, @r#"
    = Bread
    As #cite(<smith2001>, form: "prose") says @lee2003[p.~4]. // (Lee, 2003)

    = References

    #bibliography("refs.bib", title: none, full: true)
    "#);
}

#[test]
fn numbers_become_keys() {
    let source = "Bread [1, p. 5] and milk [2, 3] are dear [1–3].\n\nReferences\n\n[1] Smith, A. (2001). The price of bread. Harbour Press.\n[2] Lee, B. (2003). The price of milk. Harbour Press.\n[3] Doe, J. (1999). A thing. Harbour Press.\n";
    insta::assert_snapshot!(keyed(source, Format::Plain, Target::Pandoc).text, @r"
    ---
    bibliography: refs.bib
    ---

    Bread [@smith2001, p. 5] and milk [@lee2003; @doe1999] are dear [@smith2001; @lee2003; @doe1999].

    References

    ::: {#refs}
    :::
    ");
    insta::assert_snapshot!(keyed(source, Format::Plain, Target::Latex(Package::Natbib)).text, @r"
    Bread \citep[p.~5]{smith2001} and milk \citep{lee2003,doe1999} are dear \citep{smith2001,lee2003,doe1999}.

    References

    \renewcommand{\bibsection}{}
    \bibliographystyle{plainnat}
    \bibliography{refs}
    ");
}

#[test]
fn plain_text_is_spelt_for_the_target() {
    let source = "\tBread & *milk* cost 5% or $2 at snake_case, writes Smith (2001).\n\nReferences\n\nLee, B. (2003). The price of milk. Harbour Press.\nSmith, A. (2001). The price of bread. Harbour Press.\nDoe, J. (1999). A thing. Harbour Press.\n";
    insta::assert_snapshot!(keyed(source, Format::Plain, Target::Pandoc).text, @r"
    ---
    bibliography: refs.bib
    nocite: |
      @lee2003, @doe1999
    ---

    Bread & \*milk\* cost 5% or \$2 at snake_case, writes @smith2001.

    References

    ::: {#refs}
    :::
    ");
    insta::assert_snapshot!(keyed(source, Format::Plain, Target::Latex(Package::Natbib)).text, @r"
    Bread \& *milk* cost 5\% or \$2 at snake\_case, writes \citet{smith2001}.

    References

    \nocite{lee2003,doe1999}
    \renewcommand{\bibsection}{}
    \bibliographystyle{plainnat}
    \bibliography{refs}
    ");
}

#[test]
fn further_files_are_named_beside_those_that_are_there() {
    for (field, expected) in [
        ("bibliography: a.bib", "bibliography: [a.bib, refs.bib]"),
        (
            "bibliography: [a.bib, b.bib]",
            "bibliography: [a.bib, b.bib, refs.bib]",
        ),
        (
            "bibliography:\n  - a.bib",
            "bibliography:\n  - a.bib\n  - refs.bib",
        ),
    ] {
        let source = format!("---\n{field}\n---\n\nAs Smith (2001) says.{LIST}");
        let text = keyed(&source, Format::Markdown, Target::Pandoc).text;
        assert!(
            text.starts_with(&format!("---\n{expected}\nnocite: |\n")),
            "{text}"
        );
    }
}
