//! The program from outside: each file of `tests/cmd` is a session in a shell, and so are the examples of the README.
//!
//! `TRYCMD=overwrite cargo test --test cli` writes down what the program says now.

#[test]
fn sessions() {
    trycmd::TestCases::new()
        .case("tests/cmd/*.trycmd")
        .case("README.md");
}
