# needs: apt:git
# Leaves lock files of the index, a branch and the configuration behind.
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
{
  touch .git/index.lock
  git add .
  rm .git/index.lock
  touch .git/refs/heads/main.lock
  git commit --allow-empty -m two
  touch .git/config.lock
  git config app.name x
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "fatal: Unable to create '$tmp/app/.git/index.lock': File exists." "$tmp/out" &&
  grep -qF "/.git/refs/heads/main.lock': File exists." "$tmp/out" &&
  grep -qF 'error: could not lock config file .git/config: File exists' "$tmp/out"
