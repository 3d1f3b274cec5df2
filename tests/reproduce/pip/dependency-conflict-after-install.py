# needs: pip:setuptools
"""Install a version that an installed package does not take."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"site/acme-1.0.dist-info/METADATA": "Metadata-Version: 2.1\nName: acme\nVersion: 1.0\nRequires-Dist: six<1.16\n", "site/acme-1.0.dist-info/RECORD": "", "main.py": "import os, subprocess, sys\nrun = [sys.executable, '-m', 'venv', 'v']\nsubprocess.run(run, check=True)\nsys.exit(subprocess.run(['v/bin/python', '-m', 'pip', 'install', 'six==1.16.0'], env={**os.environ, 'PYTHONPATH': 'site'}).returncode)\n"}, ["main.py"], "pip's dependency resolver does not currently take into account"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
