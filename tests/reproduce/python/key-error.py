"""Read keys that dicts do not have."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("prices = {'tea': 3}\nprint(prices['coffee'])\n", "KeyError: 'coffee'"),
    ("import os\nprint(os.environ['ACME_TOKEN'])\n", "KeyError: 'ACME_TOKEN'"),
    ("counts = {}\nfor word in ['a']:\n    counts[word] += 1\n", "KeyError: 'a'"),
    ("rows = {1: 'a'}\nprint(rows['1'])\n", "KeyError: '1'"),
    ("print('{name} {\"a\"}'.format(name=1))\n", "KeyError: '\"a\"'"),
    ("rows = {'1': 'a'}\nprint(rows[1])\n", "KeyError: 1"),
    ("seen = {1}\nseen.remove(2)\n", "KeyError: 2"),
    ("print('{name}'.format(nam=1))\n", "KeyError: 'name'"),
    ("{}.popitem()\n", "KeyError: 'popitem(): dictionary is empty'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
