# needs: apt:git
# Pulls where both sides have new commits, without a choice and with --ff-only.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
commit() { git -C "$1" commit -q --allow-empty -m "$2"; }
{
  git init -q --bare app.git
  git clone -q app.git one
  commit one a
  git -C one push -q origin main
  git clone -q app.git two
  commit one b
  git -C one push -q origin main
  commit two c
} >setup 2>&1
{
  git -C two pull
  git -C two pull --ff-only
} >out 2>&1
cat out
grep -qF 'fatal: Need to specify how to reconcile divergent branches.' out &&
  grep -qF 'hint: You have divergent branches and need to specify how to reconcile them.' out &&
  grep -qF 'fatal: Not possible to fast-forward, aborting.' out
