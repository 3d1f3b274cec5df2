"""Compose ordinary log lines of programs that cannot run here: boot, CI, orchestration, appliances.

The sentences are our own, in the formats that such programs use. Many hold a word that looks
bad out of context (error, failed, refused, 404), which is the reason for this file: a signature
made of such a word alone has to be seen to fire on ordinary lines.

usage: compose.py messages            facility|tag|text, for logger
       compose.py boot|ci|cluster|business|retry|counters
"""

from __future__ import annotations

import itertools
import random
import sys
from collections.abc import Callable, Iterator

SLOTS: dict[str, tuple[str, ...]] = {
    "unit": (
        "nginx.service", "postgresql.service", "redis-server.service", "cron.service", "ssh.service", "rsyslog.service", "systemd-journald.service",
        "systemd-udevd.service", "systemd-resolved.service", "systemd-timesyncd.service", "apparmor.service", "networking.service", "docker.service",
        "containerd.service", "kubelet.service", "unattended-upgrades.service", "logrotate.service", "e2scrub_all.service", "fstrim.service",
        "polkit.service", "dbus.service", "systemd-logind.service", "getty@tty1.service", "chrony.service", "fail2ban.service", "shop-worker.service",
        "shop-errors.service", "core-dump-cleaner.service", "retry-failed.service", "systemd-coredump.socket", "emergency.target", "rescue.target",
        "multi-user.target", "network-online.target", "local-fs.target", "timers.target", "apt-daily.timer", "man-db.timer", "motd-news.timer",
    ),
    "disk": ("sda", "sda1", "nvme0n1", "nvme0n1p2", "vda1", "dm-0", "md0"),
    "fs": ("ext4", "xfs", "btrfs", "vfat", "tmpfs", "overlay"),
    "user": ("alice", "bob", "deploy", "backup", "www-data", "postgres"),
    "service": ("orders", "billing", "auth", "search", "mail", "gateway", "inventory", "reports", "scheduler", "core", "error-pages", "retry-queue"),
    "word": (
        "error", "errors", "failed", "failure", "failures", "timeout", "timeouts", "refused", "denied", "missing", "not found", "invalid", "unknown",
        "unreachable", "rejected", "aborted", "cancelled", "crashed", "killed", "fatal", "critical", "panic", "exception", "undefined", "unexpected",
        "corrupt", "expired", "conflict", "overflow", "deadlock", "leak", "exceeded", "unavailable", "unauthorized", "forbidden", "unhandled", "broken",
    ),
    "status": ("200", "201", "202", "204", "206", "301", "302", "304", "400", "401", "403", "404", "405", "409", "410", "412", "422", "429", "499"),
    "path": ("/", "/health", "/login", "/items/{n}", "/api/v1/orders", "/api/v1/errors", "/api/v2/jobs/{n}/retry", "/static/core.js", "/favicon.ico", "/wp-login.php", "/metrics", "/docs/timeouts"),
    "method": ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"),
    "file": ("error.log", "errors.py", "core.c", "timeout_test.go", "not_found.html", "failed_jobs.csv", "retry.ts", "exceptions.rb", "ErrorHandler.java", "http_401.rs", "refused_spec.js", "denied.tf"),
    "lib": ("core-js", "http-errors", "node-timeout", "error-stack-parser", "retry-axios", "exceptiongroup", "backoff", "tenacity", "jackson-core", "spring-core", "aws-sdk-core", "core-foundation", "failure-derive", "p-timeout", "on-error-resume", "kotlin-stdlib", "guava", "serde_core"),
    "pod": ("orders-7d9f8b6c5-x2lqp", "billing-0", "gateway-5c6d7f8b9-qm4zt", "redis-0", "error-pages-6f7c8d9b5-kk2vw", "migrate-28491-8zr5k"),
    "node": ("node-1", "node-2", "node-3"),
    "lang": ("Python 3.12", "Node.js 20", "Go 1.22", "Java 17", "Ruby 3.3", "PHP 8.3", ".NET 8", "Rust 1.78"),
}  # fmt: skip

