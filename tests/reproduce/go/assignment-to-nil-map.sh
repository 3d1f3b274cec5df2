# needs: apt:golang-go
# Writes into a map that was never made.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
printf 'package main\nimport "fmt"\ntype T struct{ n int }\nfunc find() *T { return nil }\nfunc main() { fmt.Println(find().n) }\n' >main.go
go run main.go >out 2>&1
printf 'package main\nfunc main() { var m map[string]int; m["a"] = 1 }\n' >m.go
go run m.go >>out 2>&1
printf 'package main\nfunc main() { s := []int{1, 2, 3}; i := 5; println(s[i]) }\n' >i.go
go run i.go >>out 2>&1
printf 'package main\nfunc main() { s := []int{1, 2, 3}; i := 5; println(s[1:i][0]) }\n' >s.go
go run s.go >>out 2>&1
printf 'package main\nfunc main() { var x interface{} = "a"; println(x.(int)) }\n' >t.go
go run t.go >>out 2>&1
cat out
grep -qF "panic: assignment to entry in nil map" out
