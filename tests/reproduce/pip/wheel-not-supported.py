"""Install a wheel of another platform."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"acme-1.0-cp27-cp27m-win_amd64.whl": ""}, ["-m", "pip", "install", "./acme-1.0-cp27-cp27m-win_amd64.whl"], "is not a supported wheel on this platform"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
