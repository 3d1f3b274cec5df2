# needs: pip:torch==2.13.0
"""Load a whole pickled model."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import torch\nclass Net(torch.nn.Linear):\n    pass\ntorch.save(Net(2, 2), 'model.pt')\ntorch.load('model.pt')\n", "Weights only load failed"),
    ("import numpy as np, torch\ntorch.save({'loss': np.float64(3)}, 'model.pt')\ntorch.load('model.pt')\n", "Weights only load failed"),
    ("import torch\nopen('model.pt', 'w').write('version https://git-lfs.github.com/spec/v1')\ntorch.load('model.pt')\n", "Unsupported operand"),
    ("import torch\nopen('model.pt', 'w').write('<!DOCTYPE html>')\ntorch.load('model.pt')\n", "Unsupported operand"),
]
sys.exit(check(CASES))
