# Java: javac, jar, JVM logs, Ant, Maven, logback, java.util.logging, Tomcat, ZooKeeper.
. "$TOOLS/sources/lib.sh"

rm -rf "$LAB/java"; mkdir -p "$LAB/java" && cd "$LAB/java" || exit 1
package=org/example/orders
mkdir -p src/main/java/$package src/test/java/$package
for c in OrderService RetryPolicy ErrorHandler TimeoutConfig NotFoundException ConnectionPool FailedJobStore; do
    cat > src/main/java/$package/$c.java <<J
package org.example.orders;
import java.util.*;
/** Part of the order desk. */
public class $c extends RuntimeException {
    private final Map<String, Integer> seen = new HashMap<>();
    public int count(String name) { return seen.merge(name, 1, Integer::sum); }
    public String describe() { return "$c, errors: 0, failed: 0"; }
}
J
    cat > src/test/java/$package/${c}Test.java <<J
package org.example.orders;
import static org.junit.Assert.*;
import org.junit.Test;
public class ${c}Test {
    @Test public void countsFromOne() { assertEquals(1, new $c().count("timeout")); }
    @Test public void errorIsDescribed() { assertTrue(new $c().describe().contains("errors: 0")); System.out.println("INFO $c ready, 0 errors, 0 warnings"); }
    @Test(expected = IllegalStateException.class) public void expectedExceptionIsThrown() { throw new IllegalStateException("expected"); }
}
J
done
cat > src/main/java/$package/Main.java <<'J'
package org.example.orders;
import java.util.logging.*;
public class Main {
    public static void main(String[] args) throws Exception {
        String[] areas = {"OrderService", "RetryPolicy", "ErrorHandler", "ConnectionPool", "Scheduler", "HealthCheck", "CacheManager"};
        String[] said = {"started in %d ms", "refreshed %d entries, 0 failed", "retry limit is %d", "timeout is %d ms", "processed %d messages without errors",
            "closed %d idle connections", "registered error handler #%d", "no failed jobs found in batch %d", "request %d returned status 404, as configured",
            "request %d returned status 401, challenge sent", "core pool size %d", "not found in cache, loading item %d", "rejected 0 of %d tasks"};
        int n = 17;
        for (String area : areas) for (String text : said) {
            Logger.getLogger("org.example.orders." + area).log(n % 7 == 0 ? Level.WARNING : Level.INFO, String.format(text, n += 13));
            System.Logger other = System.getLogger(area); if (n % 5 == 0) other.log(System.Logger.Level.INFO, text, n);
        }
    }
}
J
mkdir out
keep java javac bash -c 'javac -Xlint:all -verbose -d out src/main/java/org/example/orders/*.java 2>&1 | head -n 500'
keep java javac-test javac -cp out:/usr/share/java/junit4.jar -d out src/test/java/$package/*.java
keep java jar jar cvfe orders.jar org.example.orders.Main -C out .
keep java jul java -cp out org.example.orders.Main
keep java jul-line java -Djava.util.logging.SimpleFormatter.format='%1$tF %1$tT.%1$tL %4$-7s [%3$s] %5$s%n' -cp out org.example.orders.Main
keep java junit java -cp out:/usr/share/java/junit4.jar:/usr/share/java/hamcrest-core.jar org.junit.runner.JUnitCore org.example.orders.OrderServiceTest
keep java javap javap -v -cp out org.example.orders.RetryPolicy
keep java jlink java --list-modules
keep java gc java -Xlog:gc*=debug,safepoint -Xmx64m -cp out org.example.orders.Main
keep java classes bash -c 'java -Xlog:class+load,startuptime -cp out org.example.orders.Main 2>&1 | awk "NR%3==0" | head -n 400'
keep java modules bash -c 'java -Xlog:module=info,os=info,os+thread=debug,codecache=info -version 2>&1'
keep java flags bash -c 'java -XX:+PrintFlagsFinal -version 2>&1 | awk "NR%2==0"'
keep java settings java -XshowSettings:all -version
keep java help java --help
keep java help-extra java -X
keep java javac-lint javac --help-lint
keep java jshell bash -c 'printf "int errors = 0\nString s = \"not found: \" + errors\n/exit\n" | jshell -s -'
keep java doclet javadoc -d doc -verbose -cp out src/main/java/$package/*.java
keep java keytool keytool -genkeypair -v -alias demo -keyalg RSA -dname CN=example.org -storepass changeit -keystore demo.p12

cat > build.xml <<'X'
<project name="orders" default="all" basedir=".">
  <target name="clean"><delete dir="ant-out" verbose="true"/></target>
  <target name="compile"><mkdir dir="ant-out"/><javac srcdir="src/main/java" destdir="ant-out" includeantruntime="false"/></target>
  <target name="jar" depends="compile"><jar destfile="ant-orders.jar" basedir="ant-out"/></target>
  <target name="report" depends="jar"><echo message="errors: 0, warnings: 0, failed: 0, skipped: 2"/><echo level="info" message="haltonfailure=true failonerror=false timeout=6000"/></target>
  <target name="all" depends="clean,report"/>
</project>
X
keep java ant ant -verbose all
keep java ant-debug bash -c 'ant -d report 2>&1 | head -n 300'
keep java ant-help ant -help

cat > pom.xml <<'X'
<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
  <groupId>org.example</groupId><artifactId>orders</artifactId><version>1.4.0</version><name>Order Desk</name>
  <properties><maven.compiler.source>11</maven.compiler.source><maven.compiler.target>11</maven.compiler.target>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
  <dependencies><dependency><groupId>junit</groupId><artifactId>junit</artifactId><version>4.x</version><scope>test</scope></dependency></dependencies>
</project>
X
mvn="/usr/share/maven/bin/mvn -s /etc/maven/settings-debian.xml -o -B -ntp -Dmaven.repo.local=/usr/share/maven-repo"
keep maven package $mvn package
keep maven again $mvn test -Dsurefire.printSummary=true
keep maven debug bash -c "$mvn -X package 2>&1 | awk 'NR%2==0' | head -n 1200"
keep maven help mvn --help
keep maven version mvn -version

cat > logback.xml <<'X'
<configuration debug="true">
  <appender name="a" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d{HH:mm:ss.SSS} [%thread] %-5level %logger{36} - %msg%n</pattern></encoder></appender>
  <appender name="b" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%d{yyyy-MM-dd HH:mm:ss.SSS}  %-5level 4711 --- [%15.15t] %-40.40logger{39} : %msg%n</pattern></encoder></appender>
  <root level="DEBUG"><appender-ref ref="a"/><appender-ref ref="b"/></root>
</configuration>
X
cat > Spoken.java <<'J'
import org.slf4j.*;
public class Spoken {
    public static void main(String[] args) {
        String[] areas = {"o.e.web.DispatcherServlet", "o.e.jdbc.PoolDataSource", "o.e.kafka.ConsumerCoordinator", "o.e.cache.CacheManager", "o.e.security.FilterChain", "o.e.batch.StepHandler", "o.e.actuate.HealthEndpoint"};
        String[] said = {"Initialization completed in {} ms", "Completed 200 OK after {} ms", "Completed 404 NOT_FOUND for path /items/{}", "Completed 401 UNAUTHORIZED, challenge issued ({})",
            "Pool stats (total={}, active=0, idle=10, waiting=0)", "Connection timeout set to {} ms", "Discovered group coordinator example.org:{}", "Offset reset policy is latest, lag {}",
            "Step executed in {}ms, read errors: 0, skip count: 0", "Cache miss: entry {} not found, loading", "Mapped error page to /error ({})", "Exception translation enabled, {} translators",
            "Retrying is enabled, max attempts {}", "Circuit breaker closed, failure rate 0.0% of {} calls", "Health of component db is UP ({} ms)", "Graceful shutdown complete, {} requests aborted: 0"};
        int n = 3;
        for (String a : areas) { Logger log = LoggerFactory.getLogger(a); for (String s : said) { n += 17; if (n % 4 == 0) log.debug(s, n); else if (n % 11 == 0) log.warn(s, n); else log.info(s, n); } }
    }
}
J
jars=$(ls /usr/share/java/slf4j-api.jar /usr/share/java/logback-classic.jar /usr/share/java/logback-core.jar 2> /dev/null | tr '\n' ':')
keep java logback bash -c "javac -cp $jars Spoken.java && java -Dlogback.configurationFile=logback.xml -cp $jars. Spoken"

# Tomcat and ZooKeeper, started and stopped in the foreground
base=$LAB/java/tomcat; mkdir -p $base/{conf,logs,webapps/ROOT,work,temp}; cp -r /etc/tomcat10/* $base/conf/ 2> /dev/null
cp -r /usr/share/tomcat10/etc/* $base/conf/ 2> /dev/null; echo '<h1>Orders</h1>' > $base/webapps/ROOT/index.html
export CATALINA_HOME=/usr/share/tomcat10 CATALINA_BASE=$base JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
serve tomcat catalina bash /usr/share/tomcat10/bin/catalina.sh run; pid=$served
wait_port 8080 && python3 "$TOOLS/apps/load.py" 8080 200
stop $pid
save tomcat access $base/logs/localhost_access_log*.txt
cat > zoo.cfg <<Z
tickTime=2000
dataDir=$LAB/java/zk
clientPort=2181
admin.enableServer=false
4lw.commands.whitelist=*
Z
zk=$(ls /usr/share/java/{zookeeper,zookeeper-jute,slf4j-api,slf4j-reload4j,slf4j-log4j12,reload4j,log4j-1.2,snappy-java,metrics-core,commons-cli,jline2,jline}.jar /usr/share/java/netty*.jar 2> /dev/null | tr '\n' ':')
cat > log4j.properties <<'L'
log4j.rootLogger=INFO, C
log4j.appender.C=org.apache.log4j.ConsoleAppender
log4j.appender.C.layout=org.apache.log4j.PatternLayout
log4j.appender.C.layout.ConversionPattern=%d{ISO8601} [myid:%X{myid}] - %-5p [%t:%C{1}@%L] - %m%n
L
serve zookeeper server java -cp "$zk$PWD" -Dlog4j.configuration=file:log4j.properties org.apache.zookeeper.server.quorum.QuorumPeerMain zoo.cfg; pid=$served
if wait_port 2181; then
    keep zookeeper client java -cp "$zk$PWD" -Dlog4j.configuration=file:log4j.properties org.apache.zookeeper.ZooKeeperMain -server 127.0.0.1:2181 ls /zookeeper
    for word in conf envi mntr srvr cons ruok; do (exec 3<> /dev/tcp/127.0.0.1/2181; printf $word >&3; cat <&3) >> "$RAW/zookeeper/words.txt"; done
fi
stop $pid
