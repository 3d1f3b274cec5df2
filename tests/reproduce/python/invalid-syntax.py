"""Run files that are not Python."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("if True\n    pass\n", "SyntaxError"),
    ("class = 3\n", "SyntaxError"),
    ("if x = 3:\n    pass\n", "SyntaxError"),
    ("pip install requests\n", "SyntaxError"),
    ("x = 1 2\n", "SyntaxError"),
    ("rows = [1, 2\nprint rows\n", "SyntaxError"),
    ("def load(:\n    pass\n", "SyntaxError"),
    ("total = 3 +\n", "SyntaxError: invalid syntax"),
    ("match 3:\n    case 3:\n        print('x')\n    case *:\n        pass\n", "SyntaxError"),
    ("print(“hello”)\n", "invalid character"),
    ("x = 1\n\u00a0y = 2\n", "invalid non-printable character U+00A0"),
    ("for i in range(3):\n    print(i)\nelse if True:\n    pass\n", "SyntaxError"),
    ("x = 012\n", "leading zeros"),
    ("f(a=1, 2)\n", "positional argument follows keyword argument"),
    ("return 3\n", "'return' outside function"),
    ("await x\n", "'await' outside function"),
    ("def f():\n    await x\n", "'await' outside async function"),
    ("1 = x\n", "cannot assign to literal"),
    ("print(1)\n$ python main.py\n", "SyntaxError"),
    ("try:\n    pass\nprint(1)\n", "SyntaxError"),
    ("raise ValueError, 'x'\n", "SyntaxError"),
    ("try:\n    pass\nexcept ValueError, error:\n    pass\n", "SyntaxError"),
    ("def add():\n    count = 1\n    global count\n", "is assigned to before global declaration"),
    ("break\n", "'break' outside loop"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
