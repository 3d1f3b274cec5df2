# needs: pip:setuptools
"""Build packages with C code that cannot be compiled."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    (
        {
            "acme/setup.py": "from setuptools import setup, Extension\nsetup(name='acme-fast', version='1.0', ext_modules=[Extension('acme_fast', ['fast.c'])])\n",
            "acme/fast.c": "#include <acme/missing.h>\nint x;\n",
        },
        ["-m", "pip", "install", "--target", "out", "./acme"],
        "missing.h: No such file or directory",
    ),
    (
        {
            "acme/setup.py": "import os\nos.environ['CC'] = 'no-such-gcc'\nfrom setuptools import setup, Extension\nsetup(name='acme-fast', version='1.0', ext_modules=[Extension('acme_fast', ['fast.c'])])\n",
            "acme/fast.c": "int x;\n",
        },
        ["-m", "pip", "install", "--target", "out", "./acme"],
        "'no-such-gcc'",
    ),
    (
        {
            "acme/setup.py": "from setuptools import setup, Extension\nsetup(name='acme-fast', version='1.0', ext_modules=[Extension('acme_fast', ['fast.c'])])\n",
            "acme/fast.c": "int f(void) { return no_such_name; }\n",
        },
        ["-m", "pip", "install", "--target", "out", "./acme"],
        "wheel",
    ),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
