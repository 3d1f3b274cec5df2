# needs: apt:curl 
# Asks hosts and proxies that have no address.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
export HOME="$tmp" LC_ALL=C
helpers=
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
{
  curl -sS http://api.invalid/
  curl -sS -x http://proxy.invalid:3128 http://api.invalid/
} >out 2>&1
cat out
grep -qF 'curl: (6) Could not resolve host: api.invalid' out && grep -qF 'curl: (5) Could not resolve proxy: proxy.invalid' out
