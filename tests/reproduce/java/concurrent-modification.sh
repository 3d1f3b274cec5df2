# needs: apt:default-jdk-headless
# Changes a list and a map while a loop goes over them.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
import java.util.*;
public class App { public static void main(String[] a) {
    if (a.length == 0) { List<Integer> l = new ArrayList<>(List.of(1, 2, 3)); for (Integer i : l) l.remove(i); }
    Map<String, Integer> m = new HashMap<>(Map.of("a", 1, "b", 2)); for (String k : m.keySet()) m.put(k + "x", 1);
} }
J
javac App.java || exit 2
java -cp . App >out 2>&1
java -cp . App x >>out 2>&1
cat out
grep -qF 'java.util.ConcurrentModificationException' out
