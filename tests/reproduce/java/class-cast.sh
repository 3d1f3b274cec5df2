# needs: apt:default-jdk-headless
# Casts to a class that the object is not.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
import java.util.*;
public class App { public static void main(String[] a) { Object o = "x"; List raw = new ArrayList(); raw.add(1); if (a.length > 0) { for (String s : (List<String>) raw) System.out.println(s); } Integer i = (Integer) o; } }
J
javac -nowarn App.java 2>/dev/null || exit 2
java -cp . App >out 2>&1
java -cp . App x >>out 2>&1
cat out
grep -qF 'java.lang.ClassCastException: class java.lang.String cannot be cast to class java.lang.Integer' out
