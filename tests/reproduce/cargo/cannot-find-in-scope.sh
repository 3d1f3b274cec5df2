# needs: rustc
# Uses names that are not in scope.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
fn main() {
    println!("{}", count);
    helper();
    let m = HashMap::new();
    let x: Usr;
    let s = serde_json::to_string(&1);
    let r = rand::random();
    foo::bar();
    let v = Vec::<i32>::new(); v.nosuch();
    prnt!("a");
}
RS
cat >b.rs <<'RS'
use serde::Serialize;
use std::collection::HashMap;
fn main() { let c: Color = Color::Red; }
RS
for f in a b; do rustc --edition 2021 $f.rs; done >out 2>&1
cat out
grep -qF 'error[E0425]: cannot find value `count` in this scope' out && grep -qF 'error[E0433]' out
