"""Texts for the tests of streams: real traces between ordinary lines, behind prefixes, with colours."""

PYTHON = b"""Traceback (most recent call last):
  File "/app/load.py", line 3, in <module>
    import yaml
ModuleNotFoundError: No module named 'yaml'
"""

PYTHON_CHAIN = b"""Traceback (most recent call last):
  File "/app/load.py", line 4, in read
    return table[key]
           ~~~~~^^^^^
KeyError: 'port'

During handling of the above exception, another exception occurred:

Traceback (most recent call last):
  File "/app/load.py", line 9, in <module>
    read({}, "port")
  File "/app/load.py", line 6, in read
    import yaml
ModuleNotFoundError: No module named 'yaml'
"""

JAVA = b"""Exception in thread "main" java.lang.IllegalStateException: no configuration
\tat com.example.App.start(App.java:21)
\tat com.example.App.main(App.java:9)
Caused by: java.lang.NullPointerException: Cannot invoke "String.length()" because "<local1>" is null
\tat com.example.Reader.size(Reader.java:14)
\tat com.example.App.start(App.java:19)
\t... 1 more
"""

NODE = b"""node:internal/modules/cjs/loader:1147
  throw err;
  ^

Error: Cannot find module './missing'
Require stack:
- /app/server.js
    at Module._resolveFilename (node:internal/modules/cjs/loader:1144:15)
    at Module._load (node:internal/modules/cjs/loader:985:27)
    at Object.<anonymous> (/app/server.js:1:1) {
  code: 'MODULE_NOT_FOUND',
  requireStack: [ '/app/server.js' ]
}

Node.js v20.11.0
"""

TRACES = (PYTHON, PYTHON_CHAIN, JAVA, NODE)

ORDINARY = (
    b"starting the worker\n",
    b"listening on port 8080\n",
    b"request served in 12 ms\n",
    b"\n",
    b"all 17 tests passed\n",
    b"100%|##########| 20/20\r100%|##########| done\n",
    b"\xff\xfe not UTF-8 \x00 and a NUL\n",
    "größe: 12 µm — fertig\n".encode(),
)


def colored(line: bytes) -> bytes:
    """A line as a tool writes it on a terminal."""
    middle = len(line) // 2
    return b"\x1b[31m" + line[:middle] + b"\x1b[0;1m" + line[middle:].rstrip(b"\n") + b"\x1b[0m\n"


def behind(prefix: bytes, text: bytes) -> bytes:
    """Each line of a text behind a prefix."""
    return b"".join(prefix + line for line in text.splitlines(keepends=True))
