"""Install with hashes that do not fit."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"req.txt": "six==1.16.0 --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000\n"}, ["-m", "pip", "install", "--target", "out", "-r", "req.txt"], "DO NOT MATCH THE HASHES"),
    ({"req.txt": "six==1.16.0 --hash=sha256:8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254\npackaging\n"}, ["-m", "pip", "install", "--target", "out", "-r", "req.txt"], "all requirements must have their versions pinned with =="),
    ({"req.txt": "six==1.16.0 --hash=sha256:8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254\npackaging==24.0\n"}, ["-m", "pip", "install", "--target", "out", "-r", "req.txt"], "Hashes are required in --require-hashes mode"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
