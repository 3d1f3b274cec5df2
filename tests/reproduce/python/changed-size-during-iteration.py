"""Change a dict or set while a loop goes through it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("prices = {'tea': 3, 'milk': 1}\nfor name in prices:\n    if prices[name] < 2:\n        del prices[name]\n", "dictionary changed size during iteration"),
    ("names = {1, 2}\nfor name in names:\n    names.add(name + 10)\n", "Set changed size during iteration"),
    ("prices = {'tea': 3, 'milk': 1}\nfor name in list(prices)[:0] or prices:\n    prices['x' + name] = prices.pop(name)\n", "RuntimeError: dictionary"),
    ("import collections\nqueue = collections.deque([1, 2])\nfor item in queue:\n    queue.append(item)\n", "deque mutated during iteration"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
