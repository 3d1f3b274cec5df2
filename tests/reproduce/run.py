"""`python -m tests.reproduce.run [NAME...]`: make the observed errors again with the real tools.

Each script reproduces the error of the entry with its path, prints it, and exits 0. Its first line may
say what it needs: `# needs: pip:NAME ... apt:NAME ...`. Python packages are installed into one
temporary environment; Debian packages must be there. The last line counts.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
TIMEOUT_S = 600


def needs(script: Path) -> dict[str, list[str]]:
    """What a script needs, by kind."""
    first = script.read_text(encoding="utf-8").splitlines()[0]
    found: dict[str, list[str]] = {"pip": [], "apt": [], "npm": [], "other": []}
    for word in re.findall(r"\S+", first.partition("needs:")[2]):
        kind, colon, name = word.strip(",").partition(":")
        if colon and kind in found:
            found[kind].append(name)
    return found


def missing_debian(names: list[str]) -> list[str]:
    """Which Debian packages are not installed."""
    return [n for n in names if b"install ok" not in _status(n)]


def _status(name: str) -> bytes:
    """The state of a Debian package, or of its versioned names (postgresql-client-15)."""
    pattern = ["-f", "${Status}\\n", f"{name}", f"{name}-[0-9]*"]
    return subprocess.run(["dpkg-query", "-W", *pattern], capture_output=True).stdout


def main() -> int:
    """Run the scripts; the exit status is 1 if one that could run did not reproduce its error."""
    wanted = sys.argv[1:]
    scripts = sorted(p for p in HERE.glob("*/*") if p.suffix in (".py", ".sh"))
    scripts = [p for p in scripts if not wanted or any(w in str(p.relative_to(HERE)) for w in wanted)]
    packages = sorted({name for script in scripts for name in needs(script)["pip"]})
    counts = {"reproduced": 0, "not reproduced": 0, "tool missing": 0}
    with tempfile.TemporaryDirectory(prefix="reproduce-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = str(Path(folder, "bin", "python"))
        if packages:
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=True)
        for script in scripts:
            lacking = missing_debian(needs(script)["apt"])
            verdict = "tool missing" if lacking else run(script, python)
            counts[verdict] += 1
            print(f"{verdict:<15} {script.relative_to(HERE)} {' '.join(lacking)}", flush=True)
    print(", ".join(f"{number} {verdict}" for verdict, number in counts.items()))
    return 1 if counts["not reproduced"] else 0


def run(script: Path, python: str) -> str:
    """Run one script."""
    command = [python, str(script)] if script.suffix == ".py" else ["bash", str(script)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT_S, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        return "not reproduced"
    return "not reproduced" if done.returncode else "reproduced"


if __name__ == "__main__":
    sys.exit(main())
