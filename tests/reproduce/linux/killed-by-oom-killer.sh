# needs: apt:coreutils
# Gives a process of Python too little memory, by a control group of version 1 or 2; needs root and the kernel log.
set -u
tmp=$(mktemp -d) || exit 2
group=/sys/fs/cgroup/memory/reproduce-$$
limit=memory.limit_in_bytes
tasks=tasks
if [ ! -d /sys/fs/cgroup/memory ]; then
  group=/sys/fs/cgroup/reproduce-$$
  limit=memory.max
  tasks=cgroup.procs
fi
trap 'rmdir "$group"; rm -rf "$tmp"' EXIT
mkdir "$group" || exit 2
echo 20000000 >"$group/$limit"
sh -c 'echo $$ >"$1"; exec python3 -c "x = bytearray(b\"1\") * 10 ** 8"' sh "$group/$tasks"
dmesg | tail -n 60 | grep -E 'out of memory: Killed process|invoked oom-killer' >"$tmp/out"
cat "$tmp/out"
grep -qE 'Memory cgroup out of memory: Killed process [0-9]+ \(python3\)' "$tmp/out"
