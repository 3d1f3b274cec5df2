# needs: apt:git
# A server that has no such repository, and a path without one.
import http.server
import os
import subprocess
import sys
import tempfile
import threading


ANSWER = (404, {"Content-Type": "text/plain"}, b"Repository not found.\n")


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        status, headers, body = ANSWER
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
home = tempfile.mkdtemp()
environment = {
    "PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "no_proxy": "127.0.0.1",
    "GIT_TERMINAL_PROMPT": "0",
}


def git(*words, **more):
    done = subprocess.run(["git", *words], cwd=home, env={**environment, **more}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True)
    print(done.stdout)
    return done.stdout


here = f"127.0.0.1:{server.server_port}"
seen = git("clone", f"http://{here}/acme/app.git", "a")
seen += git("clone", "/srv/no-such-place/app.git", "a")
seen += git("init", "-q", "b") + git("-C", "b", "fetch", "origin")
expected = [
    "remote: Repository not found.", f"fatal: repository 'http://{here}/acme/app.git/' not found",
    "fatal: repository '/srv/no-such-place/app.git' does not exist", "fatal: 'origin' does not appear to be a git repository",
]
sys.exit(not all(text in seen for text in expected))
