# needs: apt:git
# A server that answers as one that knows the user but not its right.
import http.server
import os
import subprocess
import sys
import tempfile
import threading


ANSWER = (403, {"Content-Type": "text/plain"}, b"Permission to acme/app.git denied to dev.\n")


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
sys.exit("remote: Permission to acme/app.git denied to dev.\nfatal: unable to access" not in seen)
