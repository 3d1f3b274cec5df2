# needs: apt:nginx apt:curl
# Sends more than client_max_body_size.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
serve "events {} http { access_log off; client_max_body_size 1k; server { listen 127.0.0.1:$port; location / { proxy_pass http://127.0.0.1:1; } } }"
head -c 5000 /dev/zero | curl -s --noproxy '*' --data-binary @- "http://127.0.0.1:$port/upload" | tee "$tmp/answer"
cat "$tmp/error.log"
grep -qF 'client intended to send too large body: 5000 bytes' "$tmp/error.log" && grep -qF '413 Request Entity Too Large' "$tmp/answer"
