# needs: apt:bash
# Runs a script without the mode for it, and one on a file system mounted with noexec; needs root.
set -u
tmp=$(mktemp -d) || exit 2
trap 'umount "$tmp/mount" 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
printf '#!/bin/sh\necho hi\n' >deploy.sh
mkdir mount
mount -t tmpfs -o noexec tmpfs mount
cp deploy.sh mount/
chmod +x mount/deploy.sh
{
  bash -c ./deploy.sh
  sh -c ./deploy.sh
  cd mount && bash -c ./deploy.sh
} >"$tmp/out" 2>&1
cat "$tmp/out"
[ "$(grep -cE '(bash: line 1|sh: 1): ./deploy.sh: Permission denied' "$tmp/out")" = 3 ]
