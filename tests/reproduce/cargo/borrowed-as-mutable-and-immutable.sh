# needs: rustc
# Borrows a value twice, at least once to change it.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.rs <<'RS'
fn main() {
    let mut v = vec![1, 2, 3];
    let first = &v[0];
    v.push(4);
    println!("{}", first);
}
RS
cat >b.rs <<'RS'
fn main() {
    let mut s = String::from("a");
    let a = &mut s;
    let b = &mut s;
    a.push('x');
    b.push('y');
}
RS
cat >c.rs <<'RS'
fn main() {
    let mut v = vec![1, 2, 3];
    for x in &v { if *x == 2 { v.push(5); } }
}
RS
cat >d.rs <<'RS'
struct S { a: Vec<i32>, n: i32 }
impl S {
    fn bump(&mut self, _x: &i32) { self.n += 1; }
    fn run(&mut self) { for x in self.a.iter() { self.bump(x); } }
}
fn main() { S { a: vec![], n: 0 }.run(); }
RS
for f in a b c d; do rustc --edition 2021 $f.rs; done >out 2>&1
cat out
grep -qF 'error[E0502]' out && grep -qF 'error[E0499]' out
