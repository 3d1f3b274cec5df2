"""Python: the cases of tests/traces/cases/python."""

from common import TOOLS, run, save

PROGRAMS = {
    "plain": "def f(x):\n    return 1 / x\n\ndef main():\n    f(0)\n\nmain()\n",
    "no_message": "def stop():\n    raise KeyboardInterrupt\n\nstop()\n",
    "message_lines": "raise ValueError('bad input:\\n  first\\n  second')\n",
    "cause": """\
def load():
    try:
        {}['name']
    except KeyError as error:
        raise RuntimeError("cannot load\\n  because of the name") from error

load()
""",
    "context": """\
def load():
    try:
        open("missing.txt")
    except OSError:
        int("x")

load()
""",
    "three_links": """\
try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise ValueError("second") from error
except ValueError:
    raise LookupError("third")
""",
    "note": """\
try:
    int("x")
except ValueError as error:
    error.add_note("while reading:\\n  line 3 of settings.ini")
    raise
""",
    "group": """\
def check(name):
    raise ValueError(name)

def main():
    found = []
    for name in ("one", "two"):
        try:
            check(name)
        except ValueError as error:
            found.append(error)
    found.append(ExceptionGroup("inner", [KeyError("k"), TypeError("t")]))
    raise ExceptionGroup("several", found)

main()
""",
    "group_cause": """\
try:
    raise ExceptionGroup("many", [ValueError("a"), OSError("b")])
except ExceptionGroup as group:
    raise RuntimeError("tasks failed") from group
""",
    "recursion": "def again(n):\n    return again(n + 1)\n\nagain(0)\n",
    "syntax": "def f(:\n    pass\n",
    "indentation": "def f():\nreturn 1\n",
    "caret_lines": "value = {'a': {'b': 1}}\nprint(value['a']['c']['d'] + len(\n    'long'))\n",
    "assertion": "assert {'a': 1} == {'a': 2}, 'settings differ'\n",
    "exec_string": "exec(\"def g():\\n    raise OSError(2, 'gone', 'x')\\ng()\")\n",
    "segfault": "import faulthandler, ctypes\nfaulthandler.enable()\nctypes.string_at(0)\n",
    "fault_threads": """\
import faulthandler, os, threading, time
faulthandler.enable()
threading.Thread(target=time.sleep, args=(5,), daemon=True).start()
time.sleep(0.2)
os.abort()
""",
    "thread": """\
import threading

def work():
    raise RuntimeError("in a thread")

thread = threading.Thread(target=work, name="worker")
thread.start()
thread.join()
""",
    "ignored": "class C:\n    def __del__(self):\n        raise OSError('late')\n\nC()\n",
    "json": "import json\njson.loads('{\"a\": }')\n",
    "subprocess": "import subprocess\nsubprocess.run(['false'], check=True)\n",
    "asyncio": """\
import asyncio

async def fetch():
    await asyncio.sleep(0)
    raise ConnectionError("no route")

async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch())

asyncio.run(main())
""",
    "task_never_retrieved": """\
import asyncio

async def fail():
    raise ValueError("lost")

async def main():
    task = asyncio.create_task(fail())
    await asyncio.sleep(0.01)
    del task

asyncio.run(main())
""",
    "logging": "import logging\nlogging.basicConfig()\ntry:\n    1 / 0\nexcept ZeroDivisionError:\n    logging.exception('job failed')\n",
    "logging_error": "import logging\nlogging.basicConfig()\nlogging.error('%d jobs', 'three')\n",
    "pool": """\
from concurrent.futures import ProcessPoolExecutor

def work(n):
    return 1 // n

if __name__ == "__main__":
    with ProcessPoolExecutor(1) as pool:
        list(pool.map(work, [0]))
""",
    "import_chain": "import helper\n",
    "empty_message_key": "{}['']\n",
    "unicode": "raise ValueError('größer — 日本')\n",
}

WITH_PACKAGES = {
    "pydantic": """\
from pydantic import BaseModel

class Job(BaseModel):
    name: str
    count: int
    tags: list[str]

Job(name=3, count="x", tags="a")
""",
    "sqlalchemy": """\
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")
with engine.connect() as connection:
    connection.execute(text("select name,\\n  size\\nfrom missing where id = :id"), {"id": 3})
""",
    "sqlalchemy_integrity": """\
from sqlalchemy import create_engine, text

engine = create_engine("sqlite://")
with engine.begin() as connection:
    connection.execute(text("create table t (id integer primary key)"))
    connection.execute(text("insert into t values (:id)"), [{"id": 3}, {"id": 3}])
""",
}


def main() -> None:
    """Make all of them anew."""
    for name, program in PROGRAMS.items():
        files = {"main.py": program, "helper.py": "import pandas_but_not_there\n"}
        cuts = ("Aborted", "Segmentation fault", *(["Traceback"] if name == "logging" else []))
        save("python", name, run("python3 /app/main.py", files), *cuts)
    for name, program in WITH_PACKAGES.items():
        save("python", name, run(f"{TOOLS}/venv/bin/python /app/main.py", {"main.py": program}))
    save("python", "compileall", run("python3 -m py_compile /app/main.py", {"main.py": "x = (1,\ny = 2\n"}))


if __name__ == "__main__":
    main()
