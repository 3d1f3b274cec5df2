# needs: python
"""Connects to a port of the loopback address that was free a moment ago."""
import asyncio
import socket
import subprocess
import sys
import traceback

with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]

caught = 0
try:
    socket.create_connection(("127.0.0.1", port))
except ConnectionRefusedError:
    traceback.print_exc(file=sys.stdout)
    caught += 1
try:
    asyncio.run(asyncio.open_connection("127.0.0.1", port))
except ConnectionRefusedError as error:
    print(f"{type(error).__name__}: {error}")
    caught += 1
shell = subprocess.run(
    ["bash", "-c", f": </dev/tcp/127.0.0.1/{port}"], capture_output=True, text=True, env={"LC_ALL": "C"}
)
print(shell.stderr, end="")
caught += "Connection refused" in shell.stderr
sys.exit(0 if caught == 3 else 1)
