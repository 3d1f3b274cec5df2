# needs: rustc
# Runs cargo where there is no Cargo.toml, and with wrong ones.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export CARGO_HOME="$tmp/home" CARGO_NET_OFFLINE=true
cargo build >out 2>&1
mkdir -p app/src
cd app
echo 'fn main() {}' >src/main.rs
printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2027"\n' >Cargo.toml
cargo build >>../out 2>&1
printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n' >Cargo.toml
printf 'version = 9\n' >Cargo.lock
cargo build >>../out 2>&1
rm Cargo.lock
printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\nrust-version = "1.999"\n' >Cargo.toml
cargo build >>../out 2>&1
printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nserde = "1"\n' >Cargo.toml
cargo build --offline >>../out 2>&1
cat ../out
grep -qF 'could not find `Cargo.toml` in' ../out
