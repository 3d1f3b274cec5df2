# needs: apt:golang-go
# Builds without go.mod, without go.sum entries, and with modules that are not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
export GOPROXY=off GOFLAGS=-mod=readonly
printf 'package main\nfunc main() {}\n' >main.go
go build >out 2>&1
go get example.org/x >>out 2>&1
go mod init app >/dev/null 2>&1
printf 'package main\nimport _ "github.com/acme/no-such"\nimport _ "app/internal/nope"\nimport _ "nosuchstd"\nfunc main() {}\n' >main.go
go build >>out 2>&1
printf 'module app\ngo 1.19\nrequire github.com/acme/lib v1.2.3\n' >go.mod
printf 'package main\nimport _ "github.com/acme/lib"\nfunc main() {}\n' >main.go
go build >>out 2>&1
go mod tidy >>out 2>&1
cat out
grep -qF 'go.mod file not found in current directory or any parent directory' out
