"""Run pip with a Python that lacks ssl."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import sys\nsys.modules['_ssl'] = None\nimport runpy\nsys.argv = ['pip', '--isolated', '--disable-pip-version-check', 'install', '--retries', '0', '--index-url', 'https://127.0.0.1:9/simple', '--target', 'out', 'acme']\nrunpy.run_module('pip', run_name='__main__')\n", "the ssl module in Python is not available"),
    ("import sys\nsys.modules['_ssl'] = None\nimport ssl\n", "_ssl"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
