//! Edits of the view written as tracked changes (ISO/IEC 26300 part 1, 5.5): the text has marks where something came or went, and at its
//! beginning stands what went, and who changed it.

use std::collections::{HashMap, HashSet};

use super::{
    CONTENT, OpenText,
    write::{SPACE, between_tags},
};
use crate::{
    document::{
        flow::{RunEdit, joined},
        package::{Tree, escape, is_xml_space},
        revision::Revision,
    },
    edit,
    span::Span,
};

/// What the numbers of tracked changes begin with, as `LibreOffice` writes them.
const NUMBER: &str = "ct";
/// The namespace of the names of authors and dates.
const DUBLIN_CORE: &str = "http://purl.org/dc/elements/1.1/";

impl OpenText {
    /// The name and the new contents of the part that the edits change; none if one of them cannot be tracked where it is.
    pub(in crate::document) fn splice_tracked(
        &self,
        edits: &[RunEdit],
        revision: &Revision,
    ) -> Option<Vec<(&str, String)>> {
        let tree = self.tree()?;
        let mut writer = Writer::new(&tree, revision)?;
        let mut splices = Vec::new();
        for edit in joined(edits.to_vec(), &self.content) {
            splices.push(writer.splice(&edit)?);
        }
        splices.extend(writer.listed());
        if edits.iter().any(|edit| edit.italics.is_some()) {
            splices.extend(self.styles(edits)?);
        }
        let splices: Vec<_> = splices
            .iter()
            .map(|(span, text)| (*span, text.as_str()))
            .collect();
        Some(vec![(CONTENT, edit::apply(&self.content, &splices).0)])
    }
}

/// Writes tracked changes, each with a number of its own.
struct Writer<'a> {
    tree: &'a Tree<'a>,
    revision: &'a Revision,
    /// The number of the element of the whole text.
    body: usize,
    /// What names begin with in this file, colon included.
    prefixes: Prefixes<'a>,
    /// What this author has inserted before.
    own: Vec<Span>,
    next_number: u64,
    /// Who changed what, and what went.
    regions: String,
}

#[derive(Debug, Clone, Copy)]
struct Prefixes<'a> {
    text: &'a str,
    office: &'a str,
}

impl<'a> Writer<'a> {
    fn new(tree: &'a Tree<'a>, revision: &'a Revision) -> Option<Self> {
        let text = tree.text();
        let all = Span::new(0, text.len());
        let (body, node) = tree
            .within(all)
            .find(|(_, node)| node.qualified() == ("office", "text"))?;
        let paragraph = tree
            .within(node.content)
            .find(|(_, node)| matches!(node.qualified(), ("text", "p" | "h")))?
            .1;
        let prefixes = Prefixes {
            text: paragraph.prefix_in(text),
            office: node.prefix_in(text),
        };
        let numbers = tree.within(all).filter_map(|(_, node)| {
            let number = node.tag.attribute("id")?.strip_prefix(NUMBER)?;
            number.parse::<u64>().ok()
        });
        // Without a prefix, the attributes could not be named.
        let are_named = !prefixes.text.is_empty() && !prefixes.office.is_empty();
        are_named.then_some(Self {
            tree,
            revision,
            body,
            prefixes,
            own: inserted_by(tree, &escape(&revision.author)),
            next_number: numbers.max().unwrap_or(0).saturating_add(1),
            regions: String::new(),
        })
    }

    /// The splice for one edit of the text between two tags.
    fn splice(&mut self, edit: &RunEdit) -> Option<(Span, String)> {
        let new = OpenText::in_italics(self.tree, edit, between_tags(&edit.edit.replacement))?;
        let edit = &edit.edit;
        if self.own.iter().any(|own| own.covers(edit.span)) {
            return Some((edit.span, new));
        }
        let Prefixes { text, .. } = self.prefixes;
        let mut marks = String::new();
        if !edit.span.is_empty() {
            let deleted = self.deleted(edit.span)?;
            let number = self.region("deletion", &deleted);
            marks.push_str(&format!("<{text}change {text}change-id=\"{number}\"/>"));
        }
        if !edit.replacement.is_empty() {
            let number = self.region("insertion", "");
            marks.push_str(&format!(
                "<{text}change-start {text}change-id=\"{number}\"/>{new}<{text}change-end {text}change-id=\"{number}\"/>"
            ));
        }
        Some((edit.span, marks))
    }

