# needs: pip:setuptools
"""Build C extensions without headers, without a compiler and with errors."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"setup.py": "from setuptools import setup, Extension\nsetup(name='acme-fast', version='1.0', ext_modules=[Extension('acme_fast', ['fast.c'])])\n", "fast.c": "#include <acme/missing.h>\nint x;\n"}, ["setup.py", "build_ext"], "failed"),
    ({"setup.py": "import os\nos.environ['CC'] = '/no-such/gcc'\nfrom setuptools import setup, Extension\nsetup(name='acme-fast', version='1.0', ext_modules=[Extension('acme_fast', ['fast.c'])])\n", "fast.c": "int x;\n"}, ["setup.py", "build_ext"], "failed: No such file or directory"),
    ({"setup.py": "from setuptools import setup, Extension\nsetup(name='acme-fast', version='1.0', ext_modules=[Extension('acme_fast', ['fast.c'])])\n", "fast.c": "int f(void) { return no_such_name; }\n"}, ["setup.py", "build_ext"], "failed"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
