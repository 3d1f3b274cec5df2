# needs: rustc
# Gives values of other types.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
fn add(x: i64) -> i64 { x + 1 }
fn none(n: i32) -> Option<i32> { n }
fn semi(n: i32) -> i32 { n + 1; }
fn iff(b: bool) -> i32 { if b { 1 } else { "a" } }
fn takes(s: String) {}
fn main() {
    let n: i32 = "1";
    let i: i32 = 5;
    add(i);
    takes("lit");
    let r: Result<i32, String> = 5;
    let s: &str = String::from("a");
    let u: usize = i;
}
RS
rustc --edition 2021 a.rs >out 2>&1
cat out
grep -qF 'error[E0308]: mismatched types' out
