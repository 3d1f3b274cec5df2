# needs: pip:gunicorn
"""A request that takes longer than the timeout."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from snippets import expect, free_port

import subprocess
import tempfile
import time
import urllib.error
import urllib.request

port = free_port()
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "main.py").write_text("import time\n\n\ndef app(environ, start_response):\n    time.sleep(5)\n")
    command = [sys.executable, "-m", "gunicorn", "--timeout", "1", "--bind", f"127.0.0.1:{port}", "main:app"]
    server = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    time.sleep(2)
    try:
        urllib.request.build_opener(urllib.request.ProxyHandler({})).open(f"http://127.0.0.1:{port}/", timeout=10)
    except OSError as error:
        print(error)
    server.terminate()
    out = server.communicate()[0]
sys.exit(expect(out, "[CRITICAL] WORKER TIMEOUT (pid:"))
