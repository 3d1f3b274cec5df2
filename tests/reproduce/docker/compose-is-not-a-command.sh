# needs: docker-cli
# Asks for Compose where neither the plugin nor the old program is.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" LC_ALL=C
{
  docker compose version
  docker compose -f compose.prod.yaml up -d
  bash -c 'docker-compose up -d'
  sh -c 'docker-compose up -d'
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qE "unknown command: docker compose|'compose' is not a docker command" "$tmp/out" &&
  grep -qF 'docker-compose: command not found' "$tmp/out"
