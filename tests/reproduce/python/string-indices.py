"""Use texts as if they were dicts."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import json\nrow = json.loads('{\"user\": \"Ann\"}')\nprint(row['user']['name'])\n", "string indices must be integers"),
    ("prices = {'tea': 3}\nfor item in prices:\n    print(item['name'])\n", "string indices must be integers"),
    ("answer = '{\"id\": 1}'\nprint(answer['id'])\n", "string indices must be integers"),
    ("'abc'[1, 2]\n", "string indices must be integers"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
