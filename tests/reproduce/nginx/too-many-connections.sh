# needs: apt:nginx apt:curl
# Opens more connections than a worker may have.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
upstream "$((port + 1))" 'time.sleep(20)'
serve "events { worker_connections 10; } http { access_log off; server { listen 127.0.0.1:$port; location / { proxy_pass http://127.0.0.1:$((port + 1)); } } }"
for _ in $(seq 12); do
  curl -s -m 3 -o /dev/null --noproxy '*' "http://127.0.0.1:$port/" &
  helpers="$helpers $!"
done
sleep 2
cat "$tmp/error.log"
grep -qF '10 worker_connections are not enough' "$tmp/error.log"