MESSAGES = (
    "cron.info|CRON|({user}) CMD (/usr/local/bin/clean-{word2} --quiet --ignore-errors)", "auth.info|sshd|Accepted publickey for {user} from 10.0.{o}.{m} port 5{n}{m} ssh2",
    "auth.info|sshd|pam_unix(sshd:session): session opened for user {user}(uid=100{m}) by (uid=0)", "auth.info|sshd|Received disconnect from 10.0.{o}.{m} port 4{n}{m}:11: disconnected by user",
    "auth.notice|sudo|{user} : TTY=pts/{m} ; PWD=/srv/app ; USER=postgres ; COMMAND=/usr/bin/tail -n {n} /var/log/{file}", "auth.info|systemd-logind|New session {n} of user {user}.",
    "daemon.info|systemd|Started {unit}.", "daemon.info|systemd|{unit}: Deactivated successfully.", "daemon.info|systemd|{unit}: Consumed {n}.{m}s CPU time.", "daemon.info|systemd|Reloading {unit} - after configuration change...",
    "daemon.info|systemd|{unit}: Scheduled restart job, restart counter is at {m}.", "daemon.info|systemd|Reset failed state of {unit}.", "daemon.info|systemd|Condition check resulted in {unit} being skipped.",
    "daemon.info|dhclient|DHCPACK of 10.0.{o}.{m} from 10.0.0.1", "daemon.info|dhclient|bound to 10.0.{o}.{m} -- renewal in {n}00 seconds.", "daemon.info|chronyd|Selected source 10.0.0.{m}", "daemon.notice|chronyd|Timeout for source 10.0.0.{m} raised to {n} s",
    "kern.info|kernel|[{n}.{m}0417] eth0: link up, 1000 Mbps full duplex, 0 errors", "kern.info|kernel|[{n}.{m}1188] EXT4-fs ({disk}): mounted filesystem with ordered data mode, errors=remount-ro", "kern.info|kernel|[{n}.{m}2290] audit: rate limit {n}, failure mode 1",
    "mail.info|postfix/smtp|8F{n}A{m}: to=<user@example.org>, relay=mx.example.org[10.0.0.{m}]:25, delay=0.{n}, dsn=2.0.0, status=sent (250 ok)", "mail.info|postfix/qmgr|8F{n}A{m}: removed", "mail.info|dovecot|imap-login: Login: user=<{user}>, method=PLAIN, rip=10.0.0.{m}, TLS",
    "local0.info|{service}|worker {m} ready, {word2}: 0", "local0.info|{service}|error handler for {status} registered", "local0.notice|{service}|retry {m} of 3 for job {n} succeeded", "local0.info|{service}|request {n} done status={status} error=none took={m}ms",
    "local0.info|{service}|no {word2} in the last {n} minutes", "local0.warning|{service}|queue length {n} above soft limit, no action needed", "local0.debug|{service}|timeout for {path} is {n} s", "local0.info|{service}|{word2} counter reset at midnight",
    "local0.info|{service}|checked {n} files, {m} skipped, 0 {word2}", "user.info|backup|snapshot {n} complete: new {m} files, 0 errors, 0 failed", "user.info|certbot|Certificate not yet due for renewal, {n} days left", "user.info|fail2ban|[sshd] Unban 10.0.{o}.{m}",
    "daemon.info|dockerd|time=\"2024-06-12T10:00:{m:0>2}Z\" level=info msg=\"ignoring event\" container=c{n} module=libcontainerd topic=/tasks/delete", "daemon.info|containerd|level=info msg=\"shim disconnected\" id=c{n} namespace=moby", "daemon.info|NetworkManager|<info>  dhcp4 (eth0): state changed no lease -> bound, address=10.0.{o}.{m}",
)  # fmt: skip

