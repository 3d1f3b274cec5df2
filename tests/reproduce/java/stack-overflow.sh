# needs: apt:default-jdk-headless
# Calls itself for ever.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
public class App {
    static int f(int n) { return f(n + 1) + 1; }
    public static void main(String[] a) { f(0); }
}
J
javac App.java || exit 2
java -Xss256k -cp . App 2>&1 | head -12 >out
cat out
grep -qF 'java.lang.StackOverflowError' out
