"""Java, Kotlin and Scala: the cases of tests/traces/cases/java."""

from common import run, save

BODIES = {
    "plain": 'throw new IllegalStateException("no state");',
    "no_message": "Object o = null; o.toString();",
    "cause": 'try { Integer.parseInt("x"); } catch (NumberFormatException e) { throw new RuntimeException("cannot read", e); }',
    "three_causes": """try { try { new java.io.FileReader("/nowhere"); } catch (java.io.IOException e) {
      throw new IllegalArgumentException("bad file", e); } } catch (IllegalArgumentException e) { throw new RuntimeException(e); }""",
    "message_lines": 'throw new RuntimeException("Validation failed:\\n  name: must not be empty\\n  size: must be positive\\nsee the log");',
    "suppressed": """RuntimeException e = new RuntimeException("outer");
    e.addSuppressed(new java.io.IOException("close failed", new Exception("inner")));
    e.addSuppressed(new Exception("second")); throw e;""",
    "circular": """RuntimeException a = new RuntimeException("a"); RuntimeException b = new RuntimeException("b", a);
    a.initCause(b); throw a;""",
    "deep": "again(0);",
    "lambda": "java.util.List.of(0).stream().map(x -> 1 / x).forEach(System.out::println);",
    "print_stack_trace": 'new java.sql.SQLException("duplicate key value\\n  Detail: Key (id)=(3) already exists.").printStackTrace();',
    "assertion": 'assert 1 > 2 : "order";',
    "thread": """Thread t = new Thread(() -> { throw new UnsupportedOperationException("later"); }, "worker-1");
    t.start(); t.join();""",
    "future": "java.util.concurrent.CompletableFuture.supplyAsync(() -> 1 / 0).get();",
    "no_class": 'Class.forName("com.example.Missing");',
    "memory": "long[][] all = new long[100][]; for (int i = 0; i < 100; i++) all[i] = new long[1 << 22];",
}
CLASS = """\
package com.example.jobs;

public class Main {{
  static int again(int n) {{
    return n > 3 ? Integer.parseInt("") : again(n + 1);
  }}

  public static void main(String[] args) throws Exception {{
    {body}
  }}
}}
"""
KOTLIN = """\
package com.example

class Job(val name: String?) {
    fun size() = name!!.length
}

fun main() {
    try {
        listOf(Job(null)).map { it.size() }
    } catch (error: NullPointerException) {
        throw IllegalStateException("job without a name", error)
    }
}
"""
SCALA = """\
object Main {
  case class Job(name: String)
  def pick(jobs: Map[String, Job]): Job = jobs("missing")
  def main(args: Array[String]): Unit = {
    val all = List("a", "b").map(n => n -> Job(n)).toMap
    println(pick(all))
  }
}
"""


def main() -> None:
    """Make all of them anew."""
    for name, body in BODIES.items():
        command = "javac -d out com/example/jobs/Main.java && java -ea -Xmx64m -cp out com.example.jobs.Main"
        save("java", name, run(command, {"com/example/jobs/Main.java": CLASS.format(body=body)}))
    save(
        "java",
        "kotlin",
        run("kotlinc Main.kt -d out 2>/dev/null; kotlin -cp out com.example.MainKt", {"Main.kt": KOTLIN}),
    )
    save("java", "scala", run("scalac Main.scala 2>/dev/null; scala Main", {"Main.scala": SCALA}))


if __name__ == "__main__":
    main()