BOOT = (
    "[    {m}.{n}417] {disk}: detected capacity change from 0 to {n}2048", "[    {m}.{n}204] {fs}: module loaded, error injection disabled", "[    {m}.{n}119] EXT4-fs ({disk}): mounted filesystem with ordered data mode. Opts: errors=remount-ro",
    "[    {m}.{n}020] systemd[1]: Listening on {unit}.", "[    {m}.{n}771] systemd[1]: Reached target {unit}.", "[    {m}.{n}308] systemd[1]: {unit}: Unit is masked, skipping.", "[  OK  ] Started {unit}.", "[  OK  ] Reached target {unit}.", "[  OK  ] Stopped {unit}.", "         Starting {unit}...", "         Stopping {unit}...",
    "[    0.{n}00] ACPI: Core revision 2022{m}", "[    0.{n}10] smpboot: CPU{m}: core {m}, package 0", "[    0.{n}12] pci 0000:00:0{m}.0: BAR {m}: no space needed, ok", "[    0.{n}33] PCI: not using MMCONFIG", "[    0.{n}54] ACPI: Enabled {m} GPEs, error reporting off", "[    0.{n}61] EDAC MC: Ver: 3.0.0, {n} corrected errors, 0 uncorrected",
    "[    0.{n}72] RAS: Correctable Errors collector initialized.", "[    0.{n}77] pstore: Registered erst as persistent store backend for panic logs", "[    0.{n}80] Kernel command line: root=/dev/{disk} ro quiet panic={m} net.ifnames=0", "[    0.{n}82] watchdog: NMI timeout {n} s, hard lockup panic off", "[    0.{n}90] mce: Machine check polling timer started, {m} banks",
    "[    {m}.{n}1] ata{m}: SATA link up 6.0 Gbps, no failed commands", "[    {m}.{n}2] ata{m}.00: NCQ enabled, error recovery on", "[    {m}.{n}3] scsi host{m}: timeout set to {n} s, retries {m}", "[    {m}.{n}4] md/raid1:{disk}: active with 2 out of 2 mirrors, 0 failed", "[    {m}.{n}5] usb {m}-1: device descriptor read, retry not needed",
    "[    {m}.{n}6] random: crng init done", "[    {m}.{n}7] TCP: Hash tables configured (established {n}72 bind 65536)", "[    {m}.{n}8] zswap: loaded using pool lz4, allocation failures 0", "[    {m}.{n}9] Freeing unused kernel image (initmem) memory: {n}K", "fsck from util-linux 2.38.{m}: /dev/{disk}: clean, {n}71/655360 files, no errors",
    "/dev/{disk}: recovering journal, {m} orphans removed, {fs} is clean", "systemd-fsck[{n}]: /dev/{disk}: {n} files, 0 bad blocks", "systemd-journald[{n}]: Runtime Journal is {m}.0M, max {n}.0M, {n}.0M free.", "systemd-sysctl[{n}]: Applied kernel.core_pattern=core, fs.suid_dumpable={m}", "systemd[1]: {unit}: Timeout stop is {n}s, failure action none.", "smartd[{n}]: Device: /dev/{disk}, SMART Usage Attribute: {m} Raw_Read_Error_Rate unchanged at {n}",
    "smartd[{n}]: Device: /dev/{disk}, self-test completed without error", "mcelog: {m} corrected memory errors since boot, below threshold", "kernel: nf_conntrack: default timeout {n} s, dropped 0", "ifup[{n}]: no failed interfaces, eth0 is up with 10.0.{m}.{o}", "cloud-init[{n}]: Cloud-init finished at boot, errors: [], datasource none, up {m}.{n} seconds",
)  # fmt: skip

