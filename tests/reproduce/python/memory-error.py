"""Ask for more memory than there is."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import resource\nresource.setrlimit(resource.RLIMIT_AS, (2 ** 28, 2 ** 28))\nrows = [0] * 10 ** 9\n", "MemoryError"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
