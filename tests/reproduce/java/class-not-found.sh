# needs: apt:default-jdk-headless
# Loads classes that are not on the class path.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
public class App {
    static class Bad { static { if (true) throw new RuntimeException("init"); } static int x; }
    public static void main(String[] a) throws Exception {
        switch (a[0]) {
            case "name" -> Class.forName("com.mysql.cj.jdbc.Driver");
            case "dep" -> new Dep();
            default -> { try { System.out.println(Bad.x); } catch (Throwable t) { System.out.println(t); } System.out.println(Bad.x); }
        }
    }
}
J
echo 'public class Dep {}' >Dep.java
javac App.java Dep.java || exit 2
rm Dep.class
for k in name dep init; do java -cp . App $k; done >out 2>&1
cat out
grep -qF 'java.lang.ClassNotFoundException: com.mysql.cj.jdbc.Driver' out && grep -qF 'java.lang.NoClassDefFoundError: Dep' out
