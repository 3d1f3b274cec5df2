# needs: apt:docker.io apt:busybox-static
# Runs commands and scripts that an image does not have, may not run or cannot run.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
printf '#!/bin/bash\necho hi\n' >"$tmp/image/start.sh"
printf '#!/bin/sh\r\necho hi\r\n' >"$tmp/image/windows.sh"
printf '#!/bin/sh\necho hi\n' >"$tmp/image/plain.sh"
chmod +x "$tmp/image/start.sh" "$tmp/image/windows.sh"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
{
  docker run --rm app:1 bash
  docker run --rm app:1 "ls -l"
  docker run --rm app:1 /start.sh
  docker run --rm app:1 /windows.sh
  docker run --rm app:1 /plain.sh
  docker run -d --name web app:1 sleep 60
  docker exec web bash
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'exec: "bash": executable file not found in $PATH' "$tmp/out" &&
  grep -qF 'exec: "ls -l": executable file not found in $PATH' "$tmp/out" &&
  grep -qF 'exec /start.sh: no such file or directory' "$tmp/out" &&
  grep -qF 'exec /windows.sh: no such file or directory' "$tmp/out" &&
  grep -qF 'exec: "/plain.sh": permission denied' "$tmp/out" &&
  grep -qF 'OCI runtime exec failed' "$tmp/out"
