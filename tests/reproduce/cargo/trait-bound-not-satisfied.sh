# needs: rustc
# Uses types whose traits are missing.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
use std::collections::HashMap;
struct P { x: i32 }
#[derive(Debug)] struct K;
fn show<T: std::fmt::Display>(t: T) {}
fn q() -> i32 { let n: i32 = "1".parse()?; n }
fn io() -> Result<(), String> { std::fs::read("x")?; Ok(()) }
fn main() {
    println!("{}", P { x: 1 });
    println!("{:?}", P { x: 1 });
    show(P { x: 1 });
    let v = vec![1, 2, 3]; let i: i32 = 0; v[i];
    let x = 1i32 + 1.0;
    let c: Vec<i32> = vec!["a"].into_iter().collect();
    let rc = std::rc::Rc::new(1); std::thread::spawn(move || println!("{}", rc));
    for n in 5 {}
    let mut m = HashMap::new(); m.insert(K, 1);
}
RS
rustc --edition 2021 a.rs >out 2>&1
cat out
grep -qF 'error[E0277]' out
