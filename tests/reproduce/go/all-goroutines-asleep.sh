# needs: apt:golang-go
# Waits for channels and groups that nobody serves.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export GOPATH="$tmp/go" GO111MODULE=on
go mod init app >/dev/null 2>&1
printf 'package main\nfunc main() { c := make(chan int); c <- 1; println(<-c) }\n' >a.go
printf 'package main\nimport "sync"\nfunc main() { var wg sync.WaitGroup; wg.Add(1); wg.Wait() }\n' >b.go
printf 'package main\nfunc main() { c := make(chan int); go func() { c <- 1 }(); for v := range c { println(v) } }\n' >c.go
printf 'package main\nimport "sync"\nfunc main() { var m sync.Mutex; m.Lock(); m.Lock() }\n' >d.go
for f in a b c d; do go run $f.go; done >out 2>&1
cat out
[ "$(grep -cF 'fatal error: all goroutines are asleep - deadlock!' out)" = 4 ]
