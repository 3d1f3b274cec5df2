# Sourced by scripts of this folder: a small API server on loopback that knows pods only, and answers as its first path word says.
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
export HOME="$tmp" LC_ALL=C NO_PROXY='*'
unset KUBECONFIG
cd "$tmp" || exit 2
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=kubernetes -addext subjectAltName=DNS:kubernetes,IP:127.0.0.1 2>/dev/null
python3 - "$tmp" <<'P' &
import http.server, json, ssl, sys
def status(code, reason, message):
    return code, {"kind": "Status", "apiVersion": "v1", "metadata": {}, "status": "Failure", "message": message, "reason": reason, "code": code}
def answer(mode, path):
    path = path.split("?")[0]
    if mode == "unauthorized":
        return status(401, "Unauthorized", "Unauthorized")
    known = {
        "/version": {"major": "1", "minor": "32", "gitVersion": "v1.32.4"},
        "/api": {"kind": "APIVersions", "versions": ["v1"]},
        "/apis": {"kind": "APIGroupList", "apiVersion": "v1", "groups": []},
        "/api/v1": {"kind": "APIResourceList", "groupVersion": "v1", "resources": [
            {"name": "pods", "singularName": "pod", "namespaced": True, "kind": "Pod", "verbs": ["get", "list", "create"]}]},
    }
    if path in known:
        return 200, known[path]
    return status(403, "Forbidden", 'pods is forbidden: User "dev" cannot list resource "pods" in API group "" in the namespace "default"')
class Api(http.server.BaseHTTPRequestHandler):
    def log_message(self, *args):
        pass
    def do_GET(self):
        _, mode, path = self.path.split("/", 2)
        code, body = answer(mode, "/" + path)
        data = json.dumps(body).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
    do_POST = do_GET
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Api)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(sys.argv[1] + "/cert.pem", sys.argv[1] + "/key.pem")
server.socket = context.wrap_socket(server.socket, server_side=True)
with open(sys.argv[1] + "/port", "w") as file:
    file.write(str(server.server_port))
server.serve_forever()
P
helpers=$!
sleep 1
port=$(cat port)
kube() { # mode, arguments
  mode=$1
  shift
  kubectl --server "https://127.0.0.1:$port/$mode" --token x --insecure-skip-tls-verify "$@"
}
