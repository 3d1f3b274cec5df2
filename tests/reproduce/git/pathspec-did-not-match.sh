# needs: apt:git
# Checks out and adds what is not there, and forgets the quotes of a message.
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
  git checkout release-2
  git switch release-2
  git add notes.txt
  git commit --allow-empty -m fix the login
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "error: pathspec 'release-2' did not match any file(s) known to git" "$tmp/out" &&
  grep -qF 'fatal: invalid reference: release-2' "$tmp/out" &&
  grep -qF "fatal: pathspec 'notes.txt' did not match any files" "$tmp/out" &&
  grep -qF "error: pathspec 'login' did not match" "$tmp/out"
