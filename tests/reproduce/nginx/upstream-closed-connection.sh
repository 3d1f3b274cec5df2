# needs: apt:nginx apt:curl
# Asks for a page whose upstream hangs up.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
upstream "$((port + 1))" 'c.recv(1000); c.close()'
serve "events {} http { access_log off; server { listen 127.0.0.1:$port; location / { proxy_pass http://127.0.0.1:$((port + 1)); } } }"
fetch "http://127.0.0.1:$port/report"
cat "$tmp/error.log"
grep -qF 'upstream prematurely closed connection while reading response header from upstream' "$tmp/error.log"
