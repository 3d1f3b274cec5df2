"""Write wrong f-strings."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("name = 'x'\nprint(f'{name')\n", "f-string: expecting '}'"),
    ("print(f'{}')\n", "f-string: "),
    ("print(f'}')\n", "f-string: single '}' is not allowed"),
    ("user = {'name': 'x'}\nprint(f'{user['name']}')\n", ""),
    ("names = ['a']\nprint(f'{'\\n'.join(names)}')\n", ""),
    ("print(f'{1 +}')\n", "f-string: "),
    ("print(f'{\"\\n\".join([])}')\n", ""),
    ("print(f'{{\"a\": {1}}')\n", "f-string: single '}' is not allowed"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
