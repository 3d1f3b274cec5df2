# needs: apt:default-jdk-headless
# Reads behind the end of arrays, lists and strings.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
import java.util.*;
public class App { public static void main(String[] a) {
    switch (a.length) { case 0 -> System.out.println(a[0]); case 1 -> System.out.println(new ArrayList<>(List.of(1)).get(3)); case 2 -> "ab".substring(5); case 3 -> "ab".charAt(-1); default -> new LinkedList<Integer>().get(2); }
} }
J
javac App.java || exit 2
{ java -cp . App; java -cp . App 1; java -cp . App 1 2; java -cp . App 1 2 3; java -cp . App 1 2 3 4; } >out 2>&1
cat out
grep -qF 'java.lang.ArrayIndexOutOfBoundsException: Index 0 out of bounds for length 0' out
