# needs: apt:git
# Adds the same remote twice.
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
{
  git remote add origin https://git.example.org/team/app.git
  git remote add origin https://git.example.org/team/app.git
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qE '(error|fatal): remote origin already exists\.' "$tmp/out"
