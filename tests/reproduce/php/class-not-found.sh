# needs: apt:php-cli
# Uses classes that are not loaded.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo '<?php namespace App; new DateTim(); ' >a.php
echo '<?php namespace App; new PDO("sqlite::memory:");' >b.php
echo '<?php new GuzzleHttp\Client();' >c.php
echo '<?php App\Run::go(); interface I {} class A implements J {}' >d.php
for f in a b c d; do php -n -d display_errors=1 $f.php; done >out 2>&1
cat out
grep -qE 'Uncaught Error: Class "App.PDO" not found' out
