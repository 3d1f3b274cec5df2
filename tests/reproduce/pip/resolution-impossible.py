# needs: pip:setuptools
"""Install packages that want different versions of a third one."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    (
        {
            "a/pyproject.toml": "[project]\nname='acme-a'\nversion='1'\ndependencies=['six<1.16']\n[tool.setuptools]\npy-modules=[]\n",
            "b/pyproject.toml": "[project]\nname='acme-b'\nversion='1'\ndependencies=['six>=1.16']\n[tool.setuptools]\npy-modules=[]\n",
        },
        ["-m", "pip", "install", "--target", "out", "./a", "./b"],
        "ResolutionImpossible",
    ),
    ({"req.txt": "six<1.16\nsix>=1.16\n"}, ["-m", "pip", "install", "--target", "out", "-r", "req.txt"], "ResolutionImpossible"),
    ({"req.txt": "six==1.15.0\nsix==1.16.0\n"}, ["-m", "pip", "install", "--target", "out", "-r", "req.txt"], "six"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
