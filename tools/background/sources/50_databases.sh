# Databases and brokers, started fresh, used a little, stopped: logs and client sessions.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/db"; mkdir -p "$LAB/db" && chmod 777 "$LAB/db" && cd "$LAB/db" || exit 1

# --- PostgreSQL
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
as="setpriv --reuid=postgres --regid=postgres --clear-groups env HOME=$LAB/db PGHOST=127.0.0.1 PGPORT=5433"
keep postgres initdb $as $bin/initdb -D "$LAB/db/pg" --locale=C.UTF-8 -k
cat >> pg/postgresql.conf <<'P'
port = 5433
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
log_min_messages = info
log_statement = all
log_duration = on
log_connections = on
log_disconnections = on
log_checkpoints = on
log_lock_waits = on
log_temp_files = 0
log_autovacuum_min_duration = 0
autovacuum_naptime = 3s
log_line_prefix = '%m [%p] %q%u@%d '
work_mem = '64kB'
wal_level = logical
log_replication_commands = on
P
serve postgres server $as $bin/postgres -D "$LAB/db/pg"; pid=$served; wait_port 5433
psql="$as psql -X -e -U postgres"
cat > shop.sql <<'S'
\timing on
create table orders (id bigint generated always as identity primary key, status int not null default 200, error text, failed boolean default false, created timestamptz default now());
create table errors (id serial primary key, name text unique, severity text check (severity in ('info', 'warning', 'error', 'fatal')));
create index on orders (status) where failed;
create view failed_orders as select * from orders where failed;
create function retry_limit() returns int language sql as 'select 3';
create role reporter nologin; grant select on orders to reporter;
comment on table errors is 'names of errors, none is open';
insert into orders (status, error) select (array[200, 301, 404, 401])[1 + n % 4], null from generate_series(1, 20000) n;
insert into errors (name, severity) values ('not found', 'info'), ('timeout', 'warning'), ('connection refused', 'warning'), ('core dumped', 'error');
analyze verbose orders; vacuum verbose; checkpoint;
explain (analyze, buffers, verbose) select status, count(*) from orders o left join errors e on e.id = o.id group by 1 order by 2 desc;
explain select * from orders where failed and error like '%timeout%' order by created limit 5;
begin; update orders set failed = true, error = 'timeout' where id % 50 = 0; select count(*) from failed_orders; rollback;
begin; savepoint one; delete from orders where status = 404; rollback to one; commit;
do $$ begin raise notice 'no errors found, % rows checked', 20000; raise warning 'statistics of table % are old', 'orders'; raise info 'retry limit is %', retry_limit(); end $$;
select * from orders order by error nulls last, id limit 25;
\d orders
\d+ errors
\dt+
\df
\du
\l+
\dn+
\conninfo
\set
show all;
select * from pg_settings where name like '%error%' or name like '%timeout%' \gx
select relname, n_live_tup, n_dead_tup from pg_stat_all_tables order by 1 limit 60;
select * from pg_stat_activity \gx
select * from pg_stat_bgwriter \gx
select name, default_version, comment from pg_available_extensions order by 1;
copy (select * from errors) to stdout with (format csv, header);
create table if not exists errors (id int); drop table if exists nosuch; reindex table orders; cluster orders using orders_pkey;
select pg_sleep(4);
S
keep psql session bash -c "$psql -f shop.sql | cut -c1-400"
keep psql help $psql -c '\?' -c '\h create table' -c '\h explain'
keep psql usage psql --help=commands
keep psql variables psql --help=variables
keep postgres pgbench-init $as $bin/pgbench -i -s 1 -U postgres
keep postgres pgbench $as $bin/pgbench -P 1 -T 4 -c 2 -r -U postgres
keep postgres dump bash -c "$as $bin/pg_dump -v -U postgres -Fc -f shop.dump; $as createdb -e -U postgres copy; $as $bin/pg_restore -v -U postgres -d copy shop.dump"
keep postgres schema $as $bin/pg_dump -s -U postgres
keep postgres basebackup $as $bin/pg_basebackup -c fast -v -P -U postgres -D "$LAB/db/standby" -R
keep postgres vacuumdb $as $bin/vacuumdb -v -a -U postgres
keep postgres isready $as $bin/pg_isready
printf "port = 5434\n" >> standby/postgresql.conf
serve postgres standby $as $bin/postgres -D "$LAB/db/standby"; standby=$served; wait_port 5434; sleep 3; stop $standby
keep postgres reload $as $bin/pg_ctl -D pg reload
sleep 4; kill -INT $pid; wait $pid 2> /dev/null
keep postgres controldata $as $bin/pg_controldata pg
keep postgres waldump bash -c "$as $bin/pg_waldump -p pg/pg_wal \$(ls pg/pg_wal | head -n 1) 2> /dev/null | awk 'NR%40==0' | head -n 200"
keep postgres checksums $as $bin/pg_checksums -v -D pg
keep postgres help $bin/postgres --help

