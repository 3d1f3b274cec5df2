# needs: apt:git
# A server that ends a clone in the middle, and one that takes no large push.
import http.server
import os
import subprocess
import sys
import tempfile
import threading

home = tempfile.mkdtemp()
environment = {
    "PATH": os.environ["PATH"], "HOME": home, "LC_ALL": "C", "GIT_CONFIG_NOSYSTEM": "1", "no_proxy": "127.0.0.1",
    "GIT_TERMINAL_PROMPT": "0",
}


def git(*words):
    done = subprocess.run(["git", *words], cwd=home, env=environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    print(done.stdout)
    return done.stdout


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        path, _, query = self.path.partition("?")
        size = int(self.headers.get("Content-Length") or 0)
        data = self.rfile.read(size)
        if path.endswith("/git-receive-pack"):
            self.send_error(413)
            return
        cgi = {
            **environment, "GIT_PROJECT_ROOT": home, "GIT_HTTP_EXPORT_ALL": "1", "PATH_INFO": path, "QUERY_STRING": query,
            "REQUEST_METHOD": self.command, "CONTENT_TYPE": self.headers.get("Content-Type", ""), "REMOTE_USER": "dev",
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }
        answer = subprocess.run(["git", "http-backend"], input=data, env=cgi, stdout=subprocess.PIPE).stdout
        head, _, body = answer.partition(b"\r\n\r\n")
        self.send_response(200)
        for line in head.decode().splitlines():
            self.send_header(*line.split(": ", 1))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:100_000])

    do_POST = do_GET


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
git("config", "--global", "user.name", "Test")
git("config", "--global", "user.email", "test@example.org")
git("init", "-q", "-b", "main", "work")
with open(f"{home}/work/big", "wb") as file:
    file.write(os.urandom(3_000_000))
git("-C", "work", "add", "big")
git("-C", "work", "commit", "-q", "-m", "one")
git("clone", "-q", "--bare", "work", "app.git")
git("-C", "app.git", "config", "http.receivepack", "true")
address = f"http://127.0.0.1:{server.server_port}/app.git"
seen = git("clone", address, "copy")
git("-C", "work", "commit", "-q", "--allow-empty", "-m", "two")
seen += git("-C", "work", "push", address, "main")
expected = [
    "error: RPC failed; curl 18 ", "fetch-pack: unexpected disconnect while reading sideband packet", "fatal: early EOF",
    "error: RPC failed; HTTP 413 ", "fatal: the remote end hung up unexpectedly",
]
sys.exit(not all(text in seen for text in expected))
