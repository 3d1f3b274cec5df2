# needs: apt:php-cli
# Sends headers after output, through the server that PHP brings.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
printf '\n<?php header("Location: /x"); setcookie("a", "b"); session_start();' >a.php
printf 'hi <?php header("X: y"); ' >inc.php
printf '<?php include "inc.php"; header("A: b");' >b.php
php -n -d display_errors=1 -d output_buffering=0 -S 127.0.0.1:18731 >/dev/null 2>&1 &
server=$!
for i in 1 2 3 4 5 6 7 8 9 10; do php -n -r 'exit(@fsockopen("127.0.0.1", 18731) ? 0 : 1);' && break; sleep 0.3; done
{ php -n -r 'echo file_get_contents("http://127.0.0.1:18731/a.php");'; php -n -r 'echo file_get_contents("http://127.0.0.1:18731/b.php");'; } >out 2>&1
kill $server
cat out
grep -qF 'Cannot modify header information - headers already sent by (output started at' out
