# needs: apt:php-cli
# Uses more memory and more time than allowed.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo '<?php $a = []; while (true) $a[] = str_repeat("x", 10000);' >a.php
echo '<?php while (true) {}' >b.php
php -n -d display_errors=1 -d memory_limit=8M a.php >out 2>&1
php -n -d display_errors=1 -d max_execution_time=1 b.php >>out 2>&1
cat out
grep -qF 'Allowed memory size of 8388608 bytes exhausted' out && grep -qF 'Maximum execution time of 1 second exceeded' out
