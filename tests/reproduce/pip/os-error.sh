# needs: apt:python3-venv apt:util-linux
# Install as a user who may not write to the environment, and onto a disk that is full.
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chmod 755 "$folder"
/usr/bin/python3 -m venv "$folder/.venv"
pip="$folder/.venv/bin/python -m pip --disable-pip-version-check install --no-cache-dir"
if [ "$(id -u)" = 0 ]; then
  (cd / && HOME=/nonexistent setpriv --reuid 65534 --regid 65534 --clear-groups $pip six==1.16.0) >"$folder/out" 2>&1
else
  chmod -R a-w "$folder/.venv/lib" && $pip six==1.16.0 >"$folder/out" 2>&1
  chmod -R u+w "$folder/.venv/lib"
fi
mkdir "$folder/disk"
unshare --map-root-user --mount sh -c "mount -t tmpfs -o size=1m none $folder/disk; TMPDIR=$folder/disk $pip --target $folder/new pip==24.0" >>"$folder/out" 2>&1
sed "s#$folder#/srv/app#g" "$folder/out"
grep -q 'OSError: \[Errno 13\] Permission denied' "$folder/out" && grep -q '\[Errno 28\] No space left on device' "$folder/out"
