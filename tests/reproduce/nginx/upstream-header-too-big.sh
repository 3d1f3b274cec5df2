# needs: apt:nginx apt:curl
# Asks for a page whose upstream sends a large cookie.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
upstream "$((port + 1))" 'c.recv(1000); c.sendall(b"HTTP/1.1 200 OK\r\nSet-Cookie: " + b"x" * 20000 + b"\r\n\r\n"); c.close()'
serve "events {} http { access_log off; server { listen 127.0.0.1:$port; location / { proxy_pass http://127.0.0.1:$((port + 1)); } } }"
fetch "http://127.0.0.1:$port/login"
cat "$tmp/error.log"
grep -qF 'upstream sent too big header while reading response header from upstream' "$tmp/error.log"
