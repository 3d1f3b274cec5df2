# needs: apt:bash
# Call python and pip where they are not on the PATH.
set -u
out=$(PATH=/nonexistent /bin/bash -c 'python --version; pip --version' 2>&1)
printf '%s\n' "$out" | sed 's#^/bin/bash#bash#'
case $out in *"python: command not found"*"pip: command not found"*) exit 0 ;; esac
exit 1
