"""Give functions keyword arguments that they do not know, or know already."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("def connect(host):\n    pass\n\n\nconnect(hots='x')\n", "got an unexpected keyword argument 'hots'"),
    ("class Shop:\n    def __init__(self, name):\n        pass\n\n\nShop(title='x')\n", "got an unexpected keyword argument 'title'"),
    ("print('a', sepp='')\n", "keyword argument"),
    ("def connect(host, port=1):\n    pass\n\n\nconnect('x', host='y')\n", "got multiple values for argument 'host'"),
    ("class Shop:\n    def open(hour, day):\n        pass\n\n\nShop().open(1, hour=9)\n", "got multiple values for argument 'hour'"),
    ("class Shop:\n    pass\n\n\nShop(title='x')\n", "Shop() takes no arguments"),
    ("'abc'.split(maxsplits=1)\n", "keyword argument"),
    ("def connect(host, port=1):\n    pass\n\n\nsettings = {'host': 'x'}\nconnect(**settings, **{'host': 'y'})\n", "got multiple values for keyword argument 'host'"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
