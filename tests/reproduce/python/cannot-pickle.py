"""Pickle what cannot be pickled."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import pickle\npickle.dumps(lambda x: x)\n", "pickle"),
    ("import multiprocessing\n\n\ndef main():\n    def work(n):\n        return n\n    with multiprocessing.get_context('spawn').Pool(1) as pool:\n        pool.map(work, [1])\n\n\nif __name__ == '__main__':\n    main()\n", "local object"),
    ("import pickle, threading\npickle.dumps(threading.Lock())\n", "pickle '_thread.lock' object"),
    ("import pickle\npickle.dumps(open('main.py'))\n", "pickle '_io.TextIOWrapper'"),
    ("import pickle\npickle.dumps(n for n in [1])\n", "pickle 'generator' object"),
    ("import pickle, math\npickle.dumps(math)\n", "pickle 'module' object"),
    ("import copy, socket\ncopy.deepcopy(socket.socket())\n", "pickle 'socket' object"),
    ("import pickle\n\n\ndef load():\n    return 1\n\n\nsaved = load\n\n\ndef load():\n    return 2\n\n\npickle.dumps(saved)\n", "it's not the same object as __main__.load"),
    ("import sqlite3, pickle\npickle.dumps(sqlite3.connect(':memory:'))\n", "pickle 'sqlite3.Connection' object"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
