#!/usr/bin/env bash
# Run ordinary programs in private namespaces and keep what they print.
#
#   collect.sh                            every source, then build the background model
#   collect.sh STATE_DIR [source ...]     these sources (default: all), no build
#
# STATE_DIR/raw gets one folder per source kind. Needs root, Debian, and the packages in
# README.md. Sources whose name ends in `_net` see the network; all others have loopback only.
set -u

here=$(cd "$(dirname "$0")" && pwd)

if [ "${1:-}" != --inside ]; then
    if [ $# -eq 0 ]; then
        state=$(mktemp -d -t matcher-background.XXXX)
        "$0" "$state" && cd "$here/../.." && exec "${PY:-python3}" -m tools.background.build "$state/raw"
        exit 1
    fi
    case $1 in -*) sed -n '2,9p' "$0"; exit 2 ;; esac
    state=$1; shift
    mkdir -p "$state"/{raw,lab,home/dev}
    state=$(cd "$state" && pwd)
    passed=()
    for name in SSL_CERT_FILE REQUESTS_CA_BUNDLE NODE_EXTRA_CA_CERTS CURL_CA_BUNDLE PIP_CERT; do
        [ -n "${!name:-}" ] && passed+=("$name=${!name}")
    done
    python=$(python3 -c 'import sys; print(sys.base_prefix)')
    exec unshare --mount --uts --ipc --pid --fork --mount-proc env -i "${passed[@]}" \
        HOME=/home/dev USER=dev LOGNAME=dev LANG=C.UTF-8 LC_ALL=C.UTF-8 TERM=dumb COLUMNS=120 TZ=UTC PYTHONUNBUFFERED=1 \
        STATE="$state" TOOLS="$here" PYTHON="$python" \
        CARGO="$(dirname "$(command -v cargo || echo /usr/bin/cargo)")" RUST="${RUSTUP_HOME:-$HOME/.rustup}" \
        bash "$0" --inside "$@"
fi

shift
hostname web01
for place in /home /srv; do mount -t tmpfs tmpfs $place; done
mkdir -p /home/dev /srv/{raw,lab,tools,python,cargo,rustup}
mount --bind "$STATE/home/dev" /home/dev
mount --bind "$STATE/lab" /srv/lab
mount --bind "$STATE/raw" /srv/raw
mount --bind "$TOOLS" /srv/tools
mount --bind "$PYTHON" /srv/python
mount --bind "$CARGO" /srv/cargo
[ -d "$RUST" ] && mount --bind "$RUST" /srv/rustup
mount -t tmpfs tmpfs /tmp
printf '127.0.0.1 localhost web01\n::1 localhost\n' > /tmp/hosts
mount --bind /tmp/hosts /etc/hosts
mkdir -p /srv/lab/tmp && chmod 1777 /srv/lab/tmp && chmod 755 /srv /srv/lab
export TMPDIR=/srv/lab/tmp RAW=/srv/raw LAB=/srv/lab TOOLS=/srv/tools RUSTUP_HOME=/srv/rustup CARGO_HOME=/home/dev/.cargo
export PATH=/srv/python/bin:/srv/cargo:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
unset STATE PYTHON CARGO RUST OLDPWD

cd $LAB || exit 1
if [ $# -eq 0 ]; then
    set -- "$TOOLS"/sources/[0-9]*.sh
fi
for source in "$@"; do
    source=$(basename "$source" .sh)
    echo "== $source"
    case $source in
        *_net) bash "$TOOLS/sources/$source.sh" ;;
        *) unshare --net bash -c 'ip link set lo up; exec bash "$0"' "$TOOLS/sources/$source.sh" ;;
    esac
done
