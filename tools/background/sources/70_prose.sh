# Help texts and short pieces of manual pages: the words that tools use when nothing is wrong.
. "$TOOLS/sources/lib.sh"

for t in ls cp mv rm grep sed awk tar find xargs sort cut diff patch make gcc ld as objdump gdb strace ssh scp rsync git less tail head tee date dd mount ps kill nice timeout nohup env chmod chown \
    ln stat install split join uniq wc tr expand fmt seq shuf du df stdbuf test nginx redis-server postgres psql pg_dump pg_ctl mosquitto memcached node python3 perl ruby php gpg openssl tmux screen vim \
    man dpkg apt-get apt-cache dpkg-query cmake ctest ninja meson cargo rustc go javac java mvn ant valgrind sqlite3 jq ip ss iptables sysctl journalctl systemctl loginctl hostnamectl timedatectl \
    udevadm logger lsof fuser pgrep top vmstat iostat sar mpstat pidstat watch column hexdump flock getopt lsblk fdisk mkfs swapon dmesg script cal whereis fail2ban-client fail2ban-server squid caddy \
    etcd haproxy zstd xz gzip bzip2 unzip base64 sha256sum nl od paste pr tac tsort who id users uptime envsubst msgfmt xgettext autoconf automake libtoolize cpp nm ar ranlib readelf strip size addr2line \
    bison flex m4 ffprobe doxygen cppcheck clang clang-format mariadb mariadb-dump mariadbd-safe promtool etcdctl nats-server unbound-control dig nslookup host tcpdump iperf3 sysbench; do
    command -v $t > /dev/null || continue
    LIMIT_S=10 keep help $t bash -c "$t --help 2>&1 | head -n 400 | awk 'NF > 2' | awk 'NR%2==1' | head -n 45"
done

# at most 45 lines from one page, from its middle, and not the lists of error codes
for page in bash.1 git.1 ssh_config.5 sshd.8 rsync.1 tar.1 find.1 sed.1 awk.1 less.1 nginx.8 redis-server.1 psql.1 pg_dump.1 postgres.1 systemd.service.5 systemd.exec.5 journald.conf.5 crontab.5 cron.8 \
    logrotate.8 rsyslog.conf.5 sudoers.5 hosts.5 resolv.conf.5 nsswitch.conf.5 fstab.5 mount.8 ip.8 ss.8 tcpdump.1 curl.1 wget.1 openssl-s_client.1 apt.8 apt-get.8 apt.conf.5 dpkg.1 deb.5 make.1 gcc.1 \
    gdb.1 strace.1 valgrind.1 cmake.1 perlrun.1 perlvar.1 ruby.1 php.1 vim.1 tmux.1 haproxy.1 memcached.1 mosquitto.conf.5 unbound.conf.5 dnsmasq.8 squid.8 fail2ban.1 jail.conf.5 mariadb.1 sqlite3.1 \
    git-rebase.1 git-push.1 git-fetch.1 git-gc.1 git-config.1 ffmpeg.1 signal.7 tcp.7 ip.7 socket.7 epoll.7 inotify.7 time.7 capabilities.7 cgroups.7 namespaces.7 proc.5 core.5 elf.5 timeout.1 kill.1; do
    MANWIDTH=110 keep manual "$page" bash -c "man --no-hyphenation --no-justification '${page##*.}' '${page%.*}' 2> /dev/null | col -bx | awk 'NF > 4' | grep -vE ' E[A-Z0-9]{3,} |Copyright|Written by|AUTHOR' | tail -n +30 | awk 'NR%3==0' | head -n 45"
done
true
