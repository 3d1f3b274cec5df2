# needs: apt:git
# Runs git in a repository of another user; needs root to give it away.
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
chown -R 12345:12345 app || exit 2
git -C app status >out 2>&1
cat out
grep -qF "fatal: detected dubious ownership in repository at '$tmp/app'" out