CI = (
    "##[group]Run actions/{service}-setup@v{m}", "##[endgroup]", "##[debug]Evaluating condition for step: 'Upload {file}'", "##[debug]=> Success()", "##[debug]Result: 'true', continue-on-error: false", "[command]/usr/bin/git checkout --progress --force refs/remotes/origin/{service}", "with: fail-fast: false, timeout-minutes: {n}, if-no-files-found: {word2}", "env: CARGO_TERM_COLOR=always RUST_BACKTRACE={m}",
    "Cache not found for input keys: {service}-linux-{n}, continuing without cache", "Cache hit for restore-key: {lib}-{n}", "Cache Size: ~{n} MB ({n}8312 B)", "Post job cleanup, 0 orphan processes", "Uploading artifact {file}, {n} bytes, retries left {m}", "Artifact {service}-logs has been successfully uploaded, {m} files", "Downloading {lib}-{m}.{n}.tgz ({n} kB)", "Resolved {lib} {m}.{n}.0 in {n} ms",
    "Installing {lib} ({m}.{n}.1): Extracting archive", "> Task :{service}:compileJava UP-TO-DATE", "> Task :{service}:test FROM-CACHE", "> Task :{service}:processResources NO-SOURCE", "BUILD SUCCESSFUL in {n}s, {m} actionable tasks, 0 failed", "Tests run: {n}, Failures: 0, Errors: 0, Skipped: {m}, Time elapsed: 0.{n} s - in org.example.{service}.ErrorTest", "Test Suite '{service}' passed, {n} tests, 0 failures, 0 errors, {m} skipped",
    "ok {m} - {service} reports {word2} as a hint", "not ok is expected to be 0: 0 of {n}", "--- PASS: TestHandles{word3} (0.{n}s)", "=== RUN   TestHandles{word3}/{service}", "test {service}::tests::{word2}_is_counted ... ok", "test result: ok. {n} passed; 0 failed; {m} ignored; finished in 0.{n}s", "PASS {service}/{file} ({m}.{n} s)", "  ✓ shows the {word} page ({n} ms)", "  ✔ {service} answers {status} to {method} {path} ({n}ms)",
    "{n} examples, 0 failures, {m} pending", "Finished in {m}.{n} seconds (files took {m} seconds to load), errors outside of examples: 0", "Passed!  - Failed:     0, Passed:   {n}, Skipped:     {m}, Total:   {n}, Duration: {n} ms - {service}.dll", "Build succeeded. {m} Warning(s) 0 Error(s) in {service}", "warning: {m} deprecations in {lib}, run with --verbose to see them", "npm notice {n} packages are looking for funding, 0 vulnerabilities", "found 0 vulnerabilities in {n} packages of {service}",
    "lint: {n} files checked, 0 errors, {m} warnings in {file}", "{file}:{n}:{m}: note: previous {word} handler is here", "All checks passed for {file} ({n} rules, error level off)", "coverage: {n}.{m}% of statements in {service}/{file}", "Step {m}/{n} : RUN apt-get install -y {lib} && rm -rf /var/lib/apt/lists/*", "#{m} [{service} 2/{m}] RUN pip install --timeout {n} {lib}", "#{m} DONE {m}.{n}s", "#{m} CACHED", " ---> Using cache for {service}:{n}",
    "Successfully tagged registry.example.org/{service}:{n}", "The push refers to repository [registry.example.org/{service}]", "{n}a{m}: Layer already exists", "latest: digest: sha256:{n} size: {n}", "Running with runner {m}.{n} on {node}, {lang}", "Job succeeded after {n} s, retry count {m}", "Checking out {n}ab{m} as detached HEAD (ref is {service}/fix-{word2})", "Skipping Git submodules setup, no errors", "section_start:17{n}:{service}_script", "Matched {m} files for **/{file}", "Setting up {lang} ({m}.{n})", "timeout reached for idle container {n}, as configured, removing",
)  # fmt: skip

