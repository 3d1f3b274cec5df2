# needs: apt:openssh-client apt:iproute2
# Connects to an address that answers nothing, in a network of its own; needs root.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unshare --net sh -c '
  ip link add v0 type veth peer name v1 && ip link set v0 up && ip link set v1 up && ip address add 192.0.2.1/24 dev v0
  ip neighbour add 192.0.2.10 lladdr 02:00:00:00:00:01 dev v0
  ssh -F /dev/null -o BatchMode=yes -o ConnectTimeout=2 192.0.2.10 true
' >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'ssh: connect to host 192.0.2.10 port 22: Connection timed out' "$tmp/out"
