"""Uninstall what has no list of its files."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import pathlib, subprocess, sysconfig, sys\nsubprocess.run([sys.executable, '-m', 'venv', 'v'], check=True)\nsite = next(pathlib.Path('v').glob('lib/*/site-packages'))\n(site / 'acme-1.0.egg-info').write_text('Metadata-Version: 1.0\\nName: acme\\nVersion: 1.0\\n')\nsys.exit(subprocess.run(['v/bin/python', '-m', 'pip', '--disable-pip-version-check', 'uninstall', '-y', 'acme']).returncode)\n", "annot uninstall"),
    ("import pathlib, subprocess, sysconfig, sys\nsubprocess.run([sys.executable, '-m', 'venv', 'v'], check=True)\nsite = next(pathlib.Path('v').glob('lib/*/site-packages'))\n(site / 'acme-1.0.dist-info').mkdir()\n(site / 'acme-1.0.dist-info' / 'METADATA').write_text('Metadata-Version: 2.1\\nName: acme\\nVersion: 1.0\\n')\nsys.exit(subprocess.run(['v/bin/python', '-m', 'pip', '--disable-pip-version-check', 'uninstall', '-y', 'acme']).returncode)\n", "annot uninstall acme"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
