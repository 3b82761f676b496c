//! The style of a paper as a file of CSL 1.0.2.

use super::{
    Own,
    habit::{Collapse, Habit, Original},
    locator::Locator,
};

/// How works are written in the list: a plain form of our own, for the paper's own list says less certainly how it does it.
const LIST: &str = include_str!("list.csl");

impl Own<'_> {
    /// The style as CSL; `title` names it for people.
    pub fn csl(&self, title: &str) -> String {
        let head = self.head(title);
        let macros = self.macros();
        let citation = self.citation();
        let list = self.list();
        format!("{head}{macros}{citation}{list}</style>\n")
    }

    fn head(&self, title: &str) -> String {
        let habit = &self.habit;
        let title = escaped(title);
        let language =
            language(&habit.word).map(|language| format!(" default-locale=\"{language}\""));
        let language = language.unwrap_or_default();
        let (and, et_al, no_date) = (
            escaped(&habit.word),
            escaped(&habit.et_al),
            escaped(&habit.no_date),
        );
        let [page, pages] = &habit.locator.labels.each_ref().map(|label| escaped(label));
        let page = if page.is_empty() && pages.is_empty() {
            String::new()
        } else {
            format!(
                "\n      <term name=\"page\" form=\"short\"><single>{page}</single><multiple>{pages}</multiple></term>"
            )
        };
        format!(
            r#"<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" demote-non-dropping-particle="never"{language}>
  <!-- Made by refmend from the citations of the paper: it writes them as most of them were typed. Change it as you like. -->
  <info>
    <title>{title}</title>
    <id>urn:refmend:{id}</id>
    <category citation-format="author-date"/>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <locale>
    <terms>
      <term name="and">{and}</term>
      <term name="et-al">{et_al}</term>
      <term name="no date" form="short">{no_date}</term>{page}
    </terms>
  </locale>
"#,
            id = identifier(&title),
        )
    }

    fn macros(&self) -> String {
        let habit = &self.habit;
        let and = match habit.connector.as_str() {
            "" => "",
            "&" => " and=\"symbol\"",
            _ => " and=\"text\"",
        };
        let last = if habit.has_last_comma {
            "contextual"
        } else {
            "never"
        };
        let comma = if habit.has_et_al_comma {
            "always"
        } else {
            "contextual"
        };
        let capitals = if habit.has_capitals {
            " text-case=\"uppercase\""
        } else {
            ""
        };
        let delimiter = escaped(&habit.name_delimiter);
        let list = LIST
            .replace(" and=\"AND\"", and)
            .replace("LAST", last)
            .replace("<macro", "  <macro");
        format!(
            r#"  <macro name="cited-names">
    <names variable="author">
      <name form="short"{and} delimiter="{delimiter}" delimiter-precedes-last="{last}" delimiter-precedes-et-al="{comma}">
        <name-part name="family"{capitals}/>
      </name>
      <substitute><names variable="editor"/><text variable="title"/></substitute>
    </names>
  </macro>
  <macro name="sorted-names">
    <names variable="author"><name name-as-sort-order="all"/><substitute><names variable="editor"/><text variable="title"/></substitute></names>
  </macro>
{}{list}"#,
            year(habit)
        )
    }

    fn citation(&self) -> String {
        let habit = &self.habit;
        let [first, later] = habit.shortened_from;
        let shown = habit.n_shown;
        let collapse = match &habit.collapse {
            Collapse::Never => String::new(),
            Collapse::Year => format!(
                " collapse=\"year\" cite-group-delimiter=\"{}\"",
                escaped(&habit.group_delimiter)
            ),
            Collapse::Letters(delimiter) => format!(
                " collapse=\"year-suffix\" year-suffix-delimiter=\"{}\" cite-group-delimiter=\"{}\"",
                escaped(delimiter),
                escaped(&habit.group_delimiter)
            ),
        };
        let [open, close] = habit.brackets.map(|bracket| escaped(&bracket.to_string()));
        let divider = escaped(&habit.cite_delimiter);
        let comma = escaped(&habit.year_delimiter);
        let undated = escaped(&habit.undated_delimiter);
        let colon = escaped(&habit.locator.delimiter);
        let page = page(&habit.locator);
        format!(
            r#"  <citation et-al-min="{first}" et-al-use-first="{shown}" et-al-subsequent-min="{later}" et-al-subsequent-use-first="{shown}" disambiguate-add-year-suffix="true"{collapse}>
    <layout prefix="{open}" suffix="{close}" delimiter="{divider}">
      <group delimiter="{colon}">
        <choose>
          <if variable="issued"><group delimiter="{comma}"><text macro="cited-names"/><text macro="cited-year"/></group></if>
          <else><group delimiter="{undated}"><text macro="cited-names"/><text macro="cited-year"/></group></else>
        </choose>
        <choose>
          <if locator="page">{page}</if>
          <else><group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group></else>
        </choose>
      </group>
    </layout>
  </citation>
"#
        )
    }

    fn list(&self) -> String {
        let names = if self.order.first_author {
            " names-min=\"1\" names-use-first=\"1\""
        } else {
            ""
        };
        let last = if self.order.as_cited {
            "citation-number"
        } else {
            "title"
        };
        format!(
            r#"  <bibliography hanging-indent="true">
    <sort><key macro="sorted-names"{names}/><key variable="issued"/><key variable="{last}"/></sort>
    <layout suffix=".">
      <group delimiter=". ">
        <group delimiter=" "><text macro="list-names"/><text macro="cited-year" prefix="(" suffix=")"/></group>
        <text macro="list-title"/>
        <group delimiter=", "><text macro="list-container"/><text macro="list-place"/></group>
        <text macro="list-publisher"/>
        <text macro="list-access"/>
      </group>
    </layout>
  </bibliography>
"#
        )
    }
}

