# needs: apt:gcc
# Links a function of a header twice, and a variable that two files define.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
echo 'int helper(void) { return 0; }' >h.h
printf '#include "h.h"\nint verbose;\n' >a.c
printf '#include "h.h"\nint verbose;\nint main(void) { return 0; }\n' >b.c
gcc -fno-common a.c b.c -o app >out 2>&1
cat out
grep -qF "multiple definition of \`helper'; " out && grep -qF "multiple definition of \`verbose'; " out
