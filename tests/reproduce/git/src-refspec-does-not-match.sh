# needs: apt:git
# Pushes a branch that is not there, with and without commits.
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
  git init -q --bare app.git
  git init -q app
  cd app || exit 2
  git remote add origin ../app.git
  git push -u origin main
  git commit -q --allow-empty -m one
  git push -u origin master
  git push origin feature/login
} >"$tmp/out" 2>&1
cat "$tmp/out"
for ref in main master feature/login; do
  grep -qE "error: src refspec '?$ref'? does not match any" "$tmp/out" || exit 1
done
