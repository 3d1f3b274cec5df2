"""The words of the synthetic knowledge base: what real error messages are made of."""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for line in text.split("\n") for one in line.split(";") if one.strip())


COMPONENTS = _listed(
    """
    kubelet;containerd;etcd member;zookeeper session;kafka consumer;kafka broker;rabbitmq channel
    celery worker;gunicorn worker;uvicorn reloader;nginx upstream;haproxy backend;envoy listener
    istio sidecar;consul agent;vault token;terraform provider;ansible playbook;packer builder
    docker buildkit;podman machine;helm release;argo workflow;jenkins agent;gitlab runner;bazel server
    gradle daemon;maven resolver;cargo registry;npm lockfile;yarn workspace;pip resolver;conda solver
    poetry installer;webpack bundle;vite optimizer;babel plugin;eslint config;typescript compiler
    rust borrow checker;go module proxy;java classloader;spring context;hibernate session
    tomcat connector;django migration;flask blueprint;sqlalchemy pool;alembic revision;pgbouncer pool
    postgres replica;mysql binlog;mariadb galera node;mongodb shard;redis sentinel;memcached slab
    cassandra compaction;elasticsearch shard;opensearch ingest;clickhouse merge;influxdb series
    prometheus scrape;grafana datasource;fluentd buffer;logstash pipeline;spark executor;hadoop namenode
    airflow scheduler;dagster sensor;snowflake stage;s3 bucket;dynamodb table;lambda handler
    cloudfront distribution;azure blob;bigquery job;pubsub subscription;stripe webhook;oauth client
    saml assertion;ldap bind;kerberos ticket;openssl handshake;ssh agent;wireguard tunnel;dns resolver
    dhcp lease;systemd unit;cgroup controller;ext4 journal;zfs pool;nfs mount;ceph osd;cuda context
    tensor allocator;onnx session;protobuf parser;grpc stream;websocket frame;graphql resolver
    selenium session;playwright browser;pytest fixture
    """
)
VERBS = _listed(
    """
    acquire;release;renew;rotate;revoke;verify;validate;parse;decode;encode;serialize;deserialize
    compress;decompress;encrypt;decrypt;allocate;reserve;evict;flush;commit;rollback;replay;replicate
    rebalance;elect;promote;demote;attach;detach;mount;unmount;resolve;register;deregister;subscribe
    publish;acknowledge;enqueue;dequeue;schedule;throttle;resume;restart;terminate;drain;migrate;upgrade
    downgrade;install;compile;link;import;export;upload;download;checkpoint;restore;snapshot;index
    truncate;merge;split;lock;unlock
    """
)
NOUNS = _listed(
    """
    lease;certificate;credential;session;connection;socket;descriptor;segment;partition;offset
    checkpoint;manifest;artifact;dependency;wheel;layer;image;volume;snapshot;inode;journal;transaction
    savepoint;cursor;sequence;tablespace;schema;index;constraint;trigger;payload;envelope;header;trailer
    frame;packet;checksum;signature;digest;fingerprint;nonce;cookie;redirect;endpoint;route;listener
    handler;callback;coroutine;thread;semaphore;mutex;barrier;heap;arena;page;tensor;gradient;kernel
    stream;codec;locale;timezone;template;fixture
    """
)
REASONS = _listed(
    """
    quorum lost;lease expired;peer closed it;permission denied;no space left;quota exceeded;not a leader
    stale epoch;wrong generation;checksum mismatch;unknown revision;already exists;does not exist
    read-only;out of memory;too many open files;deadline exceeded;circuit open;version conflict
    bad magic number;unexpected end;invalid utf-8;duplicate key;cycle detected;not supported here
    certificate expired;unknown authority;hostname mismatch;token revoked;clock skew;rate limited
    broken pipe;address in use
    """
)
#: Classes that many entries share; an attribute tells them apart.
CLASSES = (
    "botocore.exceptions.ClientError",
    "requests.exceptions.HTTPError",
    "sqlalchemy.exc.OperationalError",
    "psycopg.errors.DatabaseError",
    "grpc.RpcError",
    "kubernetes.client.ApiException",
    "redis.exceptions.ResponseError",
    "openai.APIStatusError",
    "google.api_core.exceptions.GoogleAPICallError",
    "django.db.utils.IntegrityError",
)
ATTRIBUTES = ("code", "reason", "status", "orig.sqlstate", "response.status_code")
TOOLS = (
    "kubectl",
    "systemctl",
    "docker",
    "pip",
    "npm",
    "psql",
    "redis-cli",
    "openssl",
    "journalctl",
    "terraform",
)
