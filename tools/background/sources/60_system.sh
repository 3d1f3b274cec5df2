# The machine and its tools: processes, disks, files, archives, transfers, system log, automation.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/sys"; mkdir -p "$LAB/sys" && cd "$LAB/sys" || exit 1
sleep 300 & sleep 300 & python3 -m http.server --bind 127.0.0.1 -d /usr/share/perl 8401 > http.txt 2>&1 & site=$!
wait_port 8401
for c in "ps aux" "ps -ef --forest" "ps -eLo pid,tid,class,rtprio,stat,comm,wchan" "top -b -n 2 -w 120" "free -h" "free -m -t" "df -h" "df -i" "vmstat -w 1 3" "vmstat -s" "iostat -x" \
    "mpstat -P ALL" "uptime" "w" "lsblk -a" "lscpu" "ip addr" "ip -s link" "ip route show table all" "ss -tlnpa" "ss -s" "netstat -s" "netstat -an" "lsof -nP -i" "nstat -az" \
    "ulimit -a" "sysctl -a" "getconf -a" "locale -a" "locale" "cat /proc/meminfo" "cat /proc/self/status" "cat /proc/self/limits" "cat /proc/net/snmp" \
    "cat /etc/services" "cat /etc/protocols" "pstree -p" "systemctl --help" "journalctl --help" "systemd-analyze --help" "ipcs -a" "cat /proc/vmstat" "cat /proc/filesystems" "update-alternatives --get-selections" "groups" "date -R"; do
    keep system "${c//[^a-z]/-}" bash -c "$c"
done
keep environment env env LC_TIME=C.UTF-8 PATH=/usr/local/bin:/usr/bin:/bin EDITOR=vim PAGER=less SHELL=/bin/bash TERM=xterm-256color XDG_RUNTIME_DIR=/run/user/1000 DB_TIMEOUT=30 ERROR_LOG=/var/log/shop/error.log RETRY_FAILED=true HTTP_401_REDIRECT=/login CORE_WORKERS=4 FAIL_FAST=0 SENTRY_SAMPLE=0.1 LOG_LEVEL=info NODE_ENV=production DJANGO_DEBUG=False PGHOST=db.example.org REDIS_URL=redis://cache.example.org:6379/0 env
keep environment set bash -c 'set -o; shopt; bind -l | head -n 80; trap -l; compgen -b | column; declare -p | grep -vE "HOST|BASH_(ARGV|EXEC)" | head -n 60'
keep environment bash-help bash -c 'help; help set; help trap; help ulimit'
keep environment trace bash -xc 'errors=0; for f in /usr/share/doc/bash/*; do [ -f "$f" ] || { errors=$((errors+1)); continue; }; wc -l < "$f"; done; trap "echo cleanup, exit status 0" EXIT; if ! grep -q nosuch /etc/services; then echo "not found, using default"; fi; echo "errors: $errors"'

# --- files: only some lines of a long listing, since names alone say little
for d in doc/git perl5 zoneinfo mime bash-completion nginx postgresql python3 maven; do
    [ -d /usr/share/$d ] && keep files "ls-${d//\//-}" bash -c "ls -lR /usr/share/$d | awk 'NR%7==0' | head -n 110"
done
keep files ls-lib bash -c 'ls -la /usr/lib/x86_64-linux-gnu | awk "NR%9==0" | head -n 150'
keep files find bash -c "find /usr/include -iname '*err*' -o -iname '*timeout*' -o -iname '*core*' | head -n 120"
keep files find-ls bash -c "find /usr/share/perl -iname '*error*' -ls -o -iname '*fail*' -ls | head -n 60"
keep files log-names bash -c 'for a in nginx postgresql redis mysql cron auth kern apt app shop worker celery; do for k in error.log access.log error.log.1 failed.log timeouts.csv core.1 errors-2024-06-12.json.gz; do echo "-rw-r----- 1 www-data adm $((RANDOM % 90000)) Jun 12 10:$((RANDOM % 50 + 10)) /var/log/$a/$k"; done; done'
keep files tree bash -c 'tree -L 3 /usr/share/nginx /etc/nginx /etc/logrotate.d /etc/cron.d /usr/share/git-core | head -n 200'
keep files stat bash -c 'stat /etc/services /etc/nginx; file /usr/bin/* | awk "NR%60==0"; du -ah /usr/share/git-core | tail -n 40; wc -l /usr/include/errno.h /usr/include/error.h /usr/include/err.h'
keep files checksums bash -c 'cd /usr/share/git-core; find . -type f | head -n 20 | xargs sha256sum | tee $LAB/sys/sums; sha256sum -c $LAB/sys/sums'
cp -r /usr/share/git-core tree
keep archives tar tar -cvzf tree.tar.gz tree
keep archives tar-list tar -tvf tree.tar.gz
keep archives zip bash -c "python3 -m zipfile -c t.zip tree; unzip -v t.zip; unzip -o t.zip -d unzipped; unzip -t t.zip | tail -n 30"
keep archives compress bash -c 'tar -cf t.tar tree; gzip -kv9 t.tar; xz -kvv t.tar; zstd -kv t.tar; bzip2 -kv t.tar; gzip -tv t.tar.gz; xz -lvv t.tar.xz; gzip --help; xz --long-help'
keep archives rsync rsync -avvh --stats --progress tree/ copy/
keep archives rsync-again rsync -avvi --delete --ignore-errors --timeout=30 --partial tree/ copy/
keep archives rsync-help rsync --help
export RESTIC_PASSWORD=demo BORG_PASSPHRASE=demo BORG_UNKNOWN_UNENCRYPTED_REPO_ACCESS_IS_OK=yes
keep archives restic bash -c 'restic -r rr init; restic -r rr backup -vv tree; restic -r rr backup tree; restic -r rr snapshots; restic -r rr check -v --read-data; restic -r rr forget --keep-last 1 --prune -v; restic -r rr stats; restic help; restic help backup'
keep archives borg bash -c 'borg --debug init -e none br; borg create -v --list --stats br::one tree; borg create -v --list --stats br::two tree; borg list br; borg check -v br; borg prune -v --list --keep-last 1 br; borg compact -v br; borg info br; borg create --help'
keep archives logrotate bash -c 'mkdir -p logs; for l in access error worker; do seq 900 > logs/$l.log; done; printf "%s/logs/*.log {\nrotate 3\ncompress\nmissingok\nnotifempty\ncopytruncate\nerrors user@example.org\n}\n" $PWD > lr.conf; chmod 644 lr.conf; logrotate -v -f -s lr.state lr.conf; logrotate -d -s lr.state lr.conf'

