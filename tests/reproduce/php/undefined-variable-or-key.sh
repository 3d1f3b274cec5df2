# needs: apt:php-cli
# Reads variables, keys and properties that are not there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >a.php <<'P'
<?php
echo $name;
$a = ["x" => 1];
echo $a["y"];
echo $a[5];
$n = null; echo $n["k"]; echo $n->prop;
class U {} $u = new U; echo $u->email;
P
php -n -d display_errors=1 -d error_reporting=-1 a.php >out 2>&1
cat out
grep -qF 'Warning: Undefined variable $name in' out && grep -qF 'Warning: Undefined array key "y" in' out
