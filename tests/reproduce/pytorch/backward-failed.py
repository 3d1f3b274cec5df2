# needs: pip:torch==2.13.0
"""Ask for gradients that cannot be had."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import torch\nx = torch.ones(2)\n(x * 2).sum().backward()\n", "element 0 of tensors does not require grad and does not have a grad_fn"),
    ("import torch\nx = torch.ones(2, requires_grad=True)\ny = (x * x).sum()\ny.backward()\ny.backward()\n", "Trying to backward through the graph a second time"),
    ("import torch\nx = torch.ones(2, requires_grad=True)\ny = x.sigmoid()\ny += 1\ny.sum().backward()\n", "has been modified by an inplace operation"),
    ("import torch\nx = torch.ones(2, requires_grad=True)\nx += 1\n", "a leaf Variable that requires grad is being used in an in-place operation"),
    ("import torch\nx = torch.ones(2, requires_grad=True)\n(x * 2).backward()\n", "grad can be implicitly created only for scalar outputs"),
    ("import torch\nx = torch.ones(2, requires_grad=True)\nprint(x.numpy())\n", "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."),
]
sys.exit(check(CASES))
