//! Works written as entries.

use super::*;
use crate::{
    bibtex::File,
    work::{Contributors, Issued, Person},
};

#[test]
fn a_book_and_its_names() {
    let work = Work {
        entry_type: EntryType::Book,
        authors: Contributors {
            names: vec![
                Name::Person(Person {
                    family: "Berg".to_owned(),
                    given: Some("Jan".to_owned()),
                    particle: Some("van der".to_owned()),
                    suffix: Some("Jr.".to_owned()),
                }),
                Name::organisation("Bread & Roses"),
                Name::person("López Obrador", "A. M."),
            ],
            et_al: true,
        },
        title: Some("A NATO Story".to_owned()),
        issued: Issued::year(2016),
        publisher: Some("Holt and Co.".to_owned()),
        edition: Some("2nd ed.".to_owned()),
        ..Work::default()
    };
    insta::assert_snapshot!(entry(&work, "berg2016"), @r"
    @book{berg2016,
      author = {van der Berg, Jr., Jan and {Bread \& Roses} and López Obrador, A. M. and others},
      title = {A {NATO} Story},
      edition = {2},
      publisher = {{Holt and Co.}},
      date = {2016},
    }
    ");
}

#[test]
fn an_article_with_all_its_numbers() {
    let work = Work {
        entry_type: EntryType::Article,
        authors: Contributors::new(vec![Name::person("Lee", "Ann")]),
        title: Some("On 100% of $5".to_owned()),
        container_title: Some("Law & Order".to_owned()),
        volume: Some("12".to_owned()),
        issue: Some("3".to_owned()),
        page: Some("12-34".to_owned()),
        issued: Issued::year(1999),
        doi: Some("10.1000/a_b".to_owned()),
        url: Some("https://x.org/{a}".to_owned()),
        ..Work::default()
    };
    insta::assert_snapshot!(entry(&work, "lee1999"), @r"
    @article{lee1999,
      author = {Lee, Ann},
      title = {On 100\% of \$5},
      journaltitle = {Law \& Order},
      volume = {12},
      number = {3},
      date = {1999},
      pages = {12--34},
      doi = {10.1000/a_b},
      url = {https://x.org/%7Ba%7D},
    }
    ");
}

#[test]
fn what_a_type_has_no_field_for_is_kept() {
    let work = Work {
        entry_type: EntryType::Legislation,
        authors: Contributors::new(vec![Name::organisation("United Nations")]),
        title: Some("Charter".to_owned()),
        volume: Some("1".to_owned()),
        issued: Issued::year(1945),
        container_title: Some("UNTS".to_owned()),
        ..Work::default()
    };
    insta::assert_snapshot!(entry(&work, "un1945"), @r"
    @misc{un1945,
      author = {{United Nations}},
      title = {Charter},
      howpublished = {UNTS},
      date = {1945},
      note = {vol. 1},
      entrysubtype = {legislation},
    }
    ");
}

#[test]
fn written_and_read_again_a_work_is_the_same() {
    let work = Work {
        entry_type: EntryType::InCollection,
        authors: Contributors::new(vec![
            Name::person("de la Cruz", "María"),
            Name::organisation("Ernst & Young, Inc."),
        ]),
        editors: Contributors::new(vec![Name::person("Berdal", "Mats")]),
        title: Some("50% of ~{x}^2 in the U.S.: A_B".to_owned()),
        container_title: Some("Crime & War".to_owned()),
        publisher: Some("Lynne Rienner and Sons".to_owned()),
        publisher_place: Some("Boulder".to_owned()),
        issued: Issued::year(2002),
        page: Some("155-182".to_owned()),
        edition: Some("2".to_owned()),
        ..Work::default()
    };
    let text = entry(&work, "key");
    let meaning = File::read(text.as_str()).meaning(0);
    assert_eq!(meaning.problems, []);
    assert_eq!(meaning.work, work, "{text}");
}

#[test]
fn pages_and_editions() {
    assert_eq!(pages("12-34, 40, S1-S9"), "12--34, 40, S1--S9");
    assert_eq!(pages("A-12"), "A-12");
    assert_eq!(edition("3. Aufl."), "3");
    assert_eq!(edition("Revised"), "Revised");
}

#[test]
fn identifiers_and_versions_come_back() {
    let article = Work {
        entry_type: EntryType::Article,
        authors: Contributors::new(vec![Name::person("Zhu", "N.")]),
        title: Some("Slow fevers".to_owned()),
        container_title: Some("Annals of Rivers".to_owned()),
        pmid: Some("31978945".to_owned()),
        pmcid: Some("PMC7092803".to_owned()),
        ..Work::default()
    };
    let only_central = Work {
        pmid: None,
        ..article.clone()
    };
    let program = Work {
        entry_type: EntryType::Software,
        title: Some("Tides".to_owned()),
        version: Some("4.3.1".to_owned()),
        ..Work::default()
    };
    for work in [article, only_central, program] {
        let text = entry(&work, "key");
        assert_eq!(File::read(text.as_str()).meaning(0).work, work, "{text}");
    }
}
