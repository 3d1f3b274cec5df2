# git on repositories made here: history, diffs, merges, transfers, maintenance.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/git"; mkdir -p "$LAB/git" && cd "$LAB/git" || exit 1
export GIT_AUTHOR_NAME='A. Developer' GIT_AUTHOR_EMAIL=user@example.org GIT_COMMITTER_NAME='A. Developer' GIT_COMMITTER_EMAIL=user@example.org
export GIT_PAGER=cat GIT_EDITOR=true
git config --global init.defaultBranch main; git config --global advice.detachedHead true
areas="auth billing cache cli config core docs errors http jobs logging metrics queue retry search storage timeout web"
verbs=("add" "fix" "rename" "simplify" "document" "test" "drop" "speed up" "log" "handle" "raise" "ignore")
objects=("error handler" "connection refused branch" "not found page" "timeout default" "retry of failed jobs" "permission denied hint"
    "401 challenge" "404 page" "core module" "exit status" "warning filter" "exception names" "unused import" "stale lock check"
    "invalid input case" "missing key lookup" "fatal exit path" "null check" "parser" "release notes" "health check" "import order")
keep git init git init -b main shop
cd shop || exit 1
n=0
for round in 1 2 3 4 5 6; do for area in $areas; do
    n=$((n + 1)); mkdir -p src/$area
    verb=${verbs[$((n * 7 % 12))]}; object=${objects[$((n * 5 % 22))]}
    printf 'def step_%d(value, timeout=%d, retries=3):\n    """%s: %s."""\n    if value is None:\n        raise ValueError("value is missing")\n    log.info("%s done, errors=%%d", %d)\n    return value\n' \
        $n $((n * 5)) "$verb" "$object" "$area" $n >> src/$area/module_$((n % 4)).py
    [ $((n % 9)) = 0 ] && git rm -q --ignore-unmatch src/$area/module_$(((n + 1) % 4)).py
    git add -A; GIT_AUTHOR_DATE="2024-0$((n % 9 + 1))-1$((n % 9)) 12:00:00 +0000" GIT_COMMITTER_DATE="2024-0$((n % 9 + 1))-1$((n % 9)) 12:00:00 +0000" \
        git commit -q -m "$area: $verb $object" -m "Errors of $area are counted now; failed runs are retried $((n % 5)) times."
done; git tag -a v1.$round.0 -m "release 1.$round.0"; done
keep git log git log --stat
keep git log-oneline git log --oneline --decorate --graph
keep git log-fuller git log --pretty=fuller --name-status -n 40
keep git log-json git log -n 60 '--pretty=format:{"commit": "%h", "date": "%aI", "subject": "%s", "status": "%G?"}'
keep git log-patch bash -c 'git log -p -n 40 | awk "NR%2==0"'
keep git diff git diff v1.1.0 v1.3.0 --stat
keep git diff-words git diff v1.4.0 v1.5.0 -- src/core src/errors src/http src/jobs
keep git diff-summary git diff v1.1.0 v1.6.0 --summary
keep git show git show v1.2.0
keep git tag git tag -n
keep git shortlog git shortlog HEAD
keep git blame git blame src/core/module_0.py
keep git describe git describe --always --long
keep git grep git grep -n raise
git checkout -q -b feature/error-pages; echo page > src/web/error.html; git add -A; git commit -q -m 'web: add error page'
git checkout -q main; echo note > NOTES; git add -A; git commit -q -m 'docs: add notes'
keep git merge git merge --no-ff -m 'merge error pages' feature/error-pages
echo more >> NOTES; echo new > src/untracked.py
keep git status git status
keep git status-short git status -sb --porcelain=v2
keep git stash bash -c 'git stash && git stash list && git stash pop'
keep git checkout bash -c 'git checkout v1.3.0; git switch -; git checkout -b topic/timeouts; git switch main'
keep git rebase bash -c 'git commit -qam wip; git checkout -q topic/timeouts; git commit -q --allow-empty -m "timeout: raise default"; git rebase main; git checkout main'
keep git cherry-pick git cherry-pick -x --allow-empty topic/timeouts
keep git branches git branch -avv
keep git clone git clone --progress "file://$PWD" ../copy
keep git clone-bare git clone --progress --bare "file://$PWD" ../shop.git
keep git clone-trace env GIT_TRACE=1 GIT_CURL_VERBOSE=1 GIT_TRACE_SETUP=1 git clone "file://$PWD" ../traced
keep git push bash -c 'git remote add origin ../shop.git; git checkout -q -b topic/retry; git commit -q --allow-empty -m "retry: count"; git push --progress -u origin topic/retry --tags'
keep git fetch bash -c 'cd ../copy && git fetch --progress --all --prune --tags -v'
keep git pull bash -c 'cd ../copy && git pull --stat'
keep git gc bash -c 'git gc --aggressive 2>&1; git fsck --full --progress; git count-objects -v'
keep git verify bash -c 'git verify-pack -v .git/objects/pack/*.idx | awk "NR%9==0"'
keep git reflog git reflog
keep git remote git remote -v show origin
keep git config git config --list --show-origin
keep git bisect bash -c 'git bisect start main v1.4.0 && git bisect run true; git bisect reset'
keep git worktree bash -c 'git worktree add ../tree main && git worktree list'
keep git format-patch git format-patch -o ../patches v1.5.0..v1.6.0
keep git archive git archive --format=tar -v -o ../shop.tar HEAD
keep git ls-tree git ls-tree -r --long HEAD
keep git help git help -a
keep git help-config git help -c
