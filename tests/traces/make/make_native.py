"""C and C++: the cases of tests/traces/cases/native and those of gcc, clang and ld."""

from common import run, save

HEAD = "#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n"
SANITIZED = {
    "asan_heap": (
        "address",
        "int f(char *p) { return p[10]; }\nint main(void) { char *p = malloc(10); return f(p); }\n",
    ),
    "asan_free": ("address", "int main(void) { char *p = malloc(10); free(p); return p[1]; }\n"),
    "asan_stack": (
        "address",
        "int main(int n, char **a) { int all[4]; memset(all, 0, 16 + 4 * n); return all[0]; }\n",
    ),
    "asan_null": ("address", "int main(void) { volatile int *p = 0; return *p; }\n"),
    "lsan": ("address", "char *p;\nint main(void) { p = malloc(30); p = 0; return 0; }\n"),
    "ubsan": ("undefined", "int main(int n, char **a) { int x = 0x7fffffff; x += n; return x == 3; }\n"),
    "ubsan_trace": ("undefined", "int main(int n, char **a) { return 1 << (31 + n); }\n"),
    "tsan": (
        "thread",
        "#include <pthread.h>\nint n;\nvoid *add(void *p) { n++; return p; }\nint main(void) { pthread_t t; pthread_create(&t, 0, add, 0); n++; pthread_join(t, 0); return 0; }\n",
    ),
}
PLAIN = {
    "stack_smashing": "int main(int n, char **a) { char b[4]; volatile int i; for (i = 0; i < 40; i++) b[i] = 1; return b[0]; }\n",
    "double_free": "int main(void) { char *p = malloc(10); free(p); free(p); return 0; }\n",
    "assert": '#include <assert.h>\nint main(int n, char **a) { assert(n > 3 && "too few"); return 0; }\n',
    "segfault": "int main(void) { volatile int *p = 0; return *p; }\n",
}
CPP = {
    "terminate": '#include <stdexcept>\nint main() { throw std::runtime_error("no job"); }\n',
    "terminate_lines": '#include <stdexcept>\nint main() { throw std::runtime_error("bad settings:\\n  port: 0\\n  host: empty"); }\n',
    "vector_at": "#include <vector>\nint main() { std::vector<int> v; return v.at(3); }\n",
    "glibcxx": "#define _GLIBCXX_ASSERTIONS\n#include <vector>\nint main() { std::vector<int> v; return v[3]; }\n",
}
WRONG = {
    "gcc_undeclared": ("gcc -c", "main.c", "int main(void) {\n  int x = 3;\n  return y;\n}\n"),
    "gcc_types": (
        "gcc -c -Wall -Werror",
        "main.c",
        "int f(int *p);\nint main(void) {\n  return f(3.5);\n}\n",
    ),
    "gcc_header": ("gcc -c", "main.c", '#include "missing.h"\nint main(void) { return 0; }\n'),
    "gcc_included": ("gcc -c", "main.c", '#include "a.h"\nint main(void) { return 0; }\n'),
    "gpp_template": (
        "g++ -c",
        "main.cpp",
        "#include <vector>\n#include <algorithm>\nstruct S {};\nint main() {\n  std::vector<S> v;\n  std::sort(v.begin(), v.end());\n}\n",
    ),
    "gpp_overload": (
        "g++ -c",
        "main.cpp",
        "void f(int, int);\nvoid f(const char *);\nint main() {\n  f(1.5, 2, 3);\n}\n",
    ),
    "clang_undeclared": ("clang -c", "main.c", "int main(void) {\n  int count = 3;\n  return coutn;\n}\n"),
    "clang_included": ("clang -c", "main.c", '#include "a.h"\nint main(void) { return 0; }\n'),
    "ld_undefined": ("gcc", "main.c", "int load(int);\nint main(void) { return load(3); }\n"),
    "ld_library": ("gcc -lnotthere", "main.c", "int main(void) { return 0; }\n"),
    "ld_twice": ("gcc b.c", "main.c", "int load(int n) { return n; }\nint main(void) { return load(3); }\n"),
    "gcc_warning": ("gcc -c -Wall", "main.c", "int main(void) {\n  int unused;\n  return 0;\n}\n"),
}


def main() -> None:
    """Make all of them anew."""
    ends = ("Aborted", "Segmentation fault", "Exiting", "ThreadSanitizer: reported")
    for name, (kind, source) in SANITIZED.items():
        trace = "print_stacktrace=1" if name == "ubsan_trace" else ""
        command = f"gcc -g -w -fsanitize={kind} main.c -o jobs && setarch -R ./jobs"
        save("native", name, run(command, {"main.c": HEAD + source}, UBSAN_OPTIONS=trace), *ends)
    source = HEAD + 'int main(int n, char **a) { int *p = malloc(8); if (p[0]) puts("x"); return 0; }\n'
    save(
        "native",
        "msan",
        run("clang -g -w -fsanitize=memory main.c -o jobs && setarch -R ./jobs", {"main.c": source}),
        *ends,
    )
    for name, source in PLAIN.items():
        save(
            "native",
            name,
            run("gcc -g -w -fstack-protector-all main.c -o jobs && ./jobs", {"main.c": HEAD + source}),
        )
    for name, source in CPP.items():
        save("native", name, run("g++ -g main.cpp -o jobs && ./jobs", {"main.cpp": source}))
    deep = HEAD + "int f(int n) { if (n == 0) abort(); return f(n - 1); }\nint main(void) { return f(2); }\n"
    save(
        "native",
        "gdb",
        run(
            "gcc -g main.c -o jobs && gdb -q -batch -ex run -ex bt ./jobs 2>&1 | sed -n '/received signal/,$p'",
            {"main.c": deep},
        ),
    )
    leak = HEAD + "int main(void) { int *p = malloc(8); p[2] = 1; return p[1] ? 1 : 0; }\n"
    text = run("gcc -g main.c -o jobs && valgrind ./jobs", {"main.c": leak})
    blocks = text.split("== \n")
    invalid = next(b for b in blocks if "Invalid write" in b).rsplit("\n", 1)[0]
    save("native", "valgrind", invalid)
    headers = {
        "a.h": '#include "b.h"\n',
        "b.h": "int f(void) {\n  return missing;\n}\n",
        "b.c": "int load(int n) { return n + 1; }\n",
    }
    for name, (command, file, source) in WRONG.items():
        files = {file: source} | headers
        save(
            "compilers",
            name,
            run(command.replace("-l", f"{file} -l") + ("" if "-l" in command else f" {file}"), files),
            "1 error generated",
            "/usr/include/c++/12/bits/predefined_ops.h: In instantiation of ‘bool",
        )


if __name__ == "__main__":
    main()
