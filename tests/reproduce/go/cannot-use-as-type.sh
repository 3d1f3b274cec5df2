# needs: apt:golang-go
# Passes and assigns values of other types.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
cat >main.go <<'GO'
package main

import "fmt"

type Shape interface{ Area() float64 }
type Sq struct{}

func (s *Sq) Area() float64 { return 1 }

type Circle struct{}

func f(x int64) {}
func g() (int, error) { return 1, nil }

func main() {
	var n int = "a"
	i := 1
	f(i)
	var s Shape = Sq{}
	var c Shape = Circle{}
	x := g()
	fmt.Println(n, s, c, x, "a"+1, i+1.5)
	var p *int = i
	return 1
}
GO
go build ./... >out 2>&1
cat out
grep -qF 'cannot use i (variable of type int) as ' out && grep -qE 'missing (method Area|Area method)' out
