# needs: apt:docker.io apt:busybox-static
# A registry of our own that denies access.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
. "$(dirname "$0")/registry.bash"
docker pull "$registry/team/private:1" >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "pull access denied for $registry/team/private, repository does not exist or may require 'docker login'" "$tmp/out"
