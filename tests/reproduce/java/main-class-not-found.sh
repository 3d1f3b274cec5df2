# needs: apt:default-jdk-headless
# Starts classes and jars that have no main.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
echo 'public class App { }' >App.java
mkdir -p src/com/acme; echo 'package com.acme; public class Main { public static void main(String[] a) {} }' >src/com/acme/Main.java
javac App.java src/com/acme/Main.java || exit 2
java Nope >out 2>&1
java App.class >>out 2>&1
(cd src/com/acme && java Main) >>out 2>&1
java App >>out 2>&1
jar cf a.jar App.class
java -jar a.jar >>out 2>&1
java -jar nosuch.jar >>out 2>&1
cat out
grep -qF 'Error: Could not find or load main class Nope' out && grep -qF 'no main manifest attribute, in a.jar' out
