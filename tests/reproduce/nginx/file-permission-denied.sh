# needs: apt:nginx apt:curl
# Asks for a file that the worker may not read, and for a directory without an index; needs root.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
mkdir -p "$tmp/www/private" "$tmp/www/empty"
echo x >"$tmp/www/private/page.html"
chmod 711 "$tmp"
chmod 755 "$tmp/www" "$tmp/www/empty"
chmod 700 "$tmp/www/private"
serve "user nobody nogroup; events {} http { access_log off; server { listen 127.0.0.1:$port; root $tmp/www; } }"
fetch "http://127.0.0.1:$port/private/page.html"
fetch "http://127.0.0.1:$port/empty/"
cat "$tmp/error.log"
grep -qF "open() \"$tmp/www/private/page.html\" failed (13: Permission denied)" "$tmp/error.log" &&
  grep -qF "directory index of \"$tmp/www/empty/\" is forbidden" "$tmp/error.log"
