# needs: node
# Looks up names that do not exist.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
node -e 'require("http").get("http://api.no-such-host.invalid/")' >out 2>&1
node -e 'fetch("http://no-such-host.invalid/").catch(e => { console.error(e) })' >>out 2>&1
node -e 'require("http").get({host: "http://example.invalid/"})' >>out 2>&1
cat out
grep -qE 'getaddrinfo (ENOTFOUND|EAI_AGAIN)' out
