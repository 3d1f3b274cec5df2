# needs: pip:nbclient pip:ipykernel (only for the notebook; without them it is left out)
"""Start an event loop while one runs in the same thread."""

import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CASES = [
    # (files, arguments, what the output must hold)
    (
        {
            "main.py": "import asyncio\n\n\nasync def fetch():\n    return 1\n\n\n"
            "async def main():\n    return asyncio.run(fetch())\n\n\nasyncio.run(main())\n"
        },
        ["main.py"],
        "cannot be called from a running event loop",
    ),
    (
        {
            "main.py": "import asyncio\n\n\nasync def fetch():\n    return 1\n\n\n"
            "async def main():\n    loop = asyncio.get_running_loop()\n"
            "    return loop.run_until_complete(fetch())\n\n\nasyncio.run(main())\n"
        },
        ["main.py"],
        "This event loop is already running",
    ),
    (
        {
            "main.py": "import asyncio\n\n\nasync def fetch():\n    return 1\n\n\n"
            "async def main():\n    loop = asyncio.new_event_loop()\n"
            "    return loop.run_until_complete(fetch())\n\n\nasyncio.run(main())\n"
        },
        ["main.py"],
        "Cannot run the event loop while another loop is running",
    ),
    (
        {
            "main.py": "import asyncio\n\n\nasync def fetch():\n    return 1\n\n\n"
            "async def main():\n    with asyncio.Runner() as runner:\n"
            "        return runner.run(fetch())\n\n\nasyncio.run(main())\n"
        },
        ["main.py"],
        "cannot be called from a running event loop",
    ),
]


def run(files: dict[str, str], arguments: list[str]) -> str:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder, name)
            path.parent.mkdir(exist_ok=True)
            path.write_text(text)
        done = subprocess.run(
            [sys.executable, *arguments], cwd=folder, capture_output=True, text=True
        )
        output = done.stdout + done.stderr
        return output.replace(str(Path(folder).resolve()), "/srv/app")


def run_notebook() -> str:
    """Run one cell as Jupyter does; return what it printed, without colours."""
    import nbclient
    import nbformat

    cell = "import asyncio\n\n\nasync def fetch():\n    return 1\n\n\nasyncio.run(fetch())"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell)])
    try:
        nbclient.NotebookClient(notebook, kernel_name="python3").execute()
    except nbclient.exceptions.CellExecutionError as error:
        return re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    return ""


def main() -> int:
    reproduced = True
    for files, arguments, wanted in CASES:
        output = run(files, arguments)
        print(output)
        reproduced = reproduced and wanted in output
    if importlib.util.find_spec("nbclient") and importlib.util.find_spec("ipykernel"):
        output = run_notebook()
        print(output)
        reproduced = reproduced and "cannot be called from a running event loop" in output
    return 0 if reproduced else 1


if __name__ == "__main__":
    sys.exit(main())
