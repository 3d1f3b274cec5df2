# needs: pip:torch==2.13.0
"""Load weights into another network."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

NET = "import torch\nfrom torch import nn\nnet = nn.Sequential(nn.Linear(4, 3))\n"
CASES = [
    (NET + "net.load_state_dict({'module.' + k: v for k, v in net.state_dict().items()})\n", "Missing key(s) in state_dict"),
    (NET + "net.load_state_dict(nn.Sequential(nn.Linear(4, 5)).state_dict())\n", "size mismatch for 0.weight"),
    (NET + "net.load_state_dict({'model': net.state_dict(), 'epoch': 3})\n", "Unexpected key(s) in state_dict"),
]
sys.exit(check(CASES))
