# needs: apt:gcc
# Links a library that is not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
echo 'int main(void) { return 0; }' >main.c
gcc main.c -lanswer -o app >out 2>&1
cat out
grep -qE 'cannot find -lanswer' out
