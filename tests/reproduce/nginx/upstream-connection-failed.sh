# needs: apt:nginx apt:curl
# Asks for pages whose upstream does not listen or has no socket file.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
serve "events {} http { access_log off; server { listen 127.0.0.1:$port;
  location /tcp { proxy_pass http://127.0.0.1:1; } location /socket { fastcgi_pass unix:$tmp/php.sock; } } }"
fetch "http://127.0.0.1:$port/tcp"
fetch "http://127.0.0.1:$port/socket"
cat "$tmp/error.log"
grep -qF 'connect() failed (111: Connection refused) while connecting to upstream' "$tmp/error.log" &&
  grep -qF "connect() to unix:$tmp/php.sock failed (2: No such file or directory) while connecting to upstream" "$tmp/error.log"
