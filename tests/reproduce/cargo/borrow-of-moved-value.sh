# needs: rustc
# Compiles programs that use a value after it was moved.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >argument.rs <<'EOF'
fn consume(v: Vec<String>) -> usize { v.len() }
fn main() {
    let names = vec![String::from("a")];
    let n = consume(names);
    println!("{} {}", n, names.len());
}
EOF
cat >closure.rs <<'EOF'
use std::thread;
fn main() {
    let config = String::from("x");
    let handle = thread::spawn(move || println!("{}", config));
    println!("{}", config);
    handle.join().unwrap();
}
EOF
cat >for_loop.rs <<'EOF'
fn main() {
    let names = vec![String::from("a")];
    for n in names { println!("{}", n); }
    println!("{}", names.len());
}
EOF
cat >in_loop.rs <<'EOF'
fn eat(_s: String) {}
fn main() {
    let s = String::from("a");
    for _ in 0..2 { eat(s); }
}
EOF
cat >pattern.rs <<'EOF'
struct User { name: Option<String> }
fn main() {
    let user = User { name: Some(String::from("a")) };
    if let Some(name) = user.name { println!("{}", name); }
    println!("{}", user.name.unwrap());
}
EOF
for source in *.rs; do
  rustc --edition 2021 "$source" >>out 2>&1
done
cat out
for name in names config s user.name; do
  grep -q "error\[E0382\]: .*moved value: \`$name\`" out || exit 1
done
