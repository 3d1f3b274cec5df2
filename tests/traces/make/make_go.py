"""Go: the cases of tests/traces/cases/go."""

from common import run, save

HEAD = "package main\n\n"
PROGRAMS = {
    "panic": "func divide(a, b int) int { return a / b }\n\nfunc main() { println(divide(1, len([]int{}))) }\n",
    "index": "func main() {\n\tall := []int{1}\n\tn := 5\n\tprintln(all[n])\n}\n",
    "nil_pointer": "type job struct{ name string }\n\nfunc main() {\n\tvar j *job\n\tprintln(j.name)\n}\n",
    "panic_lines": 'func main() { panic("settings are wrong:\\n\\tport: 0\\n\\thost: empty") }\n',
    "panic_again": 'func main() {\n\tdefer func() {\n\t\tif r := recover(); r != nil {\n\t\t\tpanic(r)\n\t\t}\n\t}()\n\tpanic("first")\n}\n',
    "panic_second": 'func main() {\n\tdefer func() { panic("second") }()\n\tpanic("first")\n}\n',
    "panic_error": 'import "errors"\n\nfunc main() { panic(errors.New("no route")) }\n',
    "deadlock": "func main() {\n\tc := make(chan int)\n\t<-c\n}\n",
    "deadlock_two": 'import "sync"\n\nfunc main() {\n\tvar w sync.WaitGroup\n\tw.Add(1)\n\tgo func() { select {} }()\n\tw.Wait()\n}\n',
    "goroutine": 'import "time"\n\nfunc main() {\n\tgo func() { panic("in a goroutine") }()\n\ttime.Sleep(time.Second)\n}\n',
    "stack_overflow": "func f(n int) int { return f(n+1) + 1 }\n\nfunc main() { println(f(0)) }\n",
    "concurrent_map": "func main() {\n\tm := map[int]int{}\n\tfor i := 0; i < 4; i++ {\n\t\tgo func() {\n\t\t\tfor {\n\t\t\t\tm[1]++\n\t\t\t}\n\t\t}()\n\t}\n\tselect {}\n}\n",
    "type_assertion": 'func main() {\n\tvar x interface{} = "text"\n\tprintln(x.(int))\n}\n',
    "log_fatal": 'import "log"\n\nfunc main() { log.SetFlags(0); log.Fatal("cannot listen") }\n',
    "custom_panic": "type bad struct{ a int }\n\nfunc main() { panic(bad{3}) }\n",
}
SERVER = """\
package main

import (
	"net/http"
	"net/http/httptest"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		panic("no handler")
	}))
	http.Get(server.URL)
}
"""
RACE = """\
package main

import "time"

func main() {
	n := 0
	go func() { n++ }()
	n++
	time.Sleep(50 * time.Millisecond)
	println(n)
}
"""
TEST = """\
package main

import "testing"

func TestSum(t *testing.T) {
	var m map[string]int
	m["a"] = 1
}
"""
MODULE = "module example.com/jobs\n\ngo 1.19\n"


def main() -> None:
    """Make all of them anew."""
    cuts = ("FAIL\n",)
    for name, body in PROGRAMS.items():
        files = {"main.go": HEAD + body, "go.mod": MODULE}
        text = run("go run . 2>&1 | head -59", files)
        save("go", name, text, *cuts, *(["exit"] if name == "log_fatal" else []))
    files = {"main.go": SERVER, "go.mod": MODULE}
    save("go", "http_panic", run("go run . 2>&1 | head -40", files))
    save(
        "go",
        "race",
        run("CGO_ENABLED=1 go run -race . 2>&1 | grep -v '^[2F]'", {"main.go": RACE, "go.mod": MODULE}),
        *cuts,
    )
    save("go", "test_panic", run("go test ./...", {"main_test.go": TEST, "go.mod": MODULE}), *cuts)
    wrong = HEAD + 'import "fmt"\n\nfunc main() {\n\tvar n int = "three"\n\tx := 3\n}\n'
    save("compilers", "go_build", run("go build ./...", {"main.go": wrong, "go.mod": MODULE}))
    save(
        "compilers",
        "go_vet",
        run(
            "go vet ./...",
            {"main.go": HEAD + 'import "fmt"\n\nfunc main() { fmt.Printf("%d", "x") }\n', "go.mod": MODULE},
        ),
    )
    missing = HEAD + 'import "example.com/not/there"\n\nfunc main() { there.Run() }\n'
    save(
        "compilers",
        "go_missing",
        run("GOFLAGS=-mod=mod GOPROXY=off go build ./...", {"main.go": missing, "go.mod": MODULE}),
        "main.go",
    )


if __name__ == "__main__":
    main()
