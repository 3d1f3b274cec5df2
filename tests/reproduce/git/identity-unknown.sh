# needs: apt:git
# Commits without user.name and user.email.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
unset EMAIL GIT_AUTHOR_NAME GIT_AUTHOR_EMAIL GIT_COMMITTER_NAME GIT_COMMITTER_EMAIL
rm "$HOME/.gitconfig"
git init -q app
cd app || exit 2
{
  git -c user.useConfigOnly=true commit --allow-empty -m one
  git -c user.email=dev@web01 -c user.name= commit --allow-empty -m one
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF '*** Please tell me who you are.' "$tmp/out" &&
  grep -qF 'fatal: no email was given and auto-detection is disabled' "$tmp/out" &&
  grep -qF 'fatal: empty ident name (for <dev@web01>) not allowed' "$tmp/out"
