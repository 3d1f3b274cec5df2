# needs: apt:bash
# Runs a program for another processor, and a script without a first line by Python.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cp /bin/ls tool
printf '\267\000' | dd of=tool bs=1 seek=18 conv=notrunc 2>/dev/null
echo 'echo hi' >run
chmod +x run
{
  bash -c ./tool
  sh -c ./tool
  python3 -c 'import subprocess; subprocess.run(["./run"])'
} >out 2>&1
cat out
grep -qF './tool: cannot execute binary file: Exec format error' out && grep -qF 'sh: 1: ./tool: Exec format error' out &&
  grep -qF "OSError: [Errno 8] Exec format error: './run'" out
