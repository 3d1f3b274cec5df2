"""Give functions None where a path belongs."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import os\nos.path.join(os.environ.get('ACME_HOME'), 'data')\n", "expected str, bytes or os.PathLike object, not NoneType"),
    ("open(None)\n", "expected str, bytes or os.PathLike object, not NoneType"),
    ("import os\nos.path.join(3, 'a')\n", "expected str, bytes or os.PathLike object, not int"),
    ("import os\nos.listdir(['a'])\n", "not list"),
    ("from pathlib import Path\nPath(None)\n", "NoneType"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
