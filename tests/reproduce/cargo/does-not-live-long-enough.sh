# needs: rustc
# Keeps references to values that are gone.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
fn main() {
    let r;
    { let x = 5; r = &x; }
    println!("{}", r);
    let s: &str;
    { let t = String::from("a"); s = t.as_str(); }
    println!("{}", s);
}
RS
cat >b.rs <<'RS'
fn f() -> &'static str { let s = String::from("a"); &s }
fn g<'a>() -> Vec<&'a str> { let s = String::from("a b"); s.split(' ').collect() }
fn main() { let v = String::from("a").as_str().trim(); println!("{}", v); f(); g(); }
RS
cat >c.rs <<'RS'
use std::thread;
fn main() { let v = vec![1]; let h = thread::spawn(|| println!("{:?}", v)); h.join().unwrap(); }
RS
for f in a b c; do rustc --edition 2021 $f.rs; done >out 2>&1
cat out
grep -qF 'error[E0597]: `x` does not live long enough' out
