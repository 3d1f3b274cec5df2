# needs: apt:make
# Asks make for what it cannot make, and where no Makefile is.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
{
  make
  echo 'all: main.o' >Makefile
  make
  make deploy
} >out 2>&1
cat out
grep -qF "No rule to make target 'main.o', needed by 'all'.  Stop." out && grep -qF "No rule to make target 'deploy'.  Stop." out &&
  grep -qF 'No targets specified and no makefile found.  Stop.' out
