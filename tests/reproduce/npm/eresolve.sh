# needs: npm, npm-registry
# Asks for react 18 and a react-dom that accepts only react 17.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >package.json <<'EOF'
{"name": "app", "version": "1.0.0", "dependencies": {"react": "^18.2.0", "react-dom": "17.0.2"}}
EOF
npm install --package-lock-only --no-audit --no-fund --no-update-notifier --cache "$tmp/cache" >out 2>&1
cat out
grep -qF 'code ERESOLVE' out && grep -qF 'peer react@"17.0.2" from react-dom@17.0.2' out
