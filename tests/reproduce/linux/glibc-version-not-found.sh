# needs: apt:gcc
# Starts a program with an older version of a library than it was linked to.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo 'int answer(void) { return 42; }' >answer.c
echo 'int answer(void); int main(void) { return answer(); }' >main.c
build() {
  echo "$1 { global: answer; };" >map
  gcc -shared -fPIC -Wl,-soname,libanswer.so -Wl,--version-script=map answer.c -o libanswer.so
}
build ANSWER_2.0
gcc main.c -L. -lanswer -Wl,-rpath,. -o app
build ANSWER_1.0
./app >out 2>&1
cat out
grep -qE "libanswer.so: version .ANSWER_2.0' not found \(required by ./app\)" out
