# needs: apt:nginx apt:curl
# Checks configurations that name upstreams which do not resolve.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
{
  check "events {} http { server { listen 127.0.0.1:$port; location / { proxy_pass http://api.invalid:8080; } } }"
  check "events {} http { upstream app { server backend.invalid:3000; } }"
} >"$tmp/out"
cat "$tmp/out"
grep -qF 'host not found in upstream "api.invalid" in ' "$tmp/out" && grep -qF 'host not found in upstream "backend.invalid:3000" in ' "$tmp/out"
