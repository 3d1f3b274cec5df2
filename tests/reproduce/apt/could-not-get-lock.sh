# needs: apt:apt
# Holds the locks of apt and asks for an installation and an update.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/sandbox.bash"
python3 -c '
import fcntl, sys, time
files = [open(name, "w") for name in sys.argv[1:]]
for file in files:
    fcntl.lockf(file, fcntl.LOCK_EX)
time.sleep(20)' "$tmp/dpkg/lock-frontend" "$tmp/state/lists/lock" "$tmp/dpkg/lock" &
helpers=$!
sleep 1
{
  apt-get -y -o DPkg::Lock::Timeout=0 install nothing
  apt-get update
  dpkg --admindir="$tmp/dpkg" --configure -a
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "E: Could not get lock $tmp/dpkg/lock-frontend" "$tmp/out" && grep -qF "E: Could not get lock $tmp/state/lists/lock" "$tmp/out" &&
  grep -qF 'dpkg frontend lock was locked by another process' "$tmp/out"
