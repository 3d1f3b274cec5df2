# Sourced by scripts of this folder: nginx with its files in $tmp.
nginx=$(command -v nginx || echo /usr/sbin/nginx)
mkdir "$tmp/logs"
chmod 711 "$tmp"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
configure() { # the text behind the main settings
  printf 'pid %s/nginx.pid; error_log %s/error.log; daemon off; worker_processes 1;\n%s\n' "$tmp" "$tmp" "$1" >"$tmp/nginx.conf"
}
check() { # a configuration, without starting it
  configure "$1"
  "$nginx" -t -p "$tmp" -c "$tmp/nginx.conf" 2>&1
}
serve() { # a configuration, until the script ends
  configure "$1"
  "$nginx" -p "$tmp" -c "$tmp/nginx.conf" &
  server=$!
  trap 'kill "$server" $helpers 2>/dev/null; wait 2>/dev/null; rm -rf "$tmp"' EXIT
  sleep 1
}
helpers=
trap 'rm -rf "$tmp"' EXIT
upstream() { # how a server on $1 answers: Python lines that get the connection as c
  python3 -c '
import socket, sys, time
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
while True:
    c, _ = listener.accept()
    exec(sys.argv[2])
' "$1" "$2" &
  helpers="$helpers $!"
}
fetch() { curl -s -o /dev/null -w "%{http_code}\n" --noproxy '*' "$@"; }
