# needs: apt:default-jdk-headless
# Compiles what javac does not know or does not accept.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
import com.acme.nope.Thing;
public class App {
    public static void main(String[] a) { foo(); Strin s = "x"; a.size(); int n = "x"; int i = 1.5; String t = 1; count++; }
}
J
javac App.java >out 2>&1
javac --release 99 App.java >>out 2>&1
javac -source 5 -target 5 App.java >>out 2>&1
echo 'public class Rel { record P(int x) {} }' >Rel.java
javac --release 11 Rel.java >>out 2>&1
cat out
grep -qF "error: Source option 5 is no longer supported" out && grep -qF "error: release version 99 not supported" out
