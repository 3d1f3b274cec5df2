# needs: apt:apt
# Asks for packages whose dependencies are missing, too old or in conflict.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/sandbox.bash"
package app 1.0 'Depends: libanswer (>= 2.0)\n'
package libanswer 1.0
package web 1.0 'Depends: nosuchpackage\n'
package a 1.0 'Conflicts: b\n'
package b 1.0
index
echo "deb [trusted=yes] file:$tmp/repo ./" >"$tmp/etc/sources.list"
{
  apt-get update
  apt-get install -y app
  apt-get install -y web
  apt-get install -y a b
  printf 'Package: old\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\nMaintainer: x\nDescription: x\nDepends: gone\n' >"$tmp/dpkg/status"
  apt-get install -y libanswer
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'The following packages have unmet dependencies:' "$tmp/out" && grep -qF 'Depends: libanswer (>= 2.0)' "$tmp/out" &&
  grep -qF 'E: Unable to correct problems, you have held broken packages.' "$tmp/out" && grep -qF 'E: Unmet dependencies.' "$tmp/out"
