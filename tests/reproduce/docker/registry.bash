# Sourced after daemon.bash: starts a registry on loopback that only has errors to give, and puts its address into $registry.
python3 - "$tmp/registry" <<'P' &
import http.server, json, sys
ERRORS = {
    "private": (403, {"code": "DENIED", "message": "requested access to the resource is denied"}),
    "limited": (429, {"code": "TOOMANYREQUESTS", "message": "You have reached your pull rate limit. You may increase the limit by "
                      "authenticating and upgrading: https://www.docker.com/increase-rate-limit"}),
    "app": (404, {"code": "MANIFEST_UNKNOWN", "message": "manifest unknown"}),
}
LIST = "application/vnd.docker.distribution.manifest.list.v2+json"
ARM = {"schemaVersion": 2, "mediaType": LIST, "manifests": [{
    "mediaType": "application/vnd.docker.distribution.manifest.v2+json", "size": 500, "digest": "sha256:" + "a" * 64,
    "platform": {"architecture": "arm64", "os": "linux"}}]}
class Registry(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass
    def do_GET(self):
        name = self.path.strip("/").split("/")[2:3]
        status, kind, answer = 200, "application/json", {}
        if name == ["armonly"]:
            kind, answer = LIST, ARM
        elif name:
            status, error = ERRORS[name[0]]
            answer = {"errors": [{**error, "detail": {"name": name[0]}}]}
        body = json.dumps(answer).encode()
        self.send_response(status)
        for pair in ("Content-Type", kind), ("Content-Length", str(len(body))), ("Docker-Distribution-Api-Version", "registry/2.0"):
            self.send_header(*pair)
        self.end_headers()
        self.wfile.write(body if self.command == "GET" else b"")
    do_HEAD = do_GET
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Registry)
with open(sys.argv[1], "w") as file:
    file.write(f"localhost:{server.server_port}")
server.serve_forever()
P
registry_pid=$!
trap 'kill "$registry_pid"; stop_daemon' EXIT
sleep 1
registry=$(cat "$tmp/registry")
