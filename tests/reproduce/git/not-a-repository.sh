# needs: apt:git
# Runs git outside a repository, with a wrong GIT_DIR and in a worktree whose main repository is gone.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES="$tmp" LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
mkdir "$tmp/plain"
cd "$tmp/plain" || exit 2
{
  git status
  git diff 2>&1 | head -n 2
  git config app.name x
  GIT_DIR="$tmp/nothing/.git" git status
  git init -q "$tmp/main"
  git -C "$tmp/main" commit -q --allow-empty -m one
  git -C "$tmp/main" worktree add -q "$tmp/hotfix"
  rm -rf "$tmp/main"
  git -C "$tmp/hotfix" status
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'fatal: not a git repository (or any of the parent directories): .git' "$tmp/out" &&
  grep -qF "fatal: not a git repository: '" "$tmp/out" &&
  grep -qF '/.git/worktrees/hotfix' "$tmp/out" &&
  grep -qF 'fatal: not in a git directory' "$tmp/out"
