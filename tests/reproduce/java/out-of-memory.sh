# needs: apt:default-jdk-headless
# Runs out of heap, metaspace, array size.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
import java.util.*;
public class App {
    public static void main(String[] a) throws Exception {
        if (a[0].equals("array")) { int[] x = new int[Integer.MAX_VALUE]; System.out.println(x.length); }
        List<Object> l = new ArrayList<>();
        if (a[0].equals("direct")) while (true) l.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
        while (true) { if (a[0].equals("gc")) l.add(String.valueOf(l.size())); else l.add(new byte[1 << 20]); }
    }
}
J
javac App.java || exit 2
java -Xmx16m -cp . App heap >out 2>&1
java -Xmx16m -XX:+UseParallelGC -cp . App gc >>out 2>&1
java -Xmx64m -cp . App array >>out 2>&1
java -XX:MaxDirectMemorySize=8m -cp . App direct >>out 2>&1
java -XX:MaxMetaspaceSize=3m -version >>out 2>&1
cat out
grep -qF 'java.lang.OutOfMemoryError: Java heap space' out
