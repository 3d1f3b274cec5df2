# needs: pip:torch==2.13.0
"""Give layers input of another size."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import torch\nlayer = torch.nn.Linear(128, 10)\nprint(layer(torch.ones(32, 64)))\n", "mat1 and mat2 shapes cannot be multiplied (32x64 and 128x10)"),
    ("import torch\nnet = torch.nn.Sequential(torch.nn.Conv2d(3, 8, 3), torch.nn.Flatten(), torch.nn.Linear(512, 10))\nprint(net(torch.ones(2, 3, 28, 28)))\n", "mat1 and mat2 shapes cannot be multiplied"),
    ("import torch\nprint(torch.ones(3) + torch.ones(4))\n", "The size of tensor a (3) must match the size of tensor b (4)"),
    ("import torch\nprint(torch.nn.Conv2d(3, 8, 3)(torch.ones(2, 1, 28, 28)))\n", "expected input[2, 1, 28, 28] to have 3 channels, but got 1 channels instead"),
    ("import torch\nprint(torch.stack([torch.ones(2), torch.ones(3)]))\n", "stack expects each tensor to be equal size"),
]
sys.exit(check(CASES))
