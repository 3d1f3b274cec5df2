"""Use a local variable before it has a value."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("count = 0\n\n\ndef add():\n    count += 1\n\n\nadd()\n", "count"),
    ("def grade(points):\n    if points > 5:\n        result = 'good'\n    return result\n\n\ngrade(1)\n", "result"),
    ("def load():\n    try:\n        data = open('no-such-file')\n    except OSError:\n        pass\n    return data\n\n\nload()\n", "data"),
    ("def outer():\n    def inner():\n        print(value)\n    inner()\n    value = 1\n\n\nouter()\n", "value"),
    ("def load():\n    print(max([1]))\n    max = 3\n\n\nload()\n", "max"),
    ("def load():\n    try:\n        int('x')\n    except ValueError as error:\n        pass\n    print(error)\n\n\nload()\n", "error"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
