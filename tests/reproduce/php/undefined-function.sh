# needs: apt:php-cli
# Calls functions that are not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo '<?php helper();' >a.php
echo '<?php mb_strlen("a");' >b.php
echo '<?php mysql_connect("a");' >c.php
for f in a b c; do php -n -d display_errors=1 $f.php; done >out 2>&1
cat out
grep -qF 'Uncaught Error: Call to undefined function helper()' out
