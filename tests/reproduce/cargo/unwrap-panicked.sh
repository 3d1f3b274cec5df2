# needs: rustc
# Unwraps None and errors.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("none") => { let v: Vec<i32> = vec![]; println!("{}", v.first().unwrap()); }
        Some("err") => { let n: i32 = "x".parse().unwrap(); println!("{n}"); }
        Some("expect") => { std::fs::read("nosuch.toml").expect("cannot read the settings"); }
        _ => { let v = vec![1]; println!("{}", v[std::env::args().count() + 5]); }
    }
}
RS
unset RUST_BACKTRACE
rustc --edition 2021 a.rs || exit 2
for kind in none err expect index; do ./a $kind; done >out 2>&1
cat out
grep -qF 'called `Option::unwrap()` on a `None` value' out && grep -qF 'called `Result::unwrap()` on an `Err` value' out