/// A page with what stands before its number.
fn page(locator: &Locator) -> String {
    let label = &locator.labels[0];
    let blank = if label.ends_with('.') { " " } else { "" };
    if locator.has_two_labels() {
        format!(
            "<group delimiter=\"{blank}\"><label variable=\"locator\" form=\"short\"/><text variable=\"locator\"/></group>"
        )
    } else if label.is_empty() {
        "<text variable=\"locator\"/>".to_owned()
    } else {
        format!(
            "<text variable=\"locator\" prefix=\"{}{blank}\"/>",
            escaped(label)
        )
    }
}

/// The macro of the year, with that of the first edition.
fn year(habit: &Habit) -> String {
    const YEAR: &str = "<date variable=\"issued\"><date-part name=\"year\"/></date>";
    let first = |prefix: &str, suffix: &str| {
        format!(
            "<date variable=\"original-date\" prefix=\"{prefix}\" suffix=\"{suffix}\"><date-part name=\"year\"/></date>"
        )
    };
    let both = match habit.original {
        Original::Hidden => YEAR.to_owned(),
        Original::Slash => format!("<group delimiter=\"/\">{}{YEAR}</group>", first("", "")),
        Original::BracketBefore => {
            format!("<group delimiter=\" \">{}{YEAR}</group>", first("[", "]"))
        }
        Original::RoundBefore => {
            format!("<group delimiter=\" \">{}{YEAR}</group>", first("(", ")"))
        }
        Original::BracketBehind => {
            format!("<group delimiter=\" \">{YEAR}{}</group>", first("[", "]"))
        }
    };
    format!(
        r#"  <macro name="cited-year">
    <choose>
      <if variable="issued">{both}</if>
      <else-if variable="status"><text value="{}"/></else-if>
      <else><text term="no date" form="short"/></else>
    </choose>
  </macro>
"#,
        escaped(&habit.status)
    )
}

/// The language in which a word joins names, where it is that of one language alone.
fn language(word: &str) -> Option<&'static str> {
    Some(match word {
        "and" => "en-US",
        "und" | "u." => "de-DE",
        "y" => "es-ES",
        "et" => "fr-FR",
        "en" => "nl-NL",
        "och" => "sv-SE",
        "og" => "nb-NO",
        _ => return None,
    })
}

/// Letters and digits alone.
fn identifier(title: &str) -> String {
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric());
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.join("-")
}

/// A text as XML has it between quotes and tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
