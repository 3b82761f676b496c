//! Edits of the view written as tracked changes (ECMA-376 part 1, 17.13.5): what goes stays as deleted text, what comes is marked as
//! inserted, and both keep the formatting of their run.

use super::{
    WordText,
    italics::with_italics,
    live::{Run, Trees, is_passed, preserved, spliced},
    reader::TextElement,
};
use crate::{
    document::{
        flow::{RunEdit, joined},
        package::{Node, Side, Tree, escape},
        revision::Revision,
    },
    span::Span,
};

/// Elements that may hold runs and tracked changes beside each other; in an insertion, deletions only.
const HOLDERS: &[&str] = &[
    "p",
    "ins",
    "hyperlink",
    "smartTag",
    "sdtContent",
    "customXml",
    "fldSimple",
    "dir",
    "bdo",
];

impl WordText {
    /// The names and new contents of the parts that the edits change; none if one of them cannot be tracked where it is.
    pub(in crate::document) fn splice_tracked(
        &self,
        edits: &[RunEdit],
        revision: &Revision,
    ) -> Option<Vec<(&str, String)>> {
        let mut trees = Trees::new(self);
        let numbers: Vec<usize> = (0..self.parts.len()).collect();
        let ids = numbers
            .iter()
            .filter_map(|part| highest_id(trees.get(*part)?));
        let mut writer = Writer {
            revision,
            next_id: ids.max().unwrap_or(0).saturating_add(1),
        };
        let mut parts = Vec::new();
        for number in numbers {
            let here = edits.iter().filter(|edit| edit.edit.part == number);
            let tree = trees.get(number)?;
            let here = joined(here.cloned().collect(), tree.text());
            if here.is_empty() {
                continue;
            }
            let mut splices: Vec<(Span, String)> = Vec::new();
            for edit in &here {
                let element = self.flow.runs.get(edit.run)?;
                splices.extend(writer.splices(tree, element, edit)?);
            }
            parts.push((self.parts[number].0.as_str(), spliced(tree, &splices)));
        }
        Some(parts)
    }
}

/// The highest number of a bookmark, comment or tracked change.
fn highest_id(tree: &Tree) -> Option<u32> {
    let all = Span::new(0, tree.text().len());
    let ids = tree
        .within(all)
        .filter(|(_, node)| node.qualified().0 == "w");
    ids.filter_map(|(_, node)| node.tag.attribute("id")?.parse().ok())
        .max()
}

/// Writes tracked changes, each with a number of its own.
struct Writer<'a> {
    revision: &'a Revision,
    next_id: u32,
}

impl Writer<'_> {
    /// The splices for one edit of the text of a run; none where a tracked change cannot stand.
    fn splices(
        &mut self,
        tree: &Tree,
        element: &TextElement,
        edit: &RunEdit,
    ) -> Option<Vec<(Span, String)>> {
        let number = tree.innermost(element.opening)?;
        let text = tree.node(number);
        let run = Run::around(tree, number).ok()?;
        let around = tree.node(tree.node(run.number).parent);
        let is_inserted = around.qualified() == ("w", "ins");
        let RunEdit { edit, italics, .. } = edit;
        if is_inserted
            && italics.is_none()
            && around.tag.attribute("author") == Some(&escape(&self.revision.author))
        {
            let inserted = (edit.span, escape(&edit.replacement));
            return Some(preserved(text).into_iter().chain([inserted]).collect());
        }
        let (prefix, name) = around.qualified();
        if prefix != "w" || !HOLDERS.contains(&name) {
            return None;
        }
        let deleted = self.deleted(&run, edit.span.slice(tree.text()));
        let properties = with_italics(&run, element, italics.unwrap_or(element.italic));
        let inserted = Run {
            properties: &properties,
            ..run.clone()
        };
        let inserted = self.inserted(&inserted, &edit.replacement);
        let changed = if is_inserted {
            let prefix = run.prefix;
            let again = around.tag.span.slice(tree.text());
            format!("{deleted}</{prefix}ins>{inserted}{again}")
        } else {
            deleted + &inserted
        };
        Some(between(tree, number, &run, edit.span, &changed))
    }

    /// A run of deleted text, as it is written in the file.
    fn deleted(&mut self, run: &Run, written: &str) -> String {
        if written.is_empty() {
            return String::new();
        }
        let prefix = run.prefix;
        let text = run.with(&format!(
            "<{prefix}delText xml:space=\"preserve\">{written}</{prefix}delText>"
        ));
        self.marked("del", prefix, &text)
    }

    /// A run of new text.
    fn inserted(&mut self, run: &Run, new: &str) -> String {
        if new.is_empty() {
            return String::new();
        }
        let (prefix, new) = (run.prefix, escape(new));
        let text = run.with(&format!(
            "<{prefix}t xml:space=\"preserve\">{new}</{prefix}t>"
        ));
        self.marked("ins", prefix, &text)
    }

    fn marked(&mut self, name: &str, prefix: &str, run: &str) -> String {
        let author = escape(&self.revision.author).replace('"', "&quot;");
        let (id, date) = (self.next_id, &self.revision.date);
        self.next_id = id.saturating_add(1);
        format!(
            "<{prefix}{name} {prefix}id=\"{id}\" {prefix}author=\"{author}\" {prefix}date=\"{date}\">{run}</{prefix}{name}>"
        )
    }
}

