# needs: python3
# Chained assignment with pandas 2 (a warning) and with pandas 3 (another one).
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cat >"$tmp/main.py" <<'PY'
import pandas as pd
df = pd.DataFrame({'a': [1, 2, 3]})
part = df[df.a > 1]
part['b'] = 3
df['a'][0] = 5
PY
for version in "pandas==2.2.3" "pandas>=3"; do
  python3 -m venv --clear "$tmp/v" && "$tmp/v/bin/pip" install -q "$version" >"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 2; }
  (cd "$tmp" && "$tmp/v/bin/python" main.py) >>"$tmp/out" 2>&1
done
sed "s#$tmp#/srv/app#g" "$tmp/out"
grep -qF 'A value is trying to be set on a copy of a slice from a DataFrame' "$tmp/out" && grep -qF 'ChainedAssignmentError: A value is being set on a copy' "$tmp/out"
