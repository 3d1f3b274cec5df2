# needs: apt:gcc
# Starts a program without the library it was linked to, and loads one by Python.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
echo 'int answer(void) { return 42; }' >answer.c
echo 'int answer(void); int main(void) { return answer(); }' >main.c
gcc -shared -fPIC answer.c -o libanswer.so
gcc main.c -L. -lanswer -o app
{
  ./app
  python3 -c 'import ctypes; ctypes.CDLL("libanswer.so.1")'
} >out 2>&1
cat out
grep -qF 'error while loading shared libraries: libanswer.so: cannot open shared object file: No such file or directory' out &&
  grep -qF 'OSError: libanswer.so.1: cannot open shared object file' out