CLUSTER = (
    "I0612 10:{m:0>2}:00.{n}000       1 {service}_controller.go:{n}] Synced {pod}, requeue on error: true", "W0612 10:{m:0>2}:00.{n}000       1 reflector.go:{n}] watch of {service} ended with: too old resource version, will retry", "default   {m}s   Normal   Pulled     pod/{pod}   Container image already present", "default   {m}m   Normal   Scheduled  pod/{pod}   Successfully assigned to {node}", "default   {n}s   Normal   Killing    pod/{pod}   Stopping container {service}",
    "{pod}   1/1   Running     {m}   {n}h", "{pod}   0/1   Completed   0   {n}m", "deployment.apps/{service} successfully rolled out, {m} replicas", "NAME: {service} STATUS: deployed REVISION: {m}", "level=info ts=2024-06-12T10:00:{m:0>2}Z caller={service}.go:{n} msg=\"{word} budget reloaded\" errors=0", "level=debug component={service} msg=\"evaluating rule\" rule=High{word3}Rate firing=false value=0",
    "{{\"level\":\"info\",\"ts\":17{n}.{m},\"logger\":\"{service}\",\"msg\":\"reconciled\",\"error\":null,\"requeue\":false}}", "{{\"severity\":\"INFO\",\"message\":\"{method} {path} {status}\",\"httpRequest\":{{\"status\":{status},\"latency\":\"0.{n}s\"}},\"trace\":\"t{n}\"}}", "[2024-06-12T10:00:{m:0>2}.{n}Z] \"{method} {path} HTTP/1.1\" {status} - via_upstream - \"-\" 0 {n} {m} {m} \"10.0.0.{m}\" \"{service}\"", "[2024-06-12 10:00:{m:0>2},{n}][INFO ][o.e.c.{service}] [{node}] cluster health status changed from [YELLOW] to [GREEN], failed shards [0]",
    "[2024-06-12 10:00:{m:0>2},{n}] INFO [Controller {m}] Partition {service}-{m} isr updated, offline 0 (kafka.controller)", "[2024-06-12 10:00:{m:0>2},{n}] INFO [GroupCoordinator {m}]: Member {service}-{n} left, reason: consumer poll timeout has expired, rebalanced", "{n}:M 12 Jun 2024 10:00:{m:0>2}.{n} * DB saved on disk, {n} changes, {word2} keys 0", "2024-06-12T10:00:{m:0>2}.{n}+00:00 I NETWORK  [conn{n}] end connection 10.0.0.{m} ({n} connections now open)", "{{\"t\":\"2024-06-12T10:00:{m:0>2}Z\",\"s\":\"I\",\"c\":\"STORAGE\",\"id\":{n}42,\"msg\":\"Checkpoint done\",\"attr\":{{\"errors\":0,\"took\":{m}}}}}",
    "time=\"2024-06-12T10:00:{m:0>2}Z\" level=info msg=\"{word} page configured for {status}\" service={service}", "time=2024-06-12T10:00:{m:0>2}.{n}Z level=INFO msg=\"retry policy loaded\" attempts={m} timeout={n}s on=\"5xx,reset,refused\"", "2024-06-12T10:00:{m:0>2}Z [{service}] INFO: health probe answered {status}, failure threshold {m}", "10.0.{o}.{m} - - [12/Jun/2024:10:00:{m:0>2} +0000] \"{method} {path} HTTP/2.0\" {status} {n} \"-\" \"examplebot/{m}.0\" {n}", "https 2024-06-12T10:00:{m:0>2}.{n}Z app/{service}/{n} 10.0.{o}.{m}:4{n} 10.0.0.{m}:8080 0.000 0.0{m} 0.000 {status} {status} {n} {n} \"{method} https://shop.example.org:443{path} HTTP/1.1\"",
    "gateway: route {path} -> {service}:80 timeout={n}s retries={m} retry_on=gateway-{word2}", "vault: lease {n} renewed for {service}, ttl {m}h", "consul: agent: Synced check service:{service}, status passing, critical 0", "raft: heartbeat timeout reached, starting election on {node} term={n}", "raft: {node} won election, term={n} votes={m}", "autoscaler: {service} at {n} percent, no change, errors 0", "policy {service}/{word2}-alerts: {n} rules, 0 firing, {m} pending",
)  # fmt: skip

