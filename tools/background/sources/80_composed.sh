# Lines of programs that cannot run here, composed by us. See compose.py.
. "$TOOLS/sources/lib.sh"

for kind in boot ci cluster business retry counters; do keep "composed-$kind" lines python3 "$TOOLS/compose.py" $kind; done
