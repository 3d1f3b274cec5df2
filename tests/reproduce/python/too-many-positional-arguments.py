"""Call functions with more arguments than they take."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("class Shop:\n    def open(hour):\n        pass\n\n\nShop().open(9)\n", "takes 1 positional argument but 2 were given"),
    ("def add(a, b):\n    return a + b\n\n\nadd(1, 2, 3)\n", "takes 2 positional arguments but 3 were given"),
    ("class Shop:\n    pass\n\n\nShop('x')\n", "Shop() takes no arguments"),
    ("class Shop:\n    def open():\n        pass\n\n\nShop().open()\n", "takes 0 positional arguments but 1 was given"),
    ("def find(name, limit=1):\n    return name\n\n\nfind('a', 1, True)\n", "takes from 1 to 2 positional arguments but 3 were given"),
    (
        "import threading\n\n\ndef work(name):\n    print(name)\n\n\nthread = threading.Thread(target=work, args=('ab'))\nthread.start()\n",
        "takes 1 positional argument but 2 were given",
    ),
    ("from datetime import date\n[].append(1, 2)\n", "exactly one argument"),
    ("def save(*, path):\n    pass\n\n\nsave('x')\n", "takes 0 positional arguments but 1 was given"),
    ("def find(name, *, limit):\n    pass\n\n\nfind('a', 'b', limit=1)\n", "keyword-only argument) were given"),
    ("range(1, 2, 3, 4)\n", "range expected at most 3 arguments, got 4"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
