# needs: apt:golang-go
# Compiles variables and imports that nothing uses.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
printf 'package main\nimport (\n\t"fmt"\n\t"os"\n)\nfunc main() {\n\tx := 1\n\ty, err := fmt.Println("a")\n\t_ = y\n}\n' >main.go
go build ./... >out 2>&1
go vet ./... >>out 2>&1
cat out
grep -qE 'declared (but|and) not used' out && grep -qE 'imported (but|and) not used' out
