# needs: pip:transformers
"""Load a model where the hub cannot be reached."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

import tempfile

CASES = [
    ("from transformers import AutoTokenizer\nAutoTokenizer.from_pretrained('acme/model')\n", "We couldn't connect to 'http://127.0.0.1:9' to load the files, and couldn't find them in the cached files."),
    ("from huggingface_hub import hf_hub_download\nhf_hub_download('acme/model', 'config.json')\n", "find the requested files in the local cache"),
]
good = check(CASES, environ={"HF_ENDPOINT": "http://127.0.0.1:9", "NO_PROXY": "*", "HF_HOME": tempfile.mkdtemp()})
offline = [
    ("from huggingface_hub import hf_hub_download\nhf_hub_download('acme/model', 'config.json', local_files_only=True)\n", "outgoing traffic has been disabled"), ("from transformers import AutoConfig\nAutoConfig.from_pretrained('acme/model')\n", "We couldn't connect to"),
    ("from transformers import AutoTokenizer\nAutoTokenizer.from_pretrained('acme/model')\n", "We couldn't connect to"),
]
sys.exit(good + check(offline, environ={"HF_HUB_OFFLINE": "1", "HF_HOME": tempfile.mkdtemp()}))
