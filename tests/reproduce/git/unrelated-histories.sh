# needs: apt:git
# Pulls and merges a branch that began in another repository.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
{
  git init -q one
  git -C one commit -q --allow-empty -m one
  git init -q two
  cd two || exit 2
  git commit -q --allow-empty -m two
  git remote add origin ../one
  git pull --no-rebase origin main
  git merge FETCH_HEAD
} >"$tmp/out" 2>&1
cat "$tmp/out"
[ "$(grep -cF 'fatal: refusing to merge unrelated histories' "$tmp/out")" = 2 ]
