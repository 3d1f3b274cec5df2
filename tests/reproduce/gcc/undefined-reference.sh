# needs: apt:gcc, apt:g++
# Links without an object, a library, a vtable, a template body, main and an indirect library.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >main.c <<'EOF'
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int answer(int);
int main(int argc, char **argv) { printf("%f %d\n", sqrt(atof(argv[1])), answer(argc)); return 0; }
EOF
echo 'int answer(int x) { return 42 + x; }' >answer.c
echo 'int answer(int); int main() { return answer(1); }' >m.cc
echo 'struct Shape { virtual double area(); virtual ~Shape() {} }; int main() { Shape s; }' >v.cc
echo 'template<class T> T twice(T); int main() { return twice(2); }' >t.cc
printf '#include <iostream>\nint main() { std::cout << "x"; }\n' >io.cc
echo 'int inner(void) { return 1; }' >inner.c
echo 'int inner(void); int outer(void) { return inner(); }' >outer.c
echo 'int outer(void); int inner(void); int main(void) { return outer() + inner(); }' >user.c
gcc -c answer.c
gcc -shared -fPIC inner.c -o libinner.so
gcc -shared -fPIC outer.c -L. -linner -o libouter.so
{
  gcc main.c -o app -lm
  gcc main.c answer.c -o app
  g++ m.cc answer.o -o app
  g++ v.cc -o app
  g++ t.cc -o app
  gcc io.cc -o app
  gcc answer.c -o app
  gcc user.c -L. -louter -Wl,-rpath-link,. -o app
} >out 2>&1
cat out
for symbol in answer sqrt 'answer(int)' 'vtable for Shape' 'int twice<int>(int)' 'std::cout' main; do
  grep -qF "undefined reference to \`$symbol'" out || exit 1
done
grep -qF "DSO missing from command line" out
