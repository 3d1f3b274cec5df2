"""Give a dataclass a list as default."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("from dataclasses import dataclass\n\n\n@dataclass\nclass Shop:\n    teas: list = []\n", "mutable default <class 'list'> for field teas is not allowed: use default_factory"),
    ("from dataclasses import dataclass\n\n\n@dataclass\nclass City:\n    name: str = ''\n\n\n@dataclass\nclass Shop:\n    city: City = City()\n", "mutable default"),
    ("from dataclasses import dataclass\n\n\n@dataclass\nclass Shop:\n    prices: dict = {}\n", "mutable default <class 'dict'>"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
