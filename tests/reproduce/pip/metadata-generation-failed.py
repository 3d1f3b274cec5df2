# needs: pip:setuptools
"""Install packages whose setup.py fails."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"acme/setup.py": "raise SystemExit('stop')\n"}, ["-m", "pip", "install", "--target", "out", "./acme"], "did not run successfully"),
    ({"acme/setup.py": "import acme_build_helper\n"}, ["-m", "pip", "install", "--target", "out", "./acme"], "No module named 'acme_build_helper'"),
    ({"acme/setup.py": "from setuptools import setup\nsetup(name='acme', version=open('VERSION').read())\n"}, ["-m", "pip", "install", "--target", "out", "./acme"], "'VERSION'"),
    ({"acme/setup.py": "print 'x'\n"}, ["-m", "pip", "install", "--target", "out", "./acme"], "Missing parentheses"),
    ({"acme/setup.py": "raise SystemExit('stop')\n"}, ["-m", "pip", "install", "--no-build-isolation", "--target", "out", "./acme"], "metadata-generation-failed"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
