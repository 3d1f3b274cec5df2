# needs: pip:torch==2.13.0
"""Mix tensors of different types."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import torch\nprint(torch.nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.float64)))\n", "mat1 and mat2 must have the same dtype, but got Double and Float"),
    ("import torch\nprint(torch.nn.CrossEntropyLoss()(torch.ones(2, 3), torch.tensor([0, 1], dtype=torch.int32)))\n", "expected target dtype to be Long or Byte, but got Int"),
    ("import torch\nprint(torch.nn.Linear(2, 2)(torch.ones(1, 2, dtype=torch.long)))\n", "mat1 and mat2 must have the same dtype, but got Long and Float"),
    ("import torch\nprint(torch.ones(2) @ torch.ones(2, dtype=torch.float64))\n", "type"),
    ("import torch\nprint(torch.nn.Embedding(3, 2)(torch.ones(1)))\n", "type"),
    ("import torch\nprint(torch.nn.Conv2d(1, 1, 1)(torch.ones(1, 1, 2, 2, dtype=torch.float64)))\n", "type"),
    ("import torch\nprint(torch.nn.BCELoss()(torch.ones(2), torch.ones(2, dtype=torch.long)))\n", "type"),
]
sys.exit(check(CASES))
