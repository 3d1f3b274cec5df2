# needs: pip:uv
"""Install with uv where there is no environment."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({}, ["-c", "import os, sys, shutil\nuv = sys.prefix + '/bin/uv'\nos.execve(uv, [uv, 'pip', 'install', 'six'], {'PATH': '/usr/bin:/bin', 'HOME': os.getcwd()})"], "No virtual environment found"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
