# needs: node
# Listens on a low port without the right to.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'require("http").createServer().listen(80, "127.0.0.1")' >a.js
echo 'require("fs").writeFileSync("locked/file.txt", "x")' >b.js
chmod 755 "$tmp"
mkdir locked
chmod 555 locked
run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups --inh-caps=-all "$@"; else "$@"; fi; }
run node a.js >out 2>&1
run node b.js >>out 2>&1
cat out
grep -qF 'listen EACCES: permission denied 127.0.0.1:80' out || [ "$(cat /proc/sys/net/ipv4/ip_unprivileged_port_start)" -le 80 ]
