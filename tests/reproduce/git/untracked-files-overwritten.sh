# needs: apt:git
# Merges and checks out a branch that brings a file which lies there untracked.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
git init -q app
cd app || exit 2
git commit -q --allow-empty -m one
git checkout -q -b other
echo theirs >app.toml
git add app.toml
git commit -q -m two
git checkout -q main
echo mine >app.toml
{
  git merge other
  git checkout other
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'untracked working tree files would be overwritten by merge:' "$tmp/out" &&
  grep -qF 'untracked working tree files would be overwritten by checkout:' "$tmp/out"
