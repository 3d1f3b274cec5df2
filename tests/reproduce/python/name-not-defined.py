"""Use names that do not exist."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("print(total)\n", "name 'total' is not defined"),
    ("print(os.getcwd())\n", "name 'os' is not defined"),
    ("answer = raw_input('?')\n", "name 'raw_input' is not defined"),
    ("def load():\n    rows = [1]\n\n\nload()\nprint(rows)\n", "name 'rows' is not defined"),
    ("start()\n\n\ndef start():\n    pass\n", "name 'start' is not defined"),
    ("class Shop:\n    def open(self):\n        close()\n\n    def close(self):\n        pass\n\n\nShop().open()\n", "name 'close' is not defined"),
    ("print(Tea)\n", "name 'Tea' is not defined"),
    ("for i in xrange(3):\n    pass\n", "name 'xrange' is not defined"),
    ("data = {'a': true}\n", "name 'true' is not defined"),
    ("class Node:\n    def add(self, other: Node):\n        pass\n", "name 'Node' is not defined"),
    ("def find(x: Optional[int]):\n    pass\n", "name 'Optional' is not defined"),
    ("if __name__ == 'main':\n    pass\nprint(_name_)\n", "name '_name_' is not defined"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
