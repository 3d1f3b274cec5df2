# needs: pip:torch==2.13.0
"""Mix tensors of two devices; the device meta stands for the graphics card."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import torch\nprint(torch.ones(2, device='meta') + torch.ones(2))\n", "is not on the expected device"),
    ("import torch\nprint(torch.nn.Linear(2, 2, device='meta')(torch.ones(1, 2)))\n", "is not on the expected device"),
    ("import torch\nprint(torch.cat([torch.ones(2, device='meta'), torch.ones(2)]))\n", "is not on the expected device"),
]
sys.exit(check(CASES))
