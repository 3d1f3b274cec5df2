# needs: apt:gcc
# Links objects that are not position-independent into a shared library and a PIE.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
printf 'int value = 1;\nint answer(void) { return value; }\n' >answer.c
printf 'const char *text(void) { return "x"; }\n' >old.c
printf 'const char *text(void); int main(void) { return !text(); }\n' >main.c
{
  gcc -fno-pic -c answer.c
  gcc -shared answer.o -o libanswer.so
  gcc -fno-pic -fno-pie -c old.c
  gcc -pie -fPIE main.c old.o -o app
} >out 2>&1
cat out
grep -qF 'can not be used when making a shared object; recompile with -fPIC' out &&
  grep -qF 'can not be used when making a PIE object; recompile with -fP' out
