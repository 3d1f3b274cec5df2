"""Put a parameter without a default behind one that has a default."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("from dataclasses import dataclass\n\n\n@dataclass\nclass Shop:\n    name: str = ''\n    city: str\n", "non-default argument 'city' follows default argument"),
    ("def connect(host='x', port):\n    pass\n", "SyntaxError"),
    ("from dataclasses import dataclass\n\n\n@dataclass\nclass Shop:\n    name: str = ''\n\n\n@dataclass\nclass Cafe(Shop):\n    seats: int\n", "non-default argument 'seats' follows default argument"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
