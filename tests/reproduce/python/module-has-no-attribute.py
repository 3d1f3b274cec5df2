"""Ask modules for names that they do not have."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"main.py": "import colorsys\nprint(colorsys.rgb_to_hsv(0, 0, 0))\n", "colorsys.py": "import math\nprint('my game')\n"}, ["main.py"], "module 'colorsys' has no attribute 'rgb_to_hsv'"),
    ({"colorsys.py": "import colorsys\nprint(colorsys.rgb_to_hsv(0, 0, 0))\n"}, ["colorsys.py"], "has no attribute 'rgb_to_hsv'"),
    ({"main.py": "import shop\n", "shop.py": "import stock\nPRICE = 1\n", "stock.py": "import shop\nprint(shop.PRICE)\n"}, ["main.py"], "most likely due to a circular import"),
    ("import collections\nprint(collections.Callable)\n", "module 'collections' has no attribute 'Callable'"),
    ("import time\nprint(time.clock())\n", "module 'time' has no attribute 'clock'"),
    ("import inspect\nprint(inspect.getargspec(len))\n", "module 'inspect' has no attribute 'getargspec'"),
    ("import xml\nprint(xml.etree)\n", "module 'xml' has no attribute 'etree'"),
    ("import string\nprint(string.letters)\n", "module 'string' has no attribute 'letters'"),
    ("import datetime\nprint(datetime.now())\n", "module 'datetime' has no attribute 'now'"),
    ("import math\nprint(math.sqroot(4))\n", "module 'math' has no attribute 'sqroot'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
