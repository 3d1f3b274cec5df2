# needs: apt:gcc
# Compiles calls of functions that are not declared.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
printf 'int main(void) { return answer(); }\n' >main.c
printf '#include <stdio.h>\nint main(void) { pritnf("a"); return 0; }\n' >typo.c
{
  gcc -Werror=implicit-function-declaration -c main.c
  gcc -Wimplicit-function-declaration -c typo.c
} >out 2>&1
cat out
grep -qF "error: implicit declaration of function 'answer'" out && grep -qF "implicit declaration of function 'pritnf'; did you mean 'printf'?" out
