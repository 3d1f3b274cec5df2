"""Run files that need a newer Python than the one that runs them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("command = 3\nmatch command:\n    case 3:\n        print('x')\n", ""),
    ("if (n := 3) > 2:\n    print(n)\n", ""),
    ("def f(a, /, b):\n    pass\n", ""),
    ("type Row = list[int]\n", ""),
    ("def first[T](rows: list[T]) -> T:\n    return rows[0]\n", ""),
    ("try:\n    pass\nexcept* ValueError:\n    pass\n", ""),
    ("name = 'x'\nprint(f'{name=}')\n", ""),
    ("with (open('main.py') as a, open('main.py') as b):\n    pass\n", ""),
    ("async def f():\n    return [x async for x in y]\n", ""),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
