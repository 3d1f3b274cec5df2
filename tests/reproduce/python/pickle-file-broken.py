"""Read files that are no complete pickles."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import pickle\nopen('a.pkl', 'wb').close()\npickle.load(open('a.pkl', 'rb'))\n", "EOFError: Ran out of input"),
    ("import pickle\nopen('a.pkl', 'w').write('<html>')\npickle.load(open('a.pkl', 'rb'))\n", "UnpicklingError: invalid load key, '<'."),
    ("import pickle\ndata = pickle.dumps(['abc'] * 10)\npickle.loads(data[:-5])\n", "pickle data was truncated"),
    ("import pickle\nopen('a.pkl', 'wb').write(b'version https://git-lfs')\npickle.load(open('a.pkl', 'rb'))\n", "invalid load key, 'v'."),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
