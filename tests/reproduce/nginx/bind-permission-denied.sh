# needs: apt:nginx apt:curl
# Starts on port 80 as a user who may not; needs root to become that user.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/nginx.bash"
mkdir "$tmp/t"
chown 65534:65534 "$tmp" "$tmp/t" "$tmp/logs"
configure "events {} http { access_log off; client_body_temp_path $tmp/t/1; proxy_temp_path $tmp/t/2; fastcgi_temp_path $tmp/t/3;
  uwsgi_temp_path $tmp/t/4; scgi_temp_path $tmp/t/5; server { listen 127.0.0.1:80; } }"
unshare --net sh -c "ip link set lo up; echo 1024 >/proc/sys/net/ipv4/ip_unprivileged_port_start
  setpriv --reuid=65534 --regid=65534 --clear-groups --bounding-set=-all timeout 5 $nginx -p $tmp -c $tmp/nginx.conf" >"$tmp/out" 2>&1
cat "$tmp/out" "$tmp/error.log"
grep -qF 'bind() to 127.0.0.1:80 failed (13: Permission denied)' "$tmp/out" "$tmp/error.log"
