# needs: apt:nginx apt:curl
# Checks configurations with wrong names, places and braces.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
{
  check "events {} http { server { listen 127.0.0.1:$port; proxy_passs http://127.0.0.1; } }"
  check "stream { }"
  check "events {} server { listen 127.0.0.1:$port; }"
  check "events {} http { server { listen 127.0.0.1:$port; root /srv } }"
  check "events {} http { server { listen 127.0.0.1:$port; "
  check "events {} http { server { listen 127.0.0.1:$port fast; } }"
} >"$tmp/out"
cat "$tmp/out"
grep -qF 'unknown directive "proxy_passs" in ' "$tmp/out" && grep -qF 'unknown directive "stream" in ' "$tmp/out" &&
  grep -qF '"server" directive is not allowed here in ' "$tmp/out" && grep -qF 'unexpected "}" in ' "$tmp/out" &&
  grep -qF 'unexpected end of file, expecting "}" in ' "$tmp/out" && grep -qF 'invalid parameter "fast" in ' "$tmp/out"
