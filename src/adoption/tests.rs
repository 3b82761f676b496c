//! Steps over small masters.

use super::*;
use crate::{
    comparison,
    document::{Document, Format},
};

/// Takes over into a master what a paper's list has, and shows the new master.
fn check(list: &str, master: &str, choice: &Choice, expected: &str) -> usize {
    let mut project = Project::default();
    project.add_bibliography("master.bib", master, Role::Master);
    let paper = format!("A text.\n\nReferences\n\n{list}\n");
    project.add_paper("paper.txt", Document::read(paper, Format::Plain));
    done(
        &project,
        &comparison::of_paper(&project.papers[0], &project),
        choice,
        expected,
    )
}

/// The same for a .bib file.
fn check_bib(bib: &str, master: &str, choice: &Choice, expected: &str) -> usize {
    let mut project = Project::default();
    project.add_bibliography("master.bib", master, Role::Master);
    project.add_bibliography("own.bib", bib, Role::Checked);
    let own = &project.bibliographies[1];
    done(
        &project,
        &comparison::of_bibliography(own, &project),
        choice,
        expected,
    )
}

fn done(project: &Project, comparisons: &[Comparison], choice: &Choice, expected: &str) -> usize {
    let plan = plan(comparisons, project, choice);
    let steps: Vec<&Step> = plan.steps.iter().collect();
    let text = apply(&project.bibliographies[0].file, &steps);
    assert_eq!(text.as_deref(), Some(expected));
    plan.held_back
}

const GRILLO: &str = "@book{grillo2011,
  author = {Grillo, Ioan},
  title = {El Narco},
  subtitle = {Inside Mexico's Criminal Insurgency},
  year = 2011
}
";

#[test]
fn a_missing_work_gets_an_entry_in_the_way_of_the_file() {
    let missing = Choice {
        missing: true,
        ..Choice::default()
    };
    let list = "Grandin, G. (2019). The End of the Myth. Henry Holt.";
    check(
        list,
        "@book{grillo2011,\n\tauthor=\"Grillo, Ioan\",\n\ttitle=\"El Narco\",\n\tyear=2011,\n\taddress=\"London\"\n}\n",
        &missing,
        "@book{grillo2011,\n\tauthor=\"Grillo, Ioan\",\n\ttitle=\"El Narco\",\n\tyear=2011,\n\taddress=\"London\"\n}\n\n\
         @book{grandin2019,\n\tauthor=\"Grandin, G.\",\n\ttitle=\"The End of the Myth\",\n\tyear=2019,\n\tpublisher=\"Henry Holt\"\n}\n",
    );
}

#[test]
fn fields_are_added_and_values_changed_as_asked() {
    let list =
        "Grillo, I. (2012). El Narco: Inside Mexico's Criminal Insurgency. Bloomsbury Press.";
    let lacking = Choice {
        lacking: true,
        ..Choice::default()
    };
    let with_publisher = GRILLO.replace("2011\n", "2011,\n  publisher = {Bloomsbury Press}\n");
    check(list, GRILLO, &lacking, &with_publisher);
    let date = Choice {
        fields: vec!["date".to_owned()],
        ..Choice::default()
    };
    check(list, GRILLO, &date, &GRILLO.replace("= 2011", "= 2012"));
    let other = Choice {
        only: vec!["other".to_owned()],
        ..lacking
    };
    check(list, GRILLO, &other, GRILLO);
}

#[test]
fn an_entry_is_taken_over_letter_by_letter() {
    let all = Choice {
        missing: true,
        lacking: true,
        changed: true,
        ..Choice::default()
    };
    let own = "@Book{holden2017,\n Author = {Holden, Robert H.},\n Title = {Armies {Without} Nations}, % read\n Year = {2004}}";
    check_bib(own, GRILLO, &all, &format!("{GRILLO}\n{own}\n"));
}

#[test]
fn a_title_in_two_fields_stays_in_two() {
    let own = GRILLO.replace("Criminal Insurgency", "{Narco} Insurgency");
    let changed = Choice {
        changed: true,
        ..Choice::default()
    };
    check_bib(&own, GRILLO, &changed, &own);
}

#[test]
fn what_is_doubtful_is_held_back() {
    let list = "Grillo, I. (2012). El Narco: Inside Mexico's Criminal Insurgency (2nd ed.). Bloomsbury Press.";
    let master = GRILLO.replace("year", "edition = {1},\n  year");
    let all = Choice {
        lacking: true,
        changed: true,
        ..Choice::default()
    };
    assert!(check(list, &master, &all, &master) > 0);
}
