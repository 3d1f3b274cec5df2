# needs: apt:golang-go
# Lets two packages import each other.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
mkdir a b
printf 'package a\nimport _ "app/b"\n' >a/a.go
printf 'package b\nimport _ "app/a"\n' >b/b.go
go build ./... >out 2>&1
cat out
grep -qF 'import cycle not allowed' out