# --- Redis
cat > redis.conf <<R
port 6390
bind 127.0.0.1
loglevel debug
dir $LAB/db
save 2 1
appendonly yes
R
serve redis server redis-server redis.conf; pid=$served; wait_port 6390
serve redis replica redis-server --port 6391 --replicaof 127.0.0.1 6390 --dir "$LAB/db/tmp6391" --loglevel verbose; sleep 1
stop $served; mkdir -p tmp6391
serve redis replica redis-server --port 6391 --replicaof 127.0.0.1 6390 --dir "$LAB/db/tmp6391" --loglevel verbose; replica=$served; wait_port 6391; sleep 2
cli="redis-cli -p 6390"
keep redis session bash -c 'for c in "ping" "set errors:count 0" "incr retries" "lpush failed:jobs" "hset job:1 status ok error none" "hgetall job:1" "get nosuch" "ttl nosuch" "type job:1" "keys *" "object encoding job:1" "xadd log * level info text ok" "xrange log - +" "config get *timeout*" "config get *" "client list" "memory stats" "latency doctor" "memory doctor" "slowlog get" "command count" "dbsize" "bgsave" "bgrewriteaof" "role" "acl list" "help set" "help config get" "cluster info"; do echo "127.0.0.1:6390> $c"; redis-cli -p 6390 $c; done'
keep redis info $cli info everything
keep redis commands bash -c "$cli command docs | awk 'length > 25' | awk 'NR%2==0' | head -n 300"
keep redis benchmark redis-benchmark -p 6390 -n 2000 -c 5
keep redis check bash -c 'sleep 3; redis-check-rdb dump.rdb; redis-check-aof appendonlydir/*.manifest'
keep redis help redis-cli --help
stop $replica; stop $pid

# --- MariaDB
as="setpriv --reuid=mysql --regid=mysql --clear-groups"
keep mariadb install $as mysql_install_db --datadir="$LAB/db/my" --auth-root-authentication-method=normal --skip-test-db
serve mariadb server $as mariadbd --no-defaults --datadir="$LAB/db/my" --port 3307 --bind-address 127.0.0.1 --socket="$LAB/db/my.sock" --log-warnings=4 --general-log=1 --general-log-file="$LAB/db/general.log" --slow-query-log --long-query-time=0 --slow-query-log-file="$LAB/db/slow.log"; pid=$served; wait_port 3307
cat > shop.my <<'S'
create database shop; use shop;
create table orders (id int auto_increment primary key, status int, error varchar(80), failed bool default 0) engine=innodb;
insert into orders (status) select 200 + seq % 5 from seq_1_to_2000;
select status, count(*), sum(failed) as failed from orders group by status;
explain extended select * from orders where error is null and status = 404; show warnings;
check table orders; analyze table orders; optimize table orders; show table status; show create table orders;
show variables like '%timeout%'; show variables like '%error%'; show status like '%abort%'; show status like '%conn%'; show status; show engine innodb status; show processlist; show errors; show plugins; show engines; help 'select'; show grants;
S
keep mariadb session bash -c "mariadb --no-defaults -h 127.0.0.1 -P 3307 -u root -t -vv < shop.my | cut -c1-300"
keep mariadb variables bash -c "mariadb --no-defaults -h 127.0.0.1 -P 3307 -u root -e 'show variables' | cut -c1-200"
keep mariadb dump bash -c "mariadb-dump --no-defaults -v -h 127.0.0.1 -P 3307 -u root shop | cut -c1-200"
keep mariadb check mariadb-check --no-defaults -v -A -h 127.0.0.1 -P 3307 -u root
keep mariadb admin mariadb-admin --no-defaults -h 127.0.0.1 -P 3307 -u root extended-status version ping
stop $pid; save mariadb general general.log; save mariadb slow slow.log
keep mariadb help bash -c "mariadbd --no-defaults --verbose --help | head -n 900 | awk 'NR%3==0'"

