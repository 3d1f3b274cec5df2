# needs: apt:git
# Pushes and pulls on a branch without upstream, and without a branch.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
git init -q --bare app.git
git clone -q app.git app 2>/dev/null
cd app || exit 2
git commit -q --allow-empty -m one
git push -q origin HEAD:main
git checkout -q -b login
{
  git push
  git pull
  git checkout -q --detach
  git push
  git pull
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'fatal: The current branch login has no upstream branch.' "$tmp/out" &&
  grep -qF 'There is no tracking information for the current branch.' "$tmp/out" &&
  grep -qF 'fatal: You are not currently on a branch.' "$tmp/out" &&
  grep -qxF 'You are not currently on a branch.' "$tmp/out"
