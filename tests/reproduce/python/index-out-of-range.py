"""Read items that are not there."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("names = ['a']\nprint(names[1])\n", "list index out of range"),
    ("import sys\nprint(sys.argv[1])\n", "list index out of range"),
    ("names = []\nnames[0] = 'a'\n", "list assignment index out of range"),
    ("print('abc'[3])\n", "string index out of range"),
    ("print((1, 2)[2])\n", "tuple index out of range"),
    ("[].pop()\n", "pop from empty list"),
    ("line = 'a'\nprint(line.split(',')[1])\n", "list index out of range"),
    ("names = ['a', 'b']\nfor i in range(len(names)):\n    if names[i] == 'a':\n        names.pop(i)\n", "list index out of range"),
    ("names = ['a', 'b']\nfor i in range(len(names) + 1):\n    print(names[i])\n", "list index out of range"),
    ("print('{} {}'.format(1))\n", "Replacement index 1 out of range for positional args tuple"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