# --- smaller stores and brokers
serve etcd server etcd --data-dir "$LAB/db/etcd" --log-level debug --logger zap; pid=$served; wait_port 2379
keep etcd client env ETCDCTL_API=3 bash -c 'for c in "put /jobs/1/error none" "get --prefix /" "endpoint status -w table" "endpoint health" "member list -w table" "alarm list" "compaction 2" "defrag" "lease grant 60" "lease list" "auth status" "check perf"; do etcdctl $c; done; etcdctl --help'
keep etcd help etcd --help
keep etcd metrics bash -c "curl -s http://127.0.0.1:2379/metrics | awk 'NR%2==0' | head -n 400"
stop $pid
serve memcached server memcached -vv -u nobody -l 127.0.0.1 -p 11212; pid=$served; wait_port 11212
keep memcached session bash -c 'exec 3<>/dev/tcp/127.0.0.1/11212; printf "set errors 0 60 1\r\n0\r\nget errors\r\nget nosuch\r\nincr errors 1\r\ndelete nosuch\r\nstats\r\nstats settings\r\nstats items\r\nversion\r\nquit\r\n" >&3; cat <&3'
keep memcached help memcached -h
stop $pid
serve nats server nats-server -DV -a 127.0.0.1 -p 4223 -js -sd "$LAB/db/nats"; pid=$served; wait_port 4223
bash -c 'exec 3<>/dev/tcp/127.0.0.1/4223; printf "CONNECT {\"verbose\":true}\r\nPING\r\nSUB errors.> 1\r\nPUB errors.none 2\r\nok\r\nUNSUB 1\r\n" >&3; timeout 2 cat <&3' > /dev/null
stop $pid
printf 'listener 1884 127.0.0.1\nallow_anonymous true\nlog_type all\n' > mosquitto.conf
serve mosquitto server mosquitto -v -c mosquitto.conf; pid=$served; wait_port 1884
keep mosquitto subscribe timeout --preserve-status 4 bash -c 'mosquitto_sub -d -v -p 1884 -t "#" -W 3 & sleep 1; for t in jobs/error jobs/failed core/timeout; do mosquitto_pub -d -q 1 -r -p 1884 -t $t -m 0; done; wait; true'
stop $pid
mkdir -p rabbit; chown rabbitmq rabbit; export RABBITMQ_MNESIA_BASE=$LAB/db/rabbit RABBITMQ_LOG_BASE=$LAB/db/rabbit RABBITMQ_LOGS=- RABBITMQ_NODENAME=rabbit@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 HOME=$LAB/db/rabbit
serve rabbitmq server setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups /usr/lib/rabbitmq/bin/rabbitmq-server; pid=$served
if wait_port 5672; then
    ctl="setpriv --reuid=rabbitmq --regid=rabbitmq --clear-groups /usr/lib/rabbitmq/bin/rabbitmqctl"
    for c in status list_queues "add_vhost shop" "add_user reporter reporter" "set_permissions reporter .* .* .*" list_users environment report help; do keep rabbitmq "${c// /-}" $ctl $c; done
    keep rabbitmq stop $ctl stop
fi
stop $pid
keep sqlite session bash -c 'cat > s.sql <<S
.timer on
.headers on
.mode box
create table jobs (id integer primary key, name text, error text, retries int default 0);
insert into jobs (name) values ("import"), ("export"), ("retry failed"), ("not found page");
select * from jobs; explain query plan select * from jobs where error is null; explain select count(*) from jobs;
pragma integrity_check; pragma compile_options;
.schema
.show
.help -all
S
sqlite3 -echo shop.sqlite < s.sql'