    /// What goes, as a paragraph of its own, in the styles that it had.
    fn deleted(&self, span: Span) -> Option<String> {
        let (tree, Prefixes { text, .. }) = (self.tree, self.prefixes);
        let mut written = between_tags_as_written(span.slice(tree.text()));
        for number in tree.around(tree.innermost(span)?) {
            let node = tree.node(number);
            match node.qualified() {
                ("text", "span") => {
                    let opening = node.tag.span.slice(tree.text());
                    written = format!("{opening}{written}</{text}span>");
                }
                ("text", "p" | "h") => {
                    let style = node
                        .tag
                        .attribute("style-name")
                        .map_or(String::new(), |style| {
                            format!(" {text}style-name=\"{style}\"")
                        });
                    return Some(format!("<{text}p{style}>{written}</{text}p>"));
                }
                _ => {}
            }
        }
        None
    }

    /// Notes a change of this kind, and gives its number.
    fn region(&mut self, kind: &str, content: &str) -> String {
        let number = format!("{NUMBER}{}", self.next_number);
        self.next_number = self.next_number.saturating_add(1);
        let Prefixes { text, office } = self.prefixes;
        let (author, date) = (escape(&self.revision.author), &self.revision.date);
        let root = self.tree.node(0).tag.attributes();
        let is_declared = root
            .into_iter()
            .any(|(name, value)| name == "xmlns:dc" && value == DUBLIN_CORE);
        let declaration = if is_declared {
            String::new()
        } else {
            format!(" xmlns:dc=\"{DUBLIN_CORE}\"")
        };
        self.regions.push_str(&format!(
            "<{text}changed-region xml:id=\"{number}\" {text}id=\"{number}\"><{text}{kind}>\
             <{office}change-info{declaration}><dc:creator>{author}</dc:creator><dc:date>{date}</dc:date></{office}change-info>\
             {content}</{text}{kind}></{text}changed-region>"
        ));
        number
    }

    /// The splice that puts the changes where the text begins, behind its forms, as the format wants it.
    fn listed(&self) -> Option<(Span, String)> {
        if self.regions.is_empty() {
            return None;
        }
        let (tree, Prefixes { text, .. }) = (self.tree, self.prefixes);
        let body = tree.node(self.body);
        let children: Vec<_> = tree
            .within(body.content)
            .filter(|(_, node)| node.parent == self.body)
            .map(|(_, node)| node)
            .collect();
        let list = format!("{text}tracked-changes");
        if let Some(listed) = children
            .iter()
            .find(|node| node.qualified() == ("text", "tracked-changes"))
        {
            let has_closing = listed.span.end > listed.tag.span.end;
            if has_closing {
                return Some((Span::at(listed.content.end), self.regions.clone()));
            }
            let opening = listed.tag.span.slice(tree.text()).trim_end_matches("/>");
            return Some((listed.span, format!("{opening}>{}</{list}>", self.regions)));
        }
        let first = children
            .first()
            .filter(|node| node.qualified() == ("office", "forms"));
        let at = first.map_or(body.content.start, |forms| forms.span.end);
        // What the author writes next is no tracked change, as before.
        let regions = format!(
            "<{list} {text}track-changes=\"false\">{}</{list}>",
            self.regions
        );
        Some((Span::at(at), regions))
    }
}

/// Text of the file put between two tags: white space at its ends would count for nothing there.
fn between_tags_as_written(text: &str) -> String {
    let single = text.split(is_xml_space).collect::<Vec<_>>();
    let last = single.len() - 1;
    let mut written = String::new();
    for (idx, word) in single.iter().enumerate() {
        let is_space = idx > 0 && (idx == last || !word.is_empty());
        if is_space {
            let is_outer = idx == last && word.is_empty() || written.is_empty();
            written.push_str(if is_outer { SPACE } else { " " });
        }
        written.push_str(word);
    }
    written
}

