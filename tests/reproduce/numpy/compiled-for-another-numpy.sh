# needs: python3
# Packages that were built for NumPy 1, put beside NumPy 2. Python 3.11.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/v" || exit 2
"$tmp/v/bin/pip" install -q --no-deps numpy==2.2.0 pandas==2.1.0 matplotlib==3.7.1 contourpy==1.1.0 \
  pyparsing cycler python-dateutil kiwisolver packaging pillow fonttools six pytz >"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 2; }
{
  "$tmp/v/bin/python" -c 'import pandas'
  "$tmp/v/bin/python" -c 'import matplotlib.pyplot'
} >"$tmp/out" 2>&1
sed "s#$tmp/v#/srv/app/.venv#g" "$tmp/out"
grep -qF 'numpy.dtype size changed, may indicate binary incompatibility' "$tmp/out" && grep -qF 'A module that was compiled using NumPy 1.x cannot be run in' "$tmp/out"
