# needs: apt:python3 apt:util-linux
# Make a virtual environment with the Python of Debian while ensurepip is hidden, as without python3-venv.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
lib=$(/usr/bin/python3 -c 'import sysconfig; print(sysconfig.get_path("stdlib"))')
if [ -d "$lib/ensurepip" ]; then
  hide="mount -t tmpfs none $lib/ensurepip"
else
  hide=true
fi
unshare --map-root-user --mount sh -c "$hide; cd $folder && /usr/bin/python3 -m venv .venv" >"$folder/out" 2>&1 || true
sed "s#$folder#/srv/app#g" "$folder/out"
grep -q "because ensurepip is not" "$folder/out"
