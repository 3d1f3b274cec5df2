# needs: apt:gcc
# Writes to address 0 in C and in Python.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo 'int main(void) { int *volatile p = 0; *p = 1; return 0; }' >app.c
gcc app.c -o app
printf '#!/bin/bash\n./app\n' >deploy.sh
{
  bash deploy.sh
  python3 -X faulthandler -c 'import ctypes; ctypes.string_at(0)'
} >out 2>&1
cat out
grep -qE 'deploy.sh: line 2: +[0-9]+ Segmentation fault' out && grep -qF 'Fatal Python error: Segmentation fault' out
