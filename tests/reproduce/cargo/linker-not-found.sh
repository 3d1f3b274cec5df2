# needs: rustc
# Links with a linker that is not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo 'fn main() {}' >a.rs
mkdir bin
ln -s "$(rustc --print sysroot)/bin/rustc" bin/rustc
PATH="$tmp/bin" "$tmp/bin/rustc" a.rs >out 2>&1
cat out
grep -qF 'error: linker `cc` not found' out
