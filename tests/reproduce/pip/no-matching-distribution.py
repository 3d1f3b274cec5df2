# needs: pip:pip>=23.0
"""Ask pip for what a small local index, made here, does not have. No network is used."""

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

CASES = [
    # (arguments, what the output must hold)
    (["acme-nothere"], "(from versions: none)"),
    (["acmelib==9.9"], "(from versions: 1.0, 2.0rc1)"),
    (["acmelib>=1.5"], "acmelib"),  # newer pip takes the pre-release, older refuses
    (["acmebin"], "(from versions: none)"),
    (["--only-binary", ":all:", "acmesource"], "(from versions: none)"),
    (["acmenew"], "require a different python version"),
    (["acmeyank>=3"], "No matching distribution found"),
    (["json"], "No matching distribution found for json"),
]
UNREACHABLE = ["--index-url", "http://127.0.0.1:9/simple", "--retries", "1", "--timeout", "2"]
LINKS = """
<a href="acmenew-3.0-py3-none-any.whl" data-requires-python="&gt;=4.0">acmenew-3.0</a>
<a href="acmeyank-3.0-py3-none-any.whl" data-yanked="broken">acmeyank-3.0</a>
"""


def write_wheel(folder: Path, name: str, version: str, tag: str = "py3-none-any") -> None:
    info = f"{name}-{version}.dist-info"
    with zipfile.ZipFile(folder / f"{name}-{version}-{tag}.whl", "w") as wheel:
        wheel.writestr(f"{name}.py", "")
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        )
        wheel.writestr(
            f"{info}/WHEEL",
            f"Wheel-Version: 1.0\nGenerator: x\nRoot-Is-Purelib: true\nTag: {tag}\n",
        )
        wheel.writestr(f"{info}/RECORD", "")


def pip(arguments: list[str], folder: Path) -> str:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    clean |= {"PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    command = [sys.executable, "-m", "pip", "download", "--no-deps", "-d", "out", *arguments]
    done = subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True)
    output = done.stdout + done.stderr
    print(output)
    return output


def main() -> int:
    reproduced = True
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_wheel(folder, "acmelib", "1.0")
        write_wheel(folder, "acmelib", "2.0rc1")
        write_wheel(folder, "acmebin", "1.0", tag="cp27-cp27m-win32")
        (folder / "acmesource-1.0.tar.gz").write_bytes(b"")
        (folder / "links.html").write_text(LINKS)
        local = ["--no-index", "--find-links", ".", "--find-links", "links.html"]
        for arguments, wanted in CASES:
            reproduced = wanted in pip([*local, *arguments], folder) and reproduced
        reproduced = "Retrying" in pip([*UNREACHABLE, "acmelib"], folder) and reproduced
    return 0 if reproduced else 1


if __name__ == "__main__":
    sys.exit(main())
