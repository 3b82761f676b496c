//! What a table answers must be what reading the whole file gives.

use proptest::prelude::*;

use super::*;
use crate::linkage::entry::Index;

/// Works, keys and links of a .bib file asked of a master, by both ways.
fn check(master: &str, ours: &str) {
    let whole = File::read(master);
    let index = Index::build(whole.entries.len(), |idx| whole.outline(idx));
    let ours = File::read(ours);
    let works: Vec<Work> = (0..ours.entries.len()).map(|idx| ours.work(idx)).collect();
    let works: Vec<&Work> = works.iter().collect();
    let asked: Vec<String> = (0..ours.entries.len())
        .map(|idx| ours.key(idx).to_owned())
        .collect();
    let Some(large) = Master::of_text(master.to_owned()) else {
        return;
    };
    let answer = large.ask(&works, &asked).expect("the table is sound");
    let file = &answer.excerpt.file;
    for (work, link) in works.iter().zip(&answer.links) {
        let expected = index.link(work, |idx| whole.outline(idx), |idx| whole.work(idx));
        assert_eq!(link.decision, expected.decision);
        assert_eq!(link.matched.len(), expected.matched.len());
        let candidates = link.matched.iter().chain(&link.runner_up);
        for (one, other) in candidates.zip(expected.matched.iter().chain(&expected.runner_up)) {
            assert_eq!(file.work(one.index), whole.work(other.index));
            assert_eq!(one.evidence, other.evidence);
            let piece = answer.excerpt.pieces[one.index];
            let (cut, there) = (
                file.entries[one.index].span,
                whole.entries[other.index].span,
            );
            assert_eq!(cut.start - piece.start + piece.start_in_file, there.start);
            assert_eq!(
                cut.slice(file.text()).trim_end(),
                there.slice(master).trim_end()
            );
            let line = master[..piece.start_in_file].matches('\n').count() + 1;
            assert_eq!(piece.line, line);
        }
    }
    for key in &asked {
        assert_eq!(file.find(key).is_some(), whole.find(key).is_some(), "{key}");
    }
}

const MASTER: &str = "\u{feff}% mine
@string{hp = \"Harbour Press\"}
@book{brandt2011, author = {Brandt, Karl}, title = {The Price of Bread},
  publisher = hp, date = {2011}}

@incollection{lind2012,
  author = {Lind, Ann},
  title = {Rye in the North},
  crossref = {grain} }
@book{brandt2011, author={Berg, Eva}, title={Another Book under the Same Key}, year=1999}
@collection{grain, title = {Grain}, editor = {Holm, Eva}, date = {2012}, publisher = hp, xdata = {lost}}
@book{open, author = {Dahl, Nils}, title = {Open {Books}, year = 2001
@book{last, author = {Moe, Liv}, title = {Lakes}, year = 2003, crossref = {lind2012}}";

#[test]
fn a_table_answers_as_the_file_does() {
    assert!(Master::of_text(MASTER.to_owned()).is_some());
    check(
        MASTER,
        "@book{brandt2011, author={Brandt, K.}, title={The price of bread}, date={2011}}
         @incollection{lind2012, author={Lind, A.}, title={Rye in the North}, booktitle={Grain}, date={2012}}
         @book{x, author={Dahl, N.}, title={Open Books}, date={2001}}
         @book{y, author={Moe, L.}, title={Lakes}, date={2003}}
         @book{z, author={Berg, E.}, title={Another book under the same key}, date={1998}}
         @book{grain, title={Nothing of the kind}}",
    );
}

#[test]
fn what_shares_lines_is_read_whole() {
    assert!(Master::of_text("@book{a} @book{b}".to_owned()).is_none());
    assert!(Master::of_text("@book{a}\n@book{b} % refmend: ignore[x] y\n".to_owned()).is_none());
    assert!(Master::of_text("@book{a}\n@book{b} % two\n".to_owned()).is_some());
}

#[test]
fn a_damaged_table_is_found_out() {
    let contents = build::contents(MASTER).expect("its entries have their own lines");
    let bytes = table::written(contents, &stamp::Stamp::default());
    let work = File::read(MASTER).work(0);
    let ask = |bytes: Vec<u8>| {
        let table = Table::in_memory(bytes)?;
        let text = Bytes::Memory(MASTER.as_bytes().to_vec());
        Master::new(text, table)?.ask(&[&work], &["grain".to_owned()])
    };
    assert!(ask(bytes.clone()).is_ok());
    assert!(ask(bytes[..bytes.len() / 2].to_vec()).is_err());
    assert!(ask(Vec::new()).is_err());
    let sound = format!("{:?}", ask(bytes.clone()).expect("it is sound").links);
    for at in (0..bytes.len()).step_by(97) {
        let mut other = bytes.clone();
        other[at] ^= 0x20;
        // Damage shows, or it is where nobody looks.
        if let Ok(answer) = ask(other) {
            assert_eq!(format!("{:?}", answer.links), sound, "byte {at}");
        }
    }
}

proptest! {
    #[test]
    fn any_master_answers_as_when_read_whole(
        master in "(@book\\{[a-c],|\n@book\\{|\n@string\\{a=|\ncrossref=\\{[a-c]\\},|xdata=[a-c],|author=\\{[XY], Z\\},|title=\\{(A|B|Lakes)\\},|year=199[0-2],|[@{}()\"\\\\,=#%\n]|\\}\n| é)*",
        ours in "(@book\\{[a-c], author=\\{[XY], Z\\}, title=\\{(A|B|Lakes)\\}, year=199[0-2]\\}\n){1,3}"
    ) {
        check(&master, &ours);
    }
}
