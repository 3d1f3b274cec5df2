"""Rust: the cases of tests/traces/cases/rust and those of its compiler."""

from common import run, save

PROGRAMS = {
    "panic": 'fn main() {\n    let all: Vec<i32> = vec![];\n    println!("{}", all[3]);\n}\n',
    "unwrap": 'fn main() {\n    let n: i32 = "x".parse().unwrap();\n    println!("{n}");\n}\n',
    "assert_eq": 'fn main() {\n    assert_eq!(1 + 1, 3, "sums differ");\n}\n',
    "panic_lines": 'fn main() {\n    panic!("settings are wrong:\\n  port: 0\\n  host: empty");\n}\n',
    "thread": 'fn main() {\n    let t = std::thread::Builder::new().name("worker".into()).spawn(|| panic!("in a thread")).unwrap();\n    t.join().ok();\n}\n',
    "main_error": 'fn main() -> Result<(), std::io::Error> {\n    std::fs::read("/nowhere")?;\n    Ok(())\n}\n',
    "double_panic": 'struct D;\nimpl Drop for D {\n    fn drop(&mut self) { panic!("second"); }\n}\nfn main() {\n    let _d = D;\n    panic!("first");\n}\n',
    "overflow": 'fn f(n: u64) -> u64 { if n == u64::MAX { 0 } else { f(n + 1) + n } }\nfn main() { println!("{}", f(0)); }\n',
    "stack_backtrace": "fn inner(n: usize) -> u8 { [1u8, 2][n] }\nfn main() { inner(std::env::args().count() + 4); }\n",
}
ANYHOW = """\
use anyhow::{Context, Result};

fn read() -> Result<String> {
    std::fs::read_to_string("/nowhere").context("cannot read the settings")
}

fn main() -> Result<()> {
    read().context("cannot start")?;
    Ok(())
}
"""
WRONG = {
    "rust_types": 'fn main() {\n    let n: i32 = "three";\n    println!("{}", n);\n}\n',
    "rust_borrow": 'fn main() {\n    let a = String::from("x");\n    let b = a;\n    println!("{} {}", a, b);\n}\n',
    "rust_missing": "use serde::Serialize;\n\nfn main() {}\n",
    "rust_trait": 'fn show<T: std::fmt::Display>(t: T) { println!("{}", t); }\nstruct S;\nfn main() { show(S); }\n',
    "rust_macro": 'macro_rules! two { ($a:expr) => { $a + missing } }\nfn main() { println!("{}", two!(1)); }\n',
    "rust_unused": "fn main() {\n    let x = 3;\n}\n",
}
CARGO = '[package]\nname = "jobs"\nversion = "0.1.0"\nedition = "2021"\n'
TRAILER = (
    "error: aborting",
    "error: could not compile",
    "For more information",
    "Some errors",
    "warning: `",
    "warning: 1 ",
)


def main() -> None:
    """Make all of them anew."""
    for name, program in PROGRAMS.items():
        trace = "1" if name == "stack_backtrace" else "0"
        save(
            "rust",
            name,
            run("rustc -g -A warnings main.rs && ./main", {"main.rs": program}, RUST_BACKTRACE=trace),
            "thread ",
            "Aborted",
        )
    files = {"src/main.rs": ANYHOW, "Cargo.toml": CARGO + '[dependencies]\nanyhow = "1"\n'}
    files[".cargo/config.toml"] = (
        '[source.crates-io]\nreplace-with = "d"\n[source.d]\ndirectory = "/usr/share/cargo/registry"\n'
    )
    for name, trace in (("anyhow", "0"), ("anyhow_backtrace", "1")):
        save(
            "rust", name, run("cargo build -q --offline && ./target/debug/jobs", files, RUST_BACKTRACE=trace)
        )
    for name, program in WRONG.items():
        text = run("rustc --edition 2021 main.rs", {"main.rs": program})
        save("compilers", name, text, *TRAILER)
    test = "#[test]\nfn sums() {\n    assert_eq!(2 + 2, 5);\n}\n"
    text = run("cargo test --offline -q 2>&1", {"src/lib.rs": test, "Cargo.toml": CARGO}, RUST_BACKTRACE="0")
    kept = text[text.index("---- sums stdout") :].split("\n\nfailures:")[0]
    save("rust", "test", kept)
    save(
        "package_managers",
        "cargo_version",
        run(
            "cargo build --offline",
            {"src/main.rs": "fn main() {}\n", "Cargo.toml": CARGO + '[dependencies]\nserde = "1"\n'},
        ),
    )
    broken = {"src/main.rs": "fn main() {}\n", "Cargo.toml": CARGO.replace("jobs", "jo bs")}
    save("package_managers", "cargo_manifest", run("cargo build --offline", broken))


if __name__ == "__main__":
    main()
