# needs: docker-cli
# Asks for a daemon at endpoints where none is; starts none.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" LC_ALL=C
unset DOCKER_CONTEXT DOCKER_TLS_VERIFY
{
  DOCKER_HOST="unix://$tmp/docker.sock" docker ps
  DOCKER_HOST=tcp://127.0.0.1:1 docker ps
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qE "(Cannot connect to the Docker daemon|failed to connect to the docker API) at unix://$tmp/docker.sock" "$tmp/out"
