# needs: pip:torch==2.13.0
"""Use CUDA with a build without it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

CASES = [
    ("import torch\nprint(torch.ones(2).cuda())\n", "Torch not compiled with CUDA enabled"),
    ("import torch\nprint(torch.ones(2, device='cuda'))\n", "Torch not compiled with CUDA enabled"),
    ("import io, torch\nbuffer = io.BytesIO()\ntorch.save(torch.ones(2), buffer)\nbuffer.seek(0)\nprint(torch.load(buffer, map_location='cuda'))\n", "Attempting to deserialize object on a CUDA device but torch.cuda.is_available() is False"),
]
sys.exit(check(CASES))
