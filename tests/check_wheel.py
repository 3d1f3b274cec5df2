"""`python tests/check_wheel.py WHEEL SDIST`: both hold exactly the knowledge base of the tree, and its type marker."""

import sys
import tarfile
import zipfile
from pathlib import Path

TREE = Path(__file__).parent.parent


def wheel_files(path: str) -> dict[str, bytes]:
    """The knowledge base inside a wheel, by path below `kb`."""
    with zipfile.ZipFile(path) as wheel:
        names = wheel.namelist()
        assert "matcher/py.typed" in names, "py.typed is missing in the wheel"
        inside = "matcher/_kb/"
        return {n.removeprefix(inside): wheel.read(n) for n in names if n.startswith(inside)}


def sdist_files(path: str) -> dict[str, bytes]:
    """The knowledge base inside an sdist, by path below `kb`."""
    found = {}
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            _, _, name = member.name.partition("/kb/")
            if name and member.isfile() and member.name.split("/")[1] == "kb":
                found[name] = archive.extractfile(member).read()
    return found


def main() -> None:
    """Compare; the exit status is 1 with a reason if anything differs."""
    kb = TREE / "kb"
    tree = {str(p.relative_to(kb)): p.read_bytes() for p in kb.rglob("*") if p.is_file()}
    wheel, sdist = sys.argv[1:3]
    for name, held in ((wheel, wheel_files(wheel)), (sdist, sdist_files(sdist))):
        assert held == tree, f"{name}: differs in {sorted(set(held) ^ set(tree)) or 'content'}"
    print(f"{len(tree)} files of the knowledge base are in the wheel and the sdist")


if __name__ == "__main__":
    main()
