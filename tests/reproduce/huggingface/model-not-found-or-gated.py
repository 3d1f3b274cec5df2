# needs: pip:transformers
"""Ask a local server that answers as the Hugging Face hub does."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import check

import tempfile
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer


class Hub(BaseHTTPRequestHandler):
    def do_HEAD(self):
        if "gated" in self.path:
            self.send_response(401 if "Authorization" not in self.headers else 403)
            self.send_header("X-Error-Code", "GatedRepo")
            self.send_header("X-Error-Message", "Access to model acme/gated is restricted. You must have access to it and be authenticated to access it. Please log in.")
        elif "private" in self.path:
            self.send_response(401)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("X-Error-Message", "Repository not found")
        elif "empty" in self.path:
            self.send_response(404)
            self.send_header("X-Error-Code", "EntryNotFound")
            self.send_header("X-Error-Message", "Entry not found")
        else:
            self.send_response(401)
            self.send_header("X-Error-Message", "Invalid username or password.")
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD

    def log_message(self, *_):
        pass


hub = HTTPServer(("127.0.0.1", 0), Hub)
threading.Thread(target=hub.serve_forever, daemon=True).start()
LOAD = "from transformers import AutoConfig, AutoModel, AutoTokenizer\n"
CASES = [
    (LOAD + "AutoTokenizer.from_pretrained('acme/private-model')\n", "is not a local folder and is not a valid model identifier listed on"),
    (LOAD + "AutoModel.from_pretrained('acme/gated')\n", "You are trying to access a gated repo."),
    (LOAD + "AutoConfig.from_pretrained('acme/empty')\n", ""),
    ("from huggingface_hub import hf_hub_download\nhf_hub_download('acme/private-model', 'config.json')\n", "Repository Not Found for url"),
    ("from huggingface_hub import hf_hub_download\nhf_hub_download('acme/gated', 'config.json')\n", "Cannot access gated repo for url"),
    ("from huggingface_hub import hf_hub_download\nhf_hub_download('acme/other', 'config.json')\n", "Invalid username or password."),
    ("from huggingface_hub import hf_hub_download\nhf_hub_download('acme/empty', 'config.json')\n", "Entry Not Found for url"),
]
sys.exit(check(CASES, environ={"HF_ENDPOINT": f"http://127.0.0.1:{hub.server_port}", "HF_TOKEN": "hf_not_a_real_token", "NO_PROXY": "*", "HF_HOME": tempfile.mkdtemp()}))