BUSINESS = (
    "INFO  {service}: {n} records read, {m} written, 0 {word}", "INFO  {service}: {word} handler installed for {status}", "INFO  {service}: {word2} = 0", "INFO  {service} finished with {m} warnings and 0 {word}", "DEBUG {service}: is_{word2}=false after {n} ms", "DEBUG {service}: {word2}_count=0 total={n}", "DEBUG {service} cache miss, key {n} not found, loading", "INFO  {service}: on {word} policy is 'continue' (limit {n})", "INFO  {service}: {word} notifications go to user@example.org",
    "INFO  {service}: --ignore-{word2} is on", "INFO  {service}: column {word2} added to {file}", "INFO  {service}: table {word2}_log has {n} rows, kept {m} days", "INFO  {service}: feature flag show_{word2}_page = on", "INFO  {service}: metric {service}_{word2}_total registered", "INFO  {service}: {word} messages translated: {n} of {n}", "NOTICE {service}: {word} report mailed, {n} lines", "INFO  {service}: template {status}.html loaded for {word} pages", "INFO  {service}: {method} {path} -> {status} in {n} ms, {m} bytes",
    "INFO  {service}: simulated {word} injected in test mode, recovered in {n} ms", "INFO  {service}: previous {word} state cleared", "INFO  {service}: {n} {word} events older than {m} days removed", "WARN  {service}: {word} ratio 0.{m} is below the alert limit 0.{n}", "INFO  {service}: alert '{word} rate high' resolved after {m} min", "INFO  {service}: import summary: ok={n} {word2}=0 skipped={m}", "INFO  {service}: no {word} items, nothing to retry", "INFO  {service}: enum Outcome {{Ok, {word3}, Timeout}} has {m} members",
    "INFO  {service}: reading {file} ({n} lines)", "INFO  {service}: writing {n} rows to {file}", "INFO  {service}: queue '{word2}-jobs' declared, {m} consumers", "INFO  {service}: subscribed to topic {service}.{word2}", "INFO  {service}: search for \"{word}\" gave {n} results in {m} ms", "INFO  {service}: ticket #{n} \"{word} on {path}\" closed", "INFO  {service}: documentation page 'What to do when a request is {word}' rendered", "AUDIT {user} changed {service}.{word2}_limit from {m} to {n}", "INFO  {service}: {lib} {m}.{n} loaded", "TRACE {service}: enter on_{word2}(n={n})", "TRACE {service}: leave on_{word2}, result=None, raised=no",
)  # fmt: skip

# Trouble that was met and overcome, as an ordinary run is full of it. No text of a well-known error.
RETRY = (
    "WARN  {service}: attempt {m} of 60 did not get through to {service}, next try in {n} ms", "INFO  {service}: waiting for {service} to accept connections ({m}/60)", "INFO  {service}: {service} is up after {m} tries", "WARN  {service}: failed to refresh cache entry {n}, serving the old one", "WARN  {service}: could not resolve optional peer {node}, skipped", "INFO  {service}: unable to guess charset of {file}, assuming utf-8",
    "WARN  {service}: cannot hard-link {file}, copying instead", "{file}: could not be compressed further, stored", "WARN: failed to restore {lib} from cache, building it (expected on first run)", "INFO  {service}: optional dependency {lib} could not be imported, using the built-in one", "notice: cannot find {file}, using defaults", "warning: {lib} {m}.{n} is deprecated and will be removed, use {lib}2",
    "warning: unused option '{word2}' in {file} line {n}", "info: no {file} found in {service}, nothing to do", "INFO  {service}: timed out waiting for more input after {n} s, flushing {m} records", "INFO  {service}: lock of {service} held by job {n}, waiting", "INFO  {service}: lease lost and taken again within {n} ms", "WARN  {service}: response of {service} took {n} ms, above {m} ms", "INFO  {service}: giving up the idle connection to {node}, as configured",
    "INFO  {service}: upstream answered {status}, cached answer used", "INFO  {service}: retry budget {m} of {n} used", "WARN  {service}: clock differs by {m} ms from {node}", "DEBUG {service}: no handler for {word} events, ignored", "INFO  {service}: failed over from {node} to node-9 in {n} ms", "WARN  {service}: could not send telemetry, will try again in {n} min", "INFO  {service}: unable to use io_uring, using epoll", "{service}: failed to lock memory, continuing without (limit {n} kB)",
    "INFO  {service}: connection to {node} lost, connected again after {m} tries", "INFO  {service}: cannot raise file limit above {n}, keeping it", "INFO  {service}: skipped {m} records that could not be parsed", "WARN  {service}: {m} of {n} replicas did not answer in time, quorum reached", "INFO  {service}: rejected {m} malformed probes from 10.0.{m}.{o}", "INFO  {service}: failed to find index for '{word2}', full scan of {n} rows",
)  # fmt: skip