# --- transfers, names, secrets, media, data
keep transfers curl curl -v --retry 3 --retry-connrefused --connect-timeout 5 -o page.html http://127.0.0.1:8401/
keep transfers curl-missing curl -v -s -o page.html http://127.0.0.1:8401/nosuch
keep transfers curl-trace bash -c 'curl --trace-time --trace-ascii - -s -o /dev/null http://127.0.0.1:8401/ | head -n 60'
keep transfers curl-help curl --help all
keep transfers wget bash -c 'wget -d --tries=3 --timeout=9 -O page2.html http://127.0.0.1:8401/; wget -r -l 2 -nv -P mirror http://127.0.0.1:8401/ 2>&1 | awk "NR%8==0" | head -n 80; wget -S --spider http://127.0.0.1:8401/'
keep transfers wget-help wget --help
keep transfers ping bash -c 'ping -c 5 127.0.0.1; tracepath 127.0.0.1; getent hosts localhost; host -V'
keep transfers iperf bash -c 'iperf3 -s -1 -B 127.0.0.1 -p 5299 & sleep 1; iperf3 -c 127.0.0.1 -p 5299 -t 4 -V; wait $!'
keep transfers openssl bash -c 'openssl req -x509 -newkey rsa:2048 -nodes -keyout k.pem -out c.pem -subj /CN=shop.example.org -days 30; openssl x509 -in c.pem -noout -text | grep -v :..:..:; openssl verify -CAfile c.pem c.pem; openssl version -a; openssl list -commands; openssl ciphers -v; openssl s_client -help'
keep transfers tls bash -c 'openssl s_server -accept 8403 -cert c.pem -key k.pem -www & s=$!; sleep 1; curl -v --cacert c.pem --resolve shop.example.org:8403:127.0.0.1 https://shop.example.org:8403/ | head -n 30; echo | openssl s_client -connect 127.0.0.1:8403 -CAfile c.pem -servername shop.example.org 2>&1 | grep -vE "^[A-Za-z0-9+/=]{40,}$"; kill $s'
keep transfers strace strace -f -e trace=network,process -s 60 curl -s -o /dev/null http://127.0.0.1:8401/
keep media ffmpeg bash -c 'ffmpeg -hide_banner -v verbose -f lavfi -i testsrc=d=3 -f lavfi -i sine=d=3 -y out.mkv; ffprobe -v debug -show_streams out.mkv; ffmpeg -v info -y -i out.mkv -vf scale=160:-1 small.mp4; ffmpeg -filters | awk "NR%9==0"; ffmpeg -h'
keep media imagemagick bash -c 'convert -verbose rose: -resize 200% rose.png; identify -verbose rose.png; convert -list resource; convert -help'
keep media data bash -c 'python3 -c "import json; print(json.dumps([{\"id\": n, \"status\": 200 + n % 5, \"error\": None, \"failed\": False, \"message\": \"ok\"} for n in range(30)], indent=1))" | tee d.json | head -n 40; jq -c ".[]" d.json; jq -r ".[] | [.id, .status, .error] | @tsv" d.json; jq --help; xmllint --help; printf "<a><e code=\"404\">not found</e></a>" | xmllint --format -'
keep benchmarks sysbench bash -c 'sysbench cpu --time=2 run; sysbench memory --time=2 run; sysbench threads --time=2 run; sysbench --help'
keep scripts perl bash -c 'perl -V; perl -Mdiagnostics -we "print qq(errors: 0\n)"; perl -h'
keep scripts ruby bash -c 'ruby --help; ruby -rlogger -e "l = Logger.new(STDOUT); %w[started error\ handler\ ready failed:\ 0 retry\ enabled timeout\ 30s not\ found,\ creating].each { |t| l.info(t); l.debug(t); l.warn(t) }"; gem list; gem env | head -n 40; ruby -rminitest/autorun -e "class T < Minitest::Test; %w[error timeout missing refused].each { |n| define_method(%q(test_) + n) { assert true } }; end" -- -v'
keep scripts php bash -c 'php -i | cut -c1-200 | grep -v "HOSTNAME"; php -h; php -m; php -r "foreach ([404, 401, 500] as \$c) { error_log(\"handler for \$c registered\"); }"'
keep scripts bats bash -c 'for t in "reports an error for missing input" "retries after timeout" "returns 404 when not found" "permission denied is explained" "core file is removed"; do printf "@test \"%s\" {\n  true\n}\n" "$t"; done > t.bats; bats -p t.bats; bats --tap t.bats; bats --help; shellcheck --help; shellcheck --list-optional'
kill $site

