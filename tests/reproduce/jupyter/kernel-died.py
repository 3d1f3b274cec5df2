# needs: pip:nbclient pip:ipykernel
"""Run a cell that ends the kernel."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import nbclient\nimport nbformat\n\nnotebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell('import os; os._exit(1)')])\nnbclient.NotebookClient(notebook, kernel_name='python3').execute()\n", "DeadKernelError: Kernel died"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
