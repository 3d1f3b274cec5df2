# needs: apt:git
# Merge, checkout and cherry-pick over changes that are not committed.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
git init -q "$tmp/app"
cd "$tmp/app" || exit 2
echo one >app.toml
git add app.toml
git commit -q -m one
git checkout -q -b other
echo two >app.toml
git commit -q -a -m two
git checkout -q main
echo mine >app.toml
{
  git merge other
  git checkout other
  git add app.toml
  git cherry-pick other
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'would be overwritten by merge:' "$tmp/out" &&
  grep -qF 'would be overwritten by checkout:' "$tmp/out" &&
  grep -qF 'would be overwritten by cherry-pick.' "$tmp/out"
