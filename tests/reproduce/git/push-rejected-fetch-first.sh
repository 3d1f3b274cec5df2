# needs: apt:git
# Two clones push to one branch: first without, then with a fetch in between.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
commit() { git -C "$1" commit -q --allow-empty -m "$2"; }
{
  git init -q --bare app.git
  git clone -q app.git one
  git clone -q app.git two
  commit one a
  git -C one push -q origin main
  git -C two pull -q origin main
  commit one b
  git -C one push -q origin main
  commit two c
} >setup 2>&1
{
  git -C two push origin main
  git -C two fetch -q
  git -C two push origin main
  git -C two checkout -q --detach
  git -C two push origin main
} >out 2>&1
cat out
grep -qF '(fetch first)' out && grep -qF '(non-fast-forward)' out &&
  grep -qF 'because a pushed branch tip is behind its remote' out
