# Compilers and build tools on small projects made here: C, Go, Rust, Java.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/build"; mkdir -p "$LAB/build"; cd "$LAB/build" || exit 1
modules="buffer errors timeout retry http_status core_dump connection refused logging config socket failure"

# --- C: one library of many small files, built by make, cmake, meson and autoconf
mkdir -p c/src && cd c
for m in $modules; do
    cat > src/$m.c <<C
#include <stdio.h>
#include "acme.h"
int ${m}_count(void) { static int calls; return ++calls; }
int ${m}_report(FILE *out) { return fprintf(out, "$m: %d\n", ${m}_count()); }
int ${m}_unused(int argument) { int spare = 4; return ${m}_count(); }
C
done
{ echo '#include <stdio.h>'; for m in $modules; do echo "int ${m}_count(void); int ${m}_report(FILE *);"; done; } > src/acme.h
{ echo '#include "acme.h"'; echo 'int main(void) {'; for m in $modules; do echo "    ${m}_report(stdout);"; done; echo '    return 0; }'; } > src/main.c
cat > Makefile <<'M'
CFLAGS = -Wall -Wextra -O2 -g -fPIC -Wno-error=unused-parameter
OBJECTS = $(patsubst src/%.c,out/%.o,$(wildcard src/*.c))
acme: $(OBJECTS)
	$(CC) $(LDFLAGS) -o $@ $^ -lm -lpthread
out/%.o: src/%.c
	@mkdir -p out
	$(CC) $(CFLAGS) -c -o $@ $<
clean:
	rm -rf out acme
M
cat > CMakeLists.txt <<'M'
cmake_minimum_required(VERSION 3.18)
project(acme VERSION 1.4.0 LANGUAGES C CXX)
include(CheckIncludeFile)
include(CheckFunctionExists)
include(CheckSymbolExists)
include(CheckTypeSize)
include(CheckCCompilerFlag)
include(CTest)
foreach(header errno.h error.h err.h execinfo.h sys/epoll.h sys/event.h sys/socket.h netdb.h poll.h port.h signal.h syslog.h unistd.h windows.h mach/mach.h sys/inotify.h sys/timerfd.h linux/fs.h sys/sysctl.h)
  string(MAKE_C_IDENTIFIER "HAVE_${header}" name)
  check_include_file(${header} ${name})
endforeach()
foreach(function strerror_r perror epoll_create kqueue getaddrinfo accept4 pipe2 fork vfork mmap sendfile splice timeout_set abort backtrace closefrom strlcpy arc4random getrandom clock_gettime setsockopt)
  check_function_exists(${function} HAVE_${function})
endforeach()
foreach(flag -Wall -Wextra -Werror=format -Wno-error=deprecated -fstack-protector-strong -Wmissing-prototypes -Wnonexistent -fsanitize-recover -Wfatal-errors)
  string(MAKE_C_IDENTIFIER "FLAG_${flag}" name)
  check_c_compiler_flag(${flag} ${name})
endforeach()
check_type_size("long" SIZEOF_LONG)
check_type_size("off_t" SIZEOF_OFF_T)
check_type_size("__int128" SIZEOF_INT128)
find_package(Threads REQUIRED)
find_package(ZLIB)
find_package(OpenSSL)
find_package(Git)
find_package(Python3 COMPONENTS Interpreter)
file(GLOB sources src/*.c)
add_executable(acme ${sources})
target_link_libraries(acme Threads::Threads m)
foreach(n error_handling timeout_default retry_limit refused_counter core_loop)
  add_test(NAME ${n} COMMAND acme)
endforeach()
install(TARGETS acme)
install(DIRECTORY src/ DESTINATION include FILES_MATCHING PATTERN "*.h")
message(STATUS "errors are warnings: OFF, timeout default: 30 s, fail fast: OFF")
M
cat > meson.build <<'M'
project('acme', 'c', version: '1.4.0', default_options: ['warning_level=2', 'werror=false'])
cc = meson.get_compiler('c')
foreach h : ['errno.h', 'error.h', 'execinfo.h', 'sys/epoll.h', 'sys/event.h', 'windows.h', 'syslog.h']
  cc.has_header(h)
endforeach
foreach f : ['strerror_r', 'kqueue', 'epoll_create1', 'getrandom', 'timeout_set', 'abort']
  cc.has_function(f)
endforeach
dependency('threads')
dependency('zlib', required: false)
dependency('nonesuch', required: false)
sources = run_command('sh', '-c', 'ls src/*.c', check: true).stdout().strip().split('\n')
acme = executable('acme', sources)
foreach t : ['errors', 'timeouts', 'not_found', 'refused']
  test(t, acme)
endforeach
M
cat > configure.ac <<'M'
AC_INIT([acme],[1.4.0])
AM_INIT_AUTOMAKE([foreign subdir-objects])
AC_CONFIG_HEADERS([config.h])
AC_PROG_CC
AC_PROG_INSTALL
AC_PROG_RANLIB
AC_PROG_LN_S
AC_PROG_SED
AM_PROG_AR
LT_INIT
AC_C_BIGENDIAN
AC_C_INLINE
AC_SYS_LARGEFILE
AC_FUNC_STRERROR_R
AC_FUNC_FORK
AC_FUNC_MMAP
AC_FUNC_ERROR_AT_LINE
AC_CHECK_HEADERS([errno.h error.h err.h execinfo.h sys/epoll.h sys/event.h netdb.h poll.h port.h windows.h syslog.h sys/timerfd.h mach/mach.h])
AC_CHECK_FUNCS([perror getaddrinfo accept4 pipe2 kqueue sendfile splice backtrace closefrom strlcpy arc4random getrandom clock_gettime])
AC_CHECK_LIB([pthread],[pthread_create])
AC_CHECK_LIB([nonesuch],[main])
AC_CHECK_SIZEOF([long])
AC_CHECK_TYPES([ptrdiff_t, __int128])
AC_CHECK_PROGS([TOOL],[nonesuch othertool awk])
AC_CONFIG_FILES([GNUmakefile])
AC_OUTPUT
M
printf 'bin_PROGRAMS = acme-auto\nacme_auto_SOURCES = %s src/main.c\n' "$(for m in $modules; do printf 'src/%s.c ' $m; done)" > GNUmakefile.am
keep build-c make make -f Makefile
keep build-c make-again make -f Makefile
keep build-c make-debug make -f Makefile --debug=b clean acme
keep build-c make-print make -f Makefile -p -n
keep build-c make-clang make -f Makefile CC='clang -v' clean acme
keep build-c gcc-verbose gcc -v -Wl,--verbose -o /dev/null src/*.c
keep build-c gcc-warnings gcc -Wall -Wextra -Wconversion -Wunused -c -o /dev/null src/errors.c
keep build-c gcc-specs bash -c 'gcc -dumpspecs | fold -w 200'
keep build-c gcc-optimizers gcc -Q --help=optimizers
keep build-c gcc-warnings-list gcc -Q --help=warnings
keep build-c gcc-params gcc --help=common
keep build-c cpp bash -c 'gcc -H -E src/errors.c | tail -n 300'
keep build-c cmake-configure cmake -B cm -S .
keep build-c cmake-trace bash -c 'cmake -B cm -S . --debug-output 2>&1 | head -n 400'
keep build-c cmake-build cmake --build cm --verbose
keep build-c cmake-ninja bash -c 'cmake -B cn -S . -G Ninja && cmake --build cn -v'
keep build-c ctest ctest --test-dir cm -V
keep build-c cmake-install cmake --install cm --prefix "$LAB/build/prefix"
keep build-c cmake-cache bash -c 'cmake -B cm -LAH | head -n 300'
keep build-c meson meson setup mb
keep build-c meson-compile meson compile -C mb -v
keep build-c meson-test meson test -C mb -v
keep build-c autoreconf autoreconf -vfi
keep build-c configure ./configure
keep build-c configure-help ./configure --help
keep build-c config-log bash -c "sed -n '/## Core tests/,\$p' config.log | grep -v 'error:'"
keep build-c automake make -f GNUmakefile V=1
keep build-c libtool bash -c './libtool --config | head -n 250'
keep build-c cppcheck cppcheck --enable=all --verbose src
keep build-c doxygen bash -c 'doxygen -g Doxyfile && doxygen Doxyfile'
keep build-c strace bash -c 'strace -f ./acme 2>&1 | grep -v ENOENT'
keep build-c valgrind valgrind /bin/echo done
keep build-c nm nm -C acme
keep build-c readelf readelf -aW acme
keep build-c ldd ldd acme /usr/bin/git /usr/sbin/nginx
keep build-c gdb gdb -batch -ex 'break errors_count' -ex run -ex bt -ex 'info registers' -ex continue ./acme
cd ..

# --- Rust, std only
mkdir crates && cd crates && for c in acme_core acme_errors acme_http acme_retry; do
    cargo new -q --lib --vcs none $c
    cat > $c/src/lib.rs <<R
//! Counts what happened.
/// Kinds of outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome { Ok, NotFound, Timeout, Refused, PermissionDenied }
/// True when the outcome is worth another try.
pub fn retryable(o: Outcome) -> bool { matches!(o, Outcome::Timeout | Outcome::Refused) }
#[cfg(test)]
mod tests {
    use super::*;
$(for t in not_found_is_final timeout_is_retryable connection_refused_is_retryable error_display failed_jobs_are_counted status_401_maps_to_denied empty_input; do
    echo "    #[test] fn $t() { assert!(retryable(Outcome::Timeout)); }"; done)
    #[test] #[ignore = "slow"] fn soak() {}
}
R
done
printf '[workspace]\nresolver = "2"\nmembers = ["acme_*"]\n' > Cargo.toml
keep build-rust build cargo build --offline -v
keep build-rust build-again cargo build --offline -vv
keep build-rust release cargo build --offline --release -v
keep build-rust test cargo test --offline
keep build-rust test-verbose cargo test --offline -v -- --nocapture --test-threads=1
keep build-rust doc cargo doc --offline -v
keep build-rust tree cargo tree --offline
keep build-rust clippy cargo clippy --offline
keep build-rust fmt cargo fmt -v
keep build-rust metadata bash -c 'cargo metadata --offline --format-version 1 | python3 -m json.tool | head -n 300'
keep build-rust clean cargo clean --offline -v
keep build-rust list cargo --list
keep build-rust rustc-help rustc -C help
keep build-rust lints rustc -W help
cd ..

# --- Go, std only
mkdir -p go && cd go
printf 'module example.org/acme\n\ngo 1.19\n' > go.mod
for p in errs retry httpx queue; do
    mkdir $p
    cat > $p/$p.go <<G
// Package $p counts outcomes.
package $p

import ("errors"; "fmt"; "net/http"; "time")

var ErrNotFound = errors.New("$p: not here")

func Describe(code int) string { return fmt.Sprintf("%s after %s", http.StatusText(code), time.Second) }
G
    cat > $p/${p}_test.go <<G
package $p

import "testing"

$(for t in NotFound Timeout ConnectionRefused ErrorWrapping PermissionDenied Status401 RetryAfterFailure; do
    printf 'func Test%s(t *testing.T) { t.Log("case %s: expected error was returned"); for _, c := range []string{"first", "timeout", "error", "empty"} { t.Run(c, func(t *testing.T) { _ = Describe(404) }) } }\n' $t $t; done)
func BenchmarkDescribe(b *testing.B) { for i := 0; i < b.N; i++ { Describe(i) } }
G
done
export GOFLAGS=-mod=mod GOPROXY=off GOCACHE=$LAB/gocache GOTOOLCHAIN=local
keep build-go build bash -c 'go build -v -x ./... 2>&1 | grep -vE "^(EOF|cat >|packagefile)" | head -n 1500'
keep build-go packages go build -a -v std
keep build-go test go test -v ./...
keep build-go bench go test -bench=. -benchmem -run '^$' ./...
keep build-go cover go test -cover -race ./...
keep build-go vet go vet -v ./...
keep build-go env go env
keep build-go list go list -deps ./...
keep build-go doc go doc net/http
keep build-go doc-errors go doc -all errors
keep build-go help go help build
keep build-go help-test go help testflag
cd ..
