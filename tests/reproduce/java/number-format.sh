# needs: apt:default-jdk-headless
# Parses what is not a number.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
cat >App.java <<'J'
public class App { public static void main(String[] a) { switch (a[0]) { case "l" -> Long.parseLong("99999999999999999999"); case "n" -> Integer.parseInt(null); case "d" -> Double.parseDouble("1,5"); default -> Integer.parseInt(a[0].equals("e") ? "" : a[0]); } } }
J
javac App.java || exit 2
for k in abc l n d e " 12" 3.5 2147483648; do java -cp . App "$k"; done >out 2>&1
cat out
grep -qF 'java.lang.NumberFormatException: For input string: "abc"' out
