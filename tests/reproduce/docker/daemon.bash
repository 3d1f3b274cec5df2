# Sourced by scripts of this folder: starts a Docker daemon of its own in $tmp, and makes the image app:1 of busybox.
# Needs root, and the Debian packages docker.io and busybox-static. Nothing outside of $tmp is used.
export DOCKER_HOST="unix://$tmp/docker.sock" HOME="$tmp" LC_ALL=C
unset DOCKER_CONTEXT
dockerd --data-root "$tmp/data" --exec-root "$tmp/exec" --pidfile "$tmp/pid" --host "$DOCKER_HOST" --iptables=false \
  --ip6tables=false --storage-driver=vfs >"$tmp/daemon.log" 2>&1 &
daemon=$!
stop_daemon() {
  docker ps -aq | xargs -r docker rm -f >/dev/null 2>&1
  kill "$daemon" 2>/dev/null
  wait "$daemon" 2>/dev/null
  rm -rf "$tmp"
}
trap stop_daemon EXIT
for _ in $(seq 60); do
  docker version >/dev/null 2>&1 && break
  sleep 0.5
done
mkdir -p "$tmp/image/bin"
cp "$(command -v busybox)" "$tmp/image/bin/busybox"
for name in sh sleep cat ls true; do
  ln -s busybox "$tmp/image/bin/$name"
done
