# needs: apt:make
# Runs Makefiles with four and eight blanks in place of a tab.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
printf 'all:\n    echo hi\n' >four
printf 'all:\n        echo hi\n' >eight
{
  make -f four
  make -f eight
} >out 2>&1
cat out
grep -qF 'four:2: *** missing separator.  Stop.' out && grep -qF 'eight:2: *** missing separator (did you mean TAB instead of 8 spaces?).  Stop.' out
