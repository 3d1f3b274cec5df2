# needs: pip:uv
"""Ask uv for versions that do not exist or exclude each other."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ({"pyproject.toml": "[project]\nname='acme'\nversion='1'\nrequires-python='>=3.9'\ndependencies=['six==99']\n"}, ["-m", "uv", "lock"], "No solution found when resolving dependencies"),
    ({"req.txt": "six<1.16\nsix>=1.16\n"}, ["-m", "uv", "pip", "install", "--target", "out", "-r", "req.txt"], "No solution found when resolving dependencies"),
    ({"pyproject.toml": "[project]\nname='acme'\nversion='1'\nrequires-python='>=3.9'\ndependencies=['acme-no-such-package-x']\n"}, ["-m", "uv", "lock"], "was not found in the package registry"),
    ({"pyproject.toml": "[project]\nname='acme'\nversion='1'\nrequires-python='>=3.7'\ndependencies=['numpy>=2']\n"}, ["-m", "uv", "lock"], "No solution found when resolving dependencies"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