# --- system log, cron, fail2ban, automation
printf 'module(load="imuxsock" SysSock.Use="off")\ninput(type="imuxsock" Socket="%s/devlog")\n*.* action(type="omfile" file="%s/syslog" template="RSYSLOG_TraditionalFileFormat")\n*.* action(type="omfile" file="%s/iso" template="RSYSLOG_FileFormat")\n*.* action(type="omfile" file="%s/rfc5424" template="RSYSLOG_SyslogProtocol23Format")\n' $PWD $PWD $PWD $PWD > rsyslog.conf
keep syslog check rsyslogd -N 1 -f $PWD/rsyslog.conf
rsyslogd -n -f $PWD/rsyslog.conf -i $PWD/rsyslog.pid & pid=$!; sleep 1
python3 "$TOOLS/compose.py" messages | while IFS='|' read -r facility tag text; do logger -u "$PWD/devlog" -p "$facility" -t "$tag" -i -- "$text"; done
sleep 1; kill $pid; for l in syslog iso rfc5424; do save syslog $l $l; done
keep automation cron bash -c 'timeout 3 cron -f -L 15; crontab -l; run-parts --test /etc/cron.daily; true'
printf 'resource "terraform_data" "job" {\n  for_each = toset(["errors", "retry", "timeout"])\n  input = each.key\n}\nresource "terraform_data" "core" { input = 4 }\nvariable "fail_fast" { default = false }\noutput "failed" { value = 0 }\n' > main.tf
keep automation terraform bash -c 'export TF_CLI_CONFIG_FILE=/dev/null CHECKPOINT_DISABLE=1; terraform init -no-color; terraform validate -no-color; terraform plan -no-color; terraform apply -no-color -auto-approve; terraform show -no-color; terraform destroy -no-color -auto-approve; terraform -help; terraform plan -help; TF_LOG=INFO terraform plan -no-color'
for tool in "docker --help" "docker run --help" "docker build --help" "kubectl --help" "kubectl get --help" "kubectl options" "kubectl logs --help" "kubectl rollout --help" "helm --help"; do
    command -v ${tool%% *} > /dev/null && keep container-help "${tool// /-}" env DOCKER_HOST= HOME="$LAB/sys" $tool
done
printf '%s\n' '- hosts: localhost' '  gather_facts: false' '  tasks:' > play.yml
for n in "ensure error log exists" "retry failed downloads" "check that port is not refused" "read missing file" "set timeout"; do printf '    - name: %s\n      ansible.builtin.copy: {content: "%s\\n", dest: "%s/made-%s"}\n' "$n" "$n" "$PWD" "${n// /-}"; done >> play.yml
printf '    - name: a failure that is ignored\n      ansible.builtin.command: "false"\n      ignore_errors: false\n      failed_when: false\n      changed_when: false\n    - name: only elsewhere\n      ansible.builtin.debug: {msg: "unreachable=0 failed=0"}\n      when: false\n    - name: say\n      ansible.builtin.debug: {msg: "errors: 0"}\n' >> play.yml
for v in "" -vv -vvvv; do keep ansible "play$v" $py/ansible-playbook $v -i localhost, -c local play.yml; done
keep ansible setup bash -c "$py/ansible -i localhost, -c local localhost -m setup -a gather_subset=distribution,pkg_mgr,python"
keep ansible help $py/ansible-playbook --help
keep ansible doc bash -c "$py/ansible-doc ansible.builtin.uri | head -n 250"
keep ansible config bash -c "$py/ansible-config dump | cut -c1-200"
keep ansible modules $py/ansible-doc -l
