# needs: apt:docker.io apt:busybox-static
# Builds an image in which a RUN fails, with both builders.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
mkdir "$tmp/context"
cd "$tmp/context" || exit 2
printf 'FROM app:1\nRUN nosuchcommand --install\n' >Dockerfile
for kit in 0 1; do
  DOCKER_BUILDKIT=$kit docker build .
done >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "The command '/bin/sh -c nosuchcommand --install' returned a non-zero code: 127" "$tmp/out" &&
  grep -qE '(executor failed running \[/bin/sh -c nosuchcommand --install\]: exit code: 127|did not complete successfully: exit code: 127)' "$tmp/out"
