# needs: apt:git
# Asks by SSH a host whose name has no address.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
GIT_SSH_COMMAND="ssh -F /dev/null -o BatchMode=yes" git ls-remote git@git.example.invalid:team/app.git >out 2>&1
cat out
grep -qF 'fatal: Could not read from remote repository.' out
