# needs: python3, pip
# Makes a client of an old openai together with httpx 0.28, in an environment of its own.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/env" && "$tmp/env/bin/pip" install --quiet openai==1.55.2 httpx==0.28.1 || exit 2
"$tmp/env/bin/python" -c 'import openai; openai.OpenAI(api_key="x")' >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "got an unexpected keyword argument 'proxies'" "$tmp/out"
