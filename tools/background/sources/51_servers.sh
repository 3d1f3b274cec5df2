# Web servers, proxies and daemons on loopback: start, small load, reload, stop.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/serve"; mkdir -p "$LAB/serve"/{www/static/img,www/private,logs,tmp} && chmod -R 777 "$LAB/serve" && cd "$LAB/serve" || exit 1
for f in index.html robots.txt static/app.js static/core.css static/error.html private/report.html sitemap.xml health; do echo "$f" > www/$f; done
load() { wait_port "$1" && python3 "$TOOLS/apps/load.py" "$1" "${2:-200}"; }

# --- nginx, error log at notice and at debug
cat > nginx.conf <<N
worker_processes 2; pid $PWD/nginx.pid; error_log $PWD/logs/nginx-error.log notice; daemon off;
events { }
http {
  include /etc/nginx/mime.types; access_log $PWD/logs/nginx-access.log combined;
  log_format timed '\$time_iso8601 \$status \$request_method \$host "\$request_uri" rt=\$request_time ut="\$upstream_response_time" us="\$upstream_status" cs=\$upstream_cache_status len=\$body_bytes_sent';
  log_format js escape=json '{"ts":"\$time_iso8601","status":\$status,"method":"\$request_method","uri":"\$request_uri","agent":"\$http_user_agent","bytes":\$body_bytes_sent,"error":""}';
  access_log $PWD/logs/nginx-timed.log timed; access_log $PWD/logs/nginx-json.log js; log_subrequest on;
  server { listen 127.0.0.1:8301; root $PWD/www; error_page 404 /static/error.html; log_not_found off;
    location = /old { return 301 /; } location /private/ { auth_basic shop; auth_basic_user_file $PWD/users; }
    location /api/ { proxy_pass http://127.0.0.1:8302; } location = /login { return 403; } location = /metrics { stub_status; } }
  server { listen 127.0.0.1:8302; location / { default_type application/json; return 200 '{"errors": 0}'; } location ~ timeouts { return 429; } }
}
N
echo 'demo:{PLAIN}demo' > users
keep nginx test nginx -t -c $PWD/nginx.conf
keep nginx dump nginx -T -c $PWD/nginx.conf
keep nginx version bash -c "nginx -V 2>&1 | tr ' ' '\n'"
serve nginx stdout nginx -c $PWD/nginx.conf; pid=$served; load 8301 400; kill -HUP $pid; sleep 1; kill -USR1 $pid; sleep 1; load 8301 50; kill -QUIT $pid; wait $pid
save nginx access logs/nginx-access.log; save nginx timed logs/nginx-timed.log; save nginx json logs/nginx-json.log
grep -E '\[(notice|info|warn)\]' logs/nginx-error.log > logs/nginx-notice.log; save nginx notice logs/nginx-notice.log
sed -i 's/error_log \([^ ]*\) notice/error_log \1 debug/' nginx.conf; : > logs/nginx-error.log
serve nginx stdout2 nginx -c $PWD/nginx.conf; pid=$served; load 8301 12; kill -QUIT $pid; wait $pid
grep -vE '\[(error|crit)\]' logs/nginx-error.log | head -n 1500 > logs/nginx-debug.log; save nginx debug logs/nginx-debug.log

# --- Apache
cat > apache.conf <<A
ServerName shop.example.org
Listen 127.0.0.1:8311
PidFile $PWD/httpd.pid
DocumentRoot $PWD/www
$(for m in mpm_event authz_core authz_host authn_core authn_file auth_basic authz_user dir mime alias log_config status rewrite headers; do [ -f /usr/lib/apache2/modules/mod_$m.so ] && echo "LoadModule ${m}_module /usr/lib/apache2/modules/mod_$m.so"; done)
TypesConfig /etc/mime.types
ErrorLog $PWD/logs/apache-error.log
LogLevel debug
LogFormat "%h %l %u %t \"%r\" %>s %O \"%{Referer}i\" \"%{User-Agent}i\"" combined
CustomLog $PWD/logs/apache-access.log combined
Redirect permanent /old /
User www-data
Group www-data
<Directory $PWD/www>
Require all granted
</Directory>
A
serve apache stdout apache2 -f $PWD/apache.conf -DFOREGROUND -e debug; pid=$served; load 8311; kill -USR1 $pid; sleep 1; kill -WINCH $pid; wait $pid
keep apache modules apache2 -f $PWD/apache.conf -M -S
keep apache directives bash -c 'apache2 -L | cut -c1-200'
save apache access logs/apache-access.log; save apache error logs/apache-error.log

# --- HAProxy before a small server, Caddy, Squid
python3 -m http.server --bind 127.0.0.1 -d www 8322 > /dev/null 2>&1 & site=$!
printf 'global\n  log stdout format raw local0 debug\ndefaults\n  mode http\n  log global\n  option httplog\n  timeout connect 5s\n  timeout client 30s\n  timeout server 30s\n  retries 3\nfrontend web\n  bind 127.0.0.1:8321\n  default_backend site\nbackend site\n  option httpchk GET /\n  server one 127.0.0.1:8322 check\n  server two 127.0.0.1:8322 check backup\nfrontend stats\n  bind 127.0.0.1:8323\n  stats enable\n  stats uri /\n' > haproxy.cfg
keep haproxy check haproxy -c -V -f haproxy.cfg
keep haproxy version haproxy -vv
serve haproxy server haproxy -d -f haproxy.cfg; pid=$served; load 8321; keep haproxy stats curl -s 'http://127.0.0.1:8323/;csv'; kill -USR1 $pid; wait $pid
keep haproxy help haproxy -h
cat > Caddyfile <<C
{
  admin off
  debug
  auto_https off
}
http://127.0.0.1:8331 {
  log
  root * $PWD/www
  redir /old / 301
  respond /login 401
  reverse_proxy /api/* 127.0.0.1:8322
  file_server
}
C
keep caddy validate caddy validate --config Caddyfile
keep caddy modules caddy list-modules
serve caddy server caddy run --config Caddyfile; pid=$served; load 8331 120; stop $pid
printf "http_port 127.0.0.1:8341\nacl local src 127.0.0.1\nhttp_access allow local\ncache_dir ufs $PWD/tmp/squid 10 4 4\naccess_log stdio:$PWD/logs/squid-access.log\ncache_log $PWD/logs/squid-cache.log\ncache_store_log stdio:$PWD/logs/squid-store.log\npid_filename $PWD/squid.pid\ncoredump_dir $PWD/tmp\nvisible_hostname shop.example.org\ndebug_options ALL,1 11,2 33,2\n" > squid.conf
keep squid init squid -f squid.conf -z -N -d 1
serve squid stdout squid -f squid.conf -N -d 1; pid=$served
wait_port 8341 && for n in $(seq 60); do curl -s -o /dev/null -x http://127.0.0.1:8341 "http://127.0.0.1:8322/$([ $((n % 3)) = 0 ] && echo nosuch-$n.html || echo static/core.css?$((n % 7)))"; done
stop $pid; for l in access cache store; do save squid $l logs/squid-$l.log; done
stop $site

# --- monitoring
printf 'global:\n  scrape_interval: 2s\nscrape_configs:\n  - job_name: self\n    static_configs: [{targets: ["127.0.0.1:8351"]}]\n  - job_name: node\n    static_configs: [{targets: ["127.0.0.1:8352"]}]\nrule_files: [rules.yml]\n' > prometheus.yml
printf 'groups:\n  - name: errors\n    rules:\n      - alert: HighErrorRate\n        expr: rate(http_errors_total[5m]) > 0.5\n      - record: job:failed:rate\n        expr: rate(failed_total[5m])\n' > rules.yml
keep prometheus check promtool check config prometheus.yml
serve prometheus node prometheus-node-exporter --web.listen-address 127.0.0.1:8352 --log.level debug; node=$served
serve prometheus server prometheus --config.file prometheus.yml --web.listen-address 127.0.0.1:8351 --storage.tsdb.path tmp/prom --log.level debug; pid=$served
wait_port 8351 && wait_port 8352 && sleep 5
keep prometheus metrics bash -c "curl -s http://127.0.0.1:8351/metrics | awk 'NR%2==0' | head -n 300"
keep prometheus node-metrics bash -c "curl -s http://127.0.0.1:8352/metrics | awk 'NR%2==0' | head -n 400"
keep prometheus query promtool query instant http://127.0.0.1:8351 up
stop $pid; stop $node
keep prometheus help prometheus --help

# --- names, logins, mail-less daemons
printf 'server:\n  interface: 127.0.0.1@5301\n  verbosity: 3\n  use-syslog: no\n  logfile: ""\n  chroot: ""\n  username: ""\n  pidfile: ""\n  log-queries: yes\n  log-replies: yes\n  do-not-query-localhost: no\n  local-zone: "example.org." static\n  local-data: "shop.example.org. A 10.0.0.7"\n  local-data: "db.example.org. A 10.0.0.8"\n' > unbound.conf
serve dns unbound unbound -d -c unbound.conf; pid=$served; sleep 1
for name in shop db nosuch mail; do keep dns "dig-$name" dig @127.0.0.1 -p 5301 $name.example.org; done
keep dns stats unbound-checkconf -o verbosity unbound.conf
stop $pid
serve dns dnsmasq dnsmasq -d -q --port 5302 --no-resolv --no-hosts --log-debug --address=/shop.example.org/10.0.0.7 --local=/example.org/; pid=$served; sleep 1
for name in shop nosuch; do dig +short @127.0.0.1 -p 5302 $name.example.org > /dev/null; done; stop $pid
mkdir -p /run/sshd ssh; ssh-keygen -q -t ed25519 -N '' -f ssh/host; ssh-keygen -q -t ed25519 -N '' -f ssh/user; cp ssh/user.pub ssh/authorized; chmod 600 ssh/*; chmod 700 ssh; chmod 755 . "$LAB"
keep sshd keygen ssh-keygen -v -t rsa -b 3072 -N '' -f ssh/extra
serve sshd server /usr/sbin/sshd -D -e -p 8361 -o ListenAddress=127.0.0.1 -h $PWD/ssh/host -o LogLevel=DEBUG -o StrictModes=no -o AuthorizedKeysFile=$PWD/ssh/authorized -o PermitRootLogin=prohibit-password -f /dev/null; pid=$served; wait_port 8361
for n in 1 2 3; do keep sshd "client$n" ssh -vv -p 8361 -i ssh/user -o StrictHostKeyChecking=no -o UserKnownHostsFile=$PWD/ssh/known root@127.0.0.1 true; done
keep sshd config /usr/sbin/sshd -T -h $PWD/ssh/host
stop $pid
