# needs: apt:default-jdk-headless
# Runs a class that was compiled for a newer Java.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
echo 'public class App { public static void main(String[] a) {} }' >App.java
javac App.java || exit 2
printf '\0\0\0\105' | dd of=App.class bs=1 seek=4 conv=notrunc 2>/dev/null
java -cp . App >out 2>&1
cat out
grep -qF 'UnsupportedClassVersionError' out
