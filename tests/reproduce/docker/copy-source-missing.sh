# needs: apt:docker.io apt:busybox-static
# Builds with COPY of what is not in the context, with both builders.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
mkdir "$tmp/context"
cd "$tmp/context" || exit 2
build() {
  printf 'FROM app:1\n%s\n' "$1" >Dockerfile
  for kit in 0 1; do
    DOCKER_BUILDKIT=$kit docker build .
  done
}
{
  build 'COPY package.json /app/'
  build 'COPY ../secret /app/'
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'COPY failed: file not found in build context or excluded by .dockerignore: stat package.json: file does not exist' "$tmp/out" &&
  grep -qF 'COPY failed: forbidden path outside the build context: ../secret' "$tmp/out" &&
  grep -qE 'failed to (compute cache key|calculate checksum).*"/package.json"' "$tmp/out"
