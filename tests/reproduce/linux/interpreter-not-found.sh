# needs: apt:bash
# Runs scripts whose interpreter is not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
printf '#!/usr/bin/no-such-shell\necho hi\n' >deploy.sh
printf '#!/usr/bin/env no-such-shell\necho hi\n' >tool.sh
chmod +x deploy.sh tool.sh
{
  bash -c ./deploy.sh
  bash -c ./tool.sh
} >out 2>&1
cat out
grep -qE '(cannot execute: required file not found|bad interpreter: No such file or directory)' out &&
  grep -qE "env: '?no-such-shell'?: No such file or directory" out
