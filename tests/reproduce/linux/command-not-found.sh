# needs: apt:bash
# Calls a command that is not there, by bash, sh and a script.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
printf '#!/bin/bash\nfoobar\n' >"$tmp/deploy.sh"
chmod +x "$tmp/deploy.sh"
{
  bash -c 'foobar'
  sh -c 'foobar'
  sh -c 'source x'
  "$tmp/deploy.sh"
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'bash: line 1: foobar: command not found' "$tmp/out" && grep -qF 'sh: 1: foobar: not found' "$tmp/out" &&
  grep -qF 'deploy.sh: line 2: foobar: command not found' "$tmp/out"
