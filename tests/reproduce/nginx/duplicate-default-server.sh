# needs: apt:nginx apt:curl
# Checks a configuration with two default servers for one port.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
check "events {} http { server { listen 127.0.0.1:$port default_server; } server { listen 127.0.0.1:$port default_server; } }" >"$tmp/out"
cat "$tmp/out"
grep -qF "a duplicate default server for 127.0.0.1:$port in " "$tmp/out"
