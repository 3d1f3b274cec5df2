"""Parse texts that hold more than one JSON value."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import json\njson.loads('{\"a\": 1}\\n{\"a\": 2}')\n", "Extra data"),
    ("import json\njson.loads('2026-11-02')\n", "Extra data"),
    ("import json\njson.loads('{\"a\": 1},')\n", "Extra data"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
