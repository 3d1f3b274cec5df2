# needs: apt:golang-go
# Writes one map from two goroutines.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
cat >a.go <<'GO'
package main

func main() {
	m := map[int]int{}
	for g := 0; g < 4; g++ {
		go func() {
			for i := 0; ; i++ {
				m[i%10] = i
			}
		}()
	}
	select {}
}
GO
cat >b.go <<'GO'
package main

func main() {
	m := map[int]int{}
	go func() {
		for i := 0; ; i++ {
			m[i%10] = i
		}
	}()
	for {
		_ = m[1]
	}
}
GO
export GOMAXPROCS=4
timeout 60 go run a.go >out 2>&1
timeout 60 go run b.go >>out 2>&1
head -40 out
grep -qF 'fatal error: concurrent map' out
