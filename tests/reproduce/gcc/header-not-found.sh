# needs: apt:gcc
# Compiles a file that includes a header which is not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
printf '#include <nosuch/nosuch.h>\nint main(void) { return 0; }\n' >main.c
gcc -c main.c >out 2>&1
cat out
grep -qF 'main.c:1:10: fatal error: nosuch/nosuch.h: No such file or directory' out
