# needs: apt:php-cli
# Calls methods of null, false and arrays.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo '<?php $u = null; $u->name();' >a.php
echo '<?php $r = false; $r->fetch();' >b.php
echo '<?php $r = []; $r->fetch();' >c.php
echo '<?php class U {} (new U)->nosuch();' >d.php
for f in a b c d; do php -n -d display_errors=1 $f.php; done >out 2>&1
cat out
grep -qF 'Uncaught Error: Call to a member function name() on null' out
