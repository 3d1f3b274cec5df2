# needs: apt:golang-go
# Uses names that are not declared.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
printf 'package main\nimport "strings"\ntype T struct{ name string }\nfunc main() {\n\tfoo()\n\tstrings.toUpper("a")\n\tstrings.Nosuch()\n\tvar t T\n\tt.Name()\n\tfmt.Println(t.nmae)\n}\n' >main.go
go build ./... >out 2>&1
printf 'package main\nfunc main() { helper() }\n' >main.go
printf 'package main\nfunc helper() {}\n' >helper.go
go run main.go >>out 2>&1
cat out
grep -qF 'undefined: foo' out && grep -qF './main.go:2:15: undefined: helper' out