# Words that say nothing alone. The commonest (error, failed, timeout) are in the lines above often enough.
BARE = (
    "refused", "denied", "missing", "invalid", "unknown", "unreachable", "rejected", "aborted", "cancelled", "crashed", "killed", "fatal", "critical", "panic", "exception",
    "exceptions", "undefined", "unexpected", "corrupt", "expired", "conflict", "overflow", "deadlock", "leak", "exceeded", "unavailable", "unauthorized", "forbidden",
    "unhandled", "broken", "cannot", "unable", "traceback", "permission", "abort", "signal", "token", "lock", "certificate", "bad", "unsupported", "deprecated", "syntax",
    "parse", "socket", "reset", "lost", "null", "disk", "oom",
)  # fmt: skip
CODES = ("400", "401", "401", "403", "409", "410", "422", "429", "500", "502", "503", "504")
COUNTERS = (
    "INFO  {service}: last {n} s: {zeros}; status {a}: {m}, status {b}: 0 ({one})", "level=info service={service} {equal} code={a} count={m} code={b} count=0 top={one}", "alert rules of {service}: {ok}, {a} ok, {b} ok, firing: no {one}",
    "retry of {service} on: {comma}; never on: {a}, {b}; see {one}", "{service} | {bar} | {a} | {b} | {one}", "{service}: filter drops {comma}, keeps {a} and {b}, {n} lines seen, first was {one}", "{{\"service\": \"{service}\", \"counts\": {{{json}}}, \"statuses\": {{\"x\": [{a}, {b}]}}, \"top\": \"{one}\"}}",
    "{service} labels: {comma}; pages for {a} and {b} are ready, {one} too", "DEBUG {service} known outcomes [{comma}] mapped to {a}/{b}, default {one}",
)  # fmt: skip


def counters(seed: int, count: int) -> Iterator[str]:
    """Yield lines that count or list many bad words at once, as statistics and settings do."""
    choose = random.Random(seed)
    for number in range(count):
        words = choose.sample(BARE, 8)
        some = words[:7]
        yield COUNTERS[number % len(COUNTERS)].format(
            service=choose.choice(SLOTS["service"]), n=choose.randrange(10, 900), m=choose.randrange(1, 60), one=words[7], a=choose.choice(CODES), b=choose.choice(CODES),
            zeros=", ".join(f"{word} 0" for word in some), equal=" ".join(f"{word}=0" for word in some), ok=", ".join(f"{word} ok" for word in some),
            comma=", ".join(some), bar=" | ".join(some), json=", ".join(f'"{word}": 0' for word in some),
        )  # fmt: skip


def filled(templates: tuple[str, ...], seed: int, each: int) -> Iterator[str]:
    """Yield `each` fillings of every template, in a shuffled but fixed order."""
    choose = random.Random(seed)
    turns = list(itertools.chain.from_iterable([template] * each for template in templates))
    choose.shuffle(turns)
    for template in turns:
        values = {name: choose.choice(words) for name, words in SLOTS.items()}
        values["word2"] = values["word"].replace(" ", "_")
        values["word3"] = values["word"].title().replace(" ", "")
        values["n"], values["m"] = str(choose.randrange(10, 900)), str(choose.randrange(1, 60))
        values["o"] = str(choose.randrange(1, 250))
        values["path"] = values["path"].format(n=values["n"])
        yield template.format(**values)


def with_ci_time(lines: Iterator[str]) -> Iterator[str]:
    """Put the time before two of three lines, as hosted CI does."""
    for number, line in enumerate(lines):
        time = f"2024-06-12T10:{number // 60 % 60:02d}:{number % 60:02d}.{number * 7919 % 10_000_000:07d}Z "
        yield (time if number % 3 else "") + line


KINDS: dict[str, Callable[[], Iterator[str]]] = {
    "messages": lambda: filled(MESSAGES, 1, 14),
    "boot": lambda: filled(BOOT, 2, 10),
    "ci": lambda: with_ci_time(filled(CI, 3, 10)),
    "cluster": lambda: filled(CLUSTER, 4, 10),
    "business": lambda: filled(BUSINESS, 5, 14),
    "retry": lambda: filled(RETRY, 6, 10),
    "counters": lambda: counters(7, 1000),
}


if __name__ == "__main__":
    for composed in KINDS[sys.argv[1]]():
        print(composed)