/// Puts a change in the place of a stretch of a text element: the run is cut there, unless the change begins or ends with it.
pub(super) fn between(
    tree: &Tree,
    number: usize,
    run: &Run,
    changed: Span,
    change: &str,
) -> Vec<(Span, String)> {
    let text: &Node = tree.node(number);
    let whole = tree.node(run.number).span;
    let Run {
        prefix, properties, ..
    } = run;
    let begins =
        changed.start == text.content.start && tree.is_outermost(number, Side::Start, is_passed);
    let ends = changed.end == text.content.end && tree.is_outermost(number, Side::End, is_passed);
    let (start, close) = if begins {
        (whole.start, String::new())
    } else {
        (changed.start, format!("</{prefix}t></{prefix}r>"))
    };
    let (end, open) = if ends {
        (whole.end, String::new())
    } else {
        let open = format!("<{prefix}r>{properties}<{prefix}t xml:space=\"preserve\">");
        (changed.end, open)
    };
    let cut = (Span::new(start, end), [&close, change, &open].concat());
    let mark = preserved(text).filter(|_| !begins);
    mark.into_iter().chain([cut]).collect()
}

#[cfg(test)]
mod tests {
    use crate::document::{Document, testing};

    /// The inside of a paragraph after words were replaced in it, with its view.
    fn tracked(paragraph: &str, edits: &[(&str, &str)]) -> (String, Document) {
        let bytes = testing::word(&format!("<w:p>{paragraph}</w:p>"));
        let document = testing::tracked(bytes, edits);
        let part = testing::part(
            document.package().expect("it has bytes"),
            "word/document.xml",
        );
        let inside = part.split_once("<w:p>").map_or("", |(_, rest)| rest);
        let inside = inside
            .rsplit_once("</w:p>")
            .map_or("", |(inside, _)| inside);
        let short = inside
            .replace(
                " w:author=\"A &amp; B\" w:date=\"2026-01-02T03:04:05Z\"",
                "",
            )
            .replace(" xml:space=\"preserve\"", "");
        (short, document)
    }

    #[track_caller]
    fn check(paragraph: &str, edits: &[(&str, &str)], expected: &str, view: &str) {
        let (inside, document) = tracked(paragraph, edits);
        assert_eq!(inside, expected);
        assert_eq!(document.text.trim_end(), view);
    }

    #[test]
    fn both_keep_the_look_of_their_run() {
        check(
            "<w:bookmarkStart w:id=\"7\"/><w:r><w:rPr><w:i/></w:rPr><w:t>So Doe &amp; Roe 2010.</w:t></w:r>",
            &[("&", "and")],
            "<w:bookmarkStart w:id=\"7\"/><w:r><w:rPr><w:i/></w:rPr><w:t>So Doe </w:t></w:r>\
             <w:del w:id=\"8\"><w:r><w:rPr><w:i/></w:rPr><w:delText>&amp;</w:delText></w:r></w:del>\
             <w:ins w:id=\"9\"><w:r><w:rPr><w:i/></w:rPr><w:t>and</w:t></w:r></w:ins>\
             <w:r><w:rPr><w:i/></w:rPr><w:t> Roe 2010.</w:t></w:r>",
            "So Doe and Roe 2010.",
        );
    }

    #[test]
    fn runs_that_go_as_a_whole_leave_none_behind() {
        check(
            "<w:r><w:t>Doe</w:t></w:r><w:r><w:t>, 2010</w:t></w:r>",
            &[("Doe", "Lang"), (", 2010", "")],
            "<w:del w:id=\"1\"><w:r><w:delText>Doe</w:delText></w:r></w:del>\
             <w:ins w:id=\"2\"><w:r><w:t>Lang</w:t></w:r></w:ins>\
             <w:del w:id=\"3\"><w:r><w:delText>, 2010</w:delText></w:r></w:del>",
            "Lang",
        );
    }

    #[test]
    fn words_beside_each_other_are_one_change() {
        check(
            "<w:r><w:t>Doe et al., 2010</w:t></w:r>",
            &[("et al.", "and Roe")],
            "<w:r><w:t>Doe </w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>et al.</w:delText></w:r></w:del>\
             <w:ins w:id=\"2\"><w:r><w:t>and Roe</w:t></w:r></w:ins><w:r><w:t>, 2010</w:t></w:r>",
            "Doe and Roe, 2010",
        );
    }

    #[test]
    fn insertions_of_others_are_kept_apart_and_own_ones_are_not() {
        check(
            "<w:ins w:id=\"4\" w:author=\"C\"><w:r><w:t>Doe 2010</w:t></w:r></w:ins>",
            &[("2010", "2011"), ("2011", "2012")],
            "<w:ins w:id=\"4\" w:author=\"C\"><w:r><w:t>Doe </w:t></w:r>\
             <w:del w:id=\"5\"><w:r><w:delText>2010</w:delText></w:r></w:del></w:ins>\
             <w:ins w:id=\"6\"><w:r><w:t>2012</w:t></w:r></w:ins><w:ins w:id=\"4\" w:author=\"C\"></w:ins>",
            "Doe 2012",
        );
    }
}
