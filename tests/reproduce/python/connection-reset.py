"""Talk to a server that closes the connection without an answer."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from python_cases import main

CASES = [
    ("import socket, struct, threading, http.client\nserver = socket.create_server(('127.0.0.1', 0))\n\n\ndef serve():\n    peer, _ = server.accept()\n    peer.recv(10)\n    peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))\n    peer.close()\n\n\nthreading.Thread(target=serve).start()\nclient = http.client.HTTPConnection(*server.getsockname())\nclient.request('GET', '/' + 'a' * 100)\nclient.getresponse()\n", "ConnectionResetError: [Errno 104] Connection reset by peer"),
    ("import socket, threading, http.client\nserver = socket.create_server(('127.0.0.1', 0))\n\n\ndef serve():\n    peer, _ = server.accept()\n    peer.recv(65536)\n    peer.close()\n\n\nthreading.Thread(target=serve).start()\nclient = http.client.HTTPConnection(*server.getsockname())\nclient.request('GET', '/')\nclient.getresponse()\n", "Remote end closed connection without response"),
]


if __name__ == "__main__":
    sys.exit(main(CASES))
