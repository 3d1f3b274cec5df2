# needs: apt:bash
# Runs scripts with Windows line ends.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
printf '#!/usr/bin/env python3\r\nprint(1)\r\n' >tool.py
printf 'echo hi\r\n\r\nfor x in 1 2; do\r\n  echo $x\r\ndone\r\n' >deploy.sh
chmod +x tool.py
{
  ./tool.py
  bash deploy.sh
} >out 2>&1
cat out
grep -qE "env: '?python3.r'?: No such file or directory" out && grep -qF "\$'\\r': command not found" out &&
  grep -qF "syntax error near unexpected token \`\$'do\\r''" out
