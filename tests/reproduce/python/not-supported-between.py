"""Compare values of types that have no order."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print('3' < 5)\n", "'<' not supported between instances of 'str' and 'int'"),
    ("print(sorted([3, None]))\n", "not supported between instances of 'NoneType' and 'int'"),
    ("print(sorted([{'a': 1}, {'a': 2}]))\n", "'<' not supported between instances of 'dict' and 'dict'"),
    ("print(max(['a', 1]))\n", "'>' not supported between instances of 'int' and 'str'"),
    ("import heapq\n\n\nclass Job:\n    pass\n\n\nheap = []\nheapq.heappush(heap, (1, Job()))\nheapq.heappush(heap, (1, Job()))\n", "'<' not supported between instances of 'Job' and 'Job'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
