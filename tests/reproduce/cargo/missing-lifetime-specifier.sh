# needs: rustc
# Returns and stores references without lifetimes.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
struct S { name: &str }
fn longest(a: &str, b: &str) -> &str { a }
fn make() -> &String { &String::new() }
fn main() {}
RS
rustc --edition 2021 a.rs >out 2>&1
cat out
grep -qF 'error[E0106]: missing lifetime specifier' out
