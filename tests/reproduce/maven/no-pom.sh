# needs: apt:maven
# Runs Maven without a POM, with an old source level, offline without an artifact, and on code that does not compile.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export LC_ALL=C
mvn -o -q -Dmaven.repo.local="$tmp/repo" compile >out 2>&1
cat >pom.xml <<'X'
<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version>
<dependencies><dependency><groupId>com.acme</groupId><artifactId>nope</artifactId><version>1.0</version></dependency></dependencies></project>
X
mvn -o -Dmaven.repo.local="$tmp/repo" compile >>out 2>&1
mvn -o -Dmaven.repo.local=/usr/share/maven-repo compile >>out 2>&1
cat out
grep -qF 'there is no POM in this directory' out
