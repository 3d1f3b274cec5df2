# needs: apt:nginx apt:curl
# Asks for a page whose upstream takes too long.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
upstream "$((port + 1))" 'time.sleep(20)'
serve "events {} http { access_log off; proxy_read_timeout 1s; server { listen 127.0.0.1:$port; location / { proxy_pass http://127.0.0.1:$((port + 1)); } } }"
fetch "http://127.0.0.1:$port/report"
cat "$tmp/error.log"
grep -qF 'upstream timed out (110: Connection timed out) while reading response header from upstream' "$tmp/error.log"
