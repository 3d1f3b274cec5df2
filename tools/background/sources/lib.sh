# Sourced by every source: how output becomes a raw capture.
set -u
umask 022

# keep KIND NAME COMMAND...: both streams of a command become RAW/KIND/NAME.txt.
keep() {
    local kind=$1 name=$2; shift 2
    mkdir -p "$RAW/$kind"
    timeout "${LIMIT_S:-180}" "$@" > "$RAW/$kind/$name.txt" 2>&1 < /dev/null
    local status=$?
    [ $status -eq 0 ] || echo "   $kind/$name: exit $status"
    return 0
}

# serve KIND NAME COMMAND...: start a server in the background; its pid is in $served.
serve() {
    local kind=$1 name=$2; shift 2
    mkdir -p "$RAW/$kind"
    "$@" > "$RAW/$kind/$name.txt" 2>&1 < /dev/null &
    served=$!
}

# wait_port PORT: until something listens there, at most 40 s.
wait_port() {
    for _ in $(seq 400); do
        (exec 3<> "/dev/tcp/127.0.0.1/$1") 2> /dev/null && return 0
        sleep 0.1
    done
    echo "   nothing on port $1"
    return 1
}

# stop PID...: ask to end, wait.
stop() { kill "$@" 2> /dev/null; wait "$@" 2> /dev/null; true; }

# save KIND NAME FILE: a log file written by a server.
save() { mkdir -p "$RAW/$1"; cp "$3" "$RAW/$1/$2.txt"; }

py=$LAB/venv/bin
