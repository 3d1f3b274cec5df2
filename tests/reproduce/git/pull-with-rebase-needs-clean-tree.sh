# needs: apt:git
# Pulls with rebase and rebases over changes, staged and not.
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
echo one >app.toml
git add app.toml
git commit -q -m one
git branch other
echo mine >app.toml
{
  git pull --rebase . other
  git rebase other
  git add app.toml
  git pull --rebase . other
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'error: cannot pull with rebase: You have unstaged changes.' "$tmp/out" &&
  grep -qF 'error: cannot rebase: You have unstaged changes.' "$tmp/out" &&
  grep -qF 'error: cannot pull with rebase: Your index contains uncommitted changes.' "$tmp/out"
