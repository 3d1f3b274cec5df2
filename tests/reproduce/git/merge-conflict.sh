# needs: apt:git
# Merges, cherry-picks, rebases and pops a stash where both sides changed a file, one deleted it, and both added it.
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
put() { echo "$1" >app.py && git add app.py && git commit -qm "$1"; }
{
  put base
  git checkout -q -b other
  put theirs
  git checkout -q main
  put mine
  git merge other
  git merge other
  git checkout other
  git pull . other
  git merge --abort
  git rebase other
  git rebase --abort
  git cherry-pick other
  git cherry-pick --abort
  git checkout -q -b gone HEAD~1
  git rm -q app.py
  git commit -qm gone
  git checkout -q main
  git merge gone
  git merge --abort
  git checkout -q -b left
  echo left >new.py && git add . && git commit -qm left
  git checkout -q -b right HEAD~1
  echo right >new.py && git add . && git commit -qm right
  git merge left
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'CONFLICT (content): Merge conflict in app.py' "$tmp/out" &&
  grep -qF 'CONFLICT (modify/delete): app.py deleted in gone' "$tmp/out" &&
  grep -qF 'CONFLICT (add/add): Merge conflict in new.py' "$tmp/out" &&
  grep -qF 'Automatic merge failed; fix conflicts and then commit the result.' "$tmp/out" &&
  grep -qF 'error: Pulling is not possible because you have unmerged files.' "$tmp/out" &&
  grep -qF 'error: you need to resolve your current index first' "$tmp/out" &&
  grep -qE 'error: could not apply [0-9a-f]+\.\.\. mine' "$tmp/out"