/// Where text stands that this author, escaped, has inserted.
fn inserted_by(tree: &Tree, author: &str) -> Vec<Span> {
    let all = Span::new(0, tree.text().len());
    let is_own = |region: Span| {
        let inside = || tree.within(region).map(|(_, node)| node);
        let is_insertion = inside().any(|node| node.qualified() == ("text", "insertion"));
        let mut creators = inside().filter(|node| node.tag.name == "creator");
        is_insertion && creators.any(|node| node.content.slice(tree.text()) == author)
    };
    let (mut numbers, mut open, mut ranges) = (HashSet::new(), HashMap::new(), Vec::new());
    for (_, node) in tree.within(all) {
        let attribute = |name| node.tag.attribute(name);
        match node.qualified() {
            ("text", "changed-region") if is_own(node.content) => numbers.extend(attribute("id")),
            ("text", "change-start") => {
                open.extend(attribute("change-id").map(|number| (number, node.span.end)));
            }
            ("text", "change-end") => {
                let number = attribute("change-id").filter(|number| numbers.contains(number));
                let start = number.and_then(|number| open.remove(number));
                ranges.extend(start.map(|start| Span::new(start, node.span.start)));
            }
            _ => {}
        }
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::testing;

    /// The body of a text after words were replaced in it one after the other, in short form, with its view.
    fn tracked(body: &str, edits: &[(&str, &str)]) -> (String, String) {
        let document = testing::tracked(testing::open_document(body), edits);
        let bytes = document.package().expect("it has bytes");
        let part = testing::part(bytes, CONTENT);
        let inside = part
            .split_once("<office:text>")
            .map_or("", |(_, rest)| rest);
        let inside = inside
            .split_once("</office:text>")
            .map_or("", |(inside, _)| inside);
        let info = "<office:change-info xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:creator>A &amp; B</dc:creator>\
                    <dc:date>2026-01-02T03:04:05Z</dc:date></office:change-info>";
        let short = inside.replace(info, "<by us/>").replace("xml:id", "id");
        (short, document.text)
    }

    #[test]
    fn what_goes_is_kept_in_its_style_at_the_beginning() {
        insta::assert_debug_snapshot!(
            tracked(
                "<office:forms/><text:p text:style-name=\"P1\">So <text:span text:style-name=\"T1\">Doe &amp; Roe 2010</text:span>.</text:p>",
                &[("& Roe 2010", "and Roe 2010a")],
            ),
            @r#"
            (
                "<office:forms/><text:tracked-changes text:track-changes=\"false\"><text:changed-region id=\"ct1\" text:id=\"ct1\"><text:deletion><by us/><text:p text:style-name=\"P1\"><text:span text:style-name=\"T1\">&amp;</text:span></text:p></text:deletion></text:changed-region><text:changed-region id=\"ct2\" text:id=\"ct2\"><text:insertion><by us/></text:insertion></text:changed-region><text:changed-region id=\"ct3\" text:id=\"ct3\"><text:deletion><by us/><text:p text:style-name=\"P1\"><text:span text:style-name=\"T1\">2010</text:span></text:p></text:deletion></text:changed-region><text:changed-region id=\"ct4\" text:id=\"ct4\"><text:insertion><by us/></text:insertion></text:changed-region></text:tracked-changes><text:p text:style-name=\"P1\">So <text:span text:style-name=\"T1\">Doe <text:change text:change-id=\"ct1\"/><text:change-start text:change-id=\"ct2\"/>and<text:change-end text:change-id=\"ct2\"/> Roe <text:change text:change-id=\"ct3\"/><text:change-start text:change-id=\"ct4\"/>2010a<text:change-end text:change-id=\"ct4\"/></text:span>.</text:p>",
                "So Doe and Roe 2010a.\n",
            )
            "#
        );
    }

    #[test]
    fn own_insertions_are_changed_and_those_of_others_are_kept() {
        insta::assert_debug_snapshot!(
            tracked(
                "<text:tracked-changes><text:changed-region text:id=\"ct7\"><text:insertion><dc:creator>C</dc:creator></text:insertion>\
                 </text:changed-region></text:tracked-changes><text:p>In <text:change-start text:change-id=\"ct7\"/>Doe 2010<text:change-end \
                 text:change-id=\"ct7\"/></text:p>",
                &[("2010", "2011"), ("2011", "2012")],
            ),
            @r#"
            (
                "<text:tracked-changes><text:changed-region text:id=\"ct7\"><text:insertion><dc:creator>C</dc:creator></text:insertion></text:changed-region><text:changed-region id=\"ct8\" text:id=\"ct8\"><text:deletion><by us/><text:p>2010</text:p></text:deletion></text:changed-region><text:changed-region id=\"ct9\" text:id=\"ct9\"><text:insertion><by us/></text:insertion></text:changed-region></text:tracked-changes><text:p>In <text:change-start text:change-id=\"ct7\"/>Doe <text:change text:change-id=\"ct8\"/><text:change-start text:change-id=\"ct9\"/>2012<text:change-end text:change-id=\"ct9\"/><text:change-end text:change-id=\"ct7\"/></text:p>",
                "In Doe 2012\n",
            )
            "#
        );
    }

    #[test]
    fn spaces_that_go_and_come_still_count() {
        insta::assert_debug_snapshot!(
            tracked("<text:p>Doe et al. 2010</text:p>", &[(" et al.", ""), ("Doe", "Doe and  Roe")]),
            @r#"
            (
                "<text:tracked-changes text:track-changes=\"false\"><text:changed-region id=\"ct1\" text:id=\"ct1\"><text:deletion><by us/><text:p><text:s/>et al.</text:p></text:deletion></text:changed-region><text:changed-region id=\"ct2\" text:id=\"ct2\"><text:insertion><by us/></text:insertion></text:changed-region></text:tracked-changes><text:p>Doe<text:change-start text:change-id=\"ct2\"/><text:s/>and <text:s/>Roe<text:change-end text:change-id=\"ct2\"/><text:change text:change-id=\"ct1\"/> 2010</text:p>",
                "Doe and  Roe 2010\n",
            )
            "#
        );
    }
}
