# needs: apt:default-jdk-headless
# Opens internals of the JDK by reflection.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
public class App { public static void main(String[] a) throws Exception { java.lang.reflect.Field f = String.class.getDeclaredField("value"); f.setAccessible(true); } }
J
javac App.java || exit 2
java -cp . App >out 2>&1
cat out
grep -qF 'java.lang.reflect.InaccessibleObjectException: Unable to make field' out
