"""Run a module of a package as a script."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"shop/__init__.py": "", "shop/main.py": "from . import prices\n", "shop/prices.py": ""}, ["shop/main.py"], "attempted relative import with no known parent package"),
    ({"shop/__init__.py": "", "shop/main.py": "from .. import prices\n"}, ["-m", "shop.main"], "attempted relative import beyond top-level package"),
    ({"main.py": "import shop.main\n", "shop/__init__.py": "", "shop/main.py": "from ..common import prices\n"}, ["main.py"], "attempted relative import beyond top-level package"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
