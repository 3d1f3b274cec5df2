# needs: debian:python3-pip, a system Python that its distribution marked (PEP 668)
"""Ask pip to install into a Python that belongs to the operating system; nothing is changed."""

import shutil
import subprocess
import sys

INTERPRETERS = ("/usr/bin/python3", "/usr/bin/python3.12", "/usr/bin/python3.11")


def run(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True)
    output = done.stdout + done.stderr
    print(output)
    return output


def main() -> int:
    reproduced = False
    for python in INTERPRETERS:
        if shutil.which(python) is None or reproduced:
            continue
        pip = [python, "-m", "pip", "install", "--dry-run", "--no-index", "acme-client"]
        reproduced = "externally-managed-environment" in run(pip)
        if shutil.which("uv"):  # the same refusal, in other words
            run(["uv", "pip", "install", "--python", python, "--dry-run", "acme-client"])
    return 0 if reproduced else 1


if __name__ == "__main__":
    sys.exit(main())
