use crate::document::{Format, Refusal, tests};

fn check(source: &str, expected: &str) {
    assert_eq!(tests::shown(source, Format::Html), expected);
}

#[test]
fn tags_divide_or_are_hidden() {
    check(
        "<p>Doe <em>et al.</em>,\n2001</p><p>Next<br>line</p>",
        "Doe et al., 2001\n\nNext\nline",
    );
    check(
        "<h2 id=\"r\">References</h2><ul><li>One</li><li>Two</ul>",
        "References\n\nOne\n\nTwo",
    );
    check(
        "<table><tr><th>a</th><td>b<br>c</td></tr><tr><td><p>d</p></td><td><p>e</p></td></tr></table>",
        "a\tb\nc\n\nd\n\ne",
    );
    check("<a title=\"(Doe > 2001)\">Roe</a> a < b", "Roe a < b");
}

#[test]
fn entities_are_decoded() {
    check(
        "M&uuml;ller&nbsp;&amp; Garc&#237;a &#x2013; R&D;",
        "Müller & García – R&D;",
    );
}

#[test]
fn what_is_no_text_is_left_out() {
    check(
        "<head><title>x</title></head><script>if (a<b) x</script>A<!-- (Doe) --><style>p{}</style>B",
        "AB",
    );
    check(
        "<!DOCTYPE html><p>A <code>x</code> <pre>y</pre></p>",
        "A ⟦x⟧",
    );
}

#[test]
fn footnotes_follow_their_paragraph() {
    let source = "<p>Text<a href=\"#fn1\" class=\"footnote-ref\" role=\"doc-noteref\"><sup>1</sup></a>.</p><p>Next</p>\
        <section role=\"doc-endnotes\"><ol><li id=\"fn1\"><p>Note<a href=\"#r\" class=\"footnote-back\">back</a></p></li></ol></section>";
    check(source, "Text.\n\nNote\n\nNext");
}

#[test]
fn edits_keep_the_tags() {
    let replaced = |from, to| tests::replaced("<b>Doe</b> &amp; R&ouml;e", Format::Html, from, to);
    assert_eq!(
        replaced("Doe & Röe", "Poe & Röe").as_deref(),
        Ok("<b>Poe</b> &amp; R&ouml;e")
    );
    assert_eq!(
        replaced("& Röe", "& Roe <x>").as_deref(),
        Ok("<b>Doe</b> &amp; Roe &lt;x&gt;")
    );
    assert_eq!(replaced("Doe &", "x"), Err(Refusal::AcrossMarkup));
}
