"""Compilers, build tools and package managers: the cases of the folders `compilers`, `package_managers`, `tools`."""

from common import TOOLS, run, save

JS = f"ln -s {TOOLS}/js/node_modules /app/node_modules; "
POM = """\
<project><modelVersion>4.0.0</modelVersion><groupId>com.example</groupId><artifactId>jobs</artifactId><version>1.0</version>
{more}
</project>
"""
JAVA = "public class Main {\n  int size(String s) {\n    int n = s;\n    return missing + n;\n  }\n}\n"
TF = {
    "terraform_reference": 'output "x" {\n  value = var.missing\n}\n',
    "terraform_syntax": 'resource "a" "b" {\n  name = \n}\n',
    "terraform_two": 'output "x" {\n  value = local.a\n}\noutput "y" {\n  value = local.b\n}\n',
}
GIT = "git init -q -b main . && git config user.email a@example.com && git config user.name a && git commit -q --allow-empty -m one && "
GITS = {
    "git_no_repository": "git status",
    "git_pathspec": GIT + "git checkout missing",
    "git_overwritten": GIT
    + "echo a > a; echo b > b; git add . ; git commit -qm two; git branch old HEAD~; git checkout -q old; echo c > a; echo d > b; git checkout main",
    "git_rejected": GIT
    + "git init -q --bare r.git; git remote add origin r.git; git push -q origin main; git commit -q --allow-empty -m two; git push -q origin main; git reset -q --hard HEAD~; git commit -q --allow-empty -m three; git push origin main",
    "git_remote": GIT + "git push",
    "git_no_remote": GIT + "git pull origin main",
    "git_clone": "git clone ./nowhere.git",
    "git_merge": GIT
    + "echo a > a; git add a; git commit -qm a; git checkout -qb b HEAD~; echo b > a; git add a; git commit -qm b; git merge main; git commit -m x",
}
SQL = {
    "psql_syntax": "selec 1;",
    "psql_column": "select nmae\\n  from pg_class where 1 = 1;",
    "psql_unique": "create table t (id int primary key); insert into t values (1); insert into t values (1);",
    "psql_hint": "select lengthh('a');",
    "psql_context": "do $$ begin perform 1/0; end $$;",
}
CMAKE = "cmake_minimum_required(VERSION 3.10)\nproject(jobs NONE)\n"
PYTEST = "def size(x):\n    return len(x)\n\n\ndef test_size():\n    found = size([1, 2])\n    assert found == 3, 'wrong size'\n"


def package_managers() -> None:
    """pip, npm, Maven, Gradle."""
    pip = f"{TOOLS}/venv/bin/python -m pip --disable-pip-version-check "
    save(
        "package_managers", "pip_missing", run(pip + "install --no-index not-there-at-all 2>&1 | grep ^ERROR")
    )
    broken = {
        "p/setup.py": "import not_there\n",
        "p/pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n",
    }
    broken["p/backend.py"] = "raise RuntimeError('no compiler')\n"
    save(
        "package_managers",
        "pip_subprocess",
        run(pip + "install --no-index ./p 2>&1 | sed -n '/error: /,$p'", broken),
    )
    packages = {
        "npm_lifecycle": (
            '{"name":"jobs","version":"1.0.0","scripts":{"preinstall":"exit 3"}}',
            "npm install 2>&1 | grep ^npm",
        ),
        "npm_missing_script": ('{"name":"jobs","version":"1.0.0"}', "npm run build"),
        "npm_json": ('{"name":"jobs",}', "npm install"),
        "npm_ci": ('{"name":"jobs","version":"1.0.0"}', "npm ci"),
        "npm_engine": (
            '{"name":"jobs","version":"1.0.0","engines":{"node":">=99"}}',
            "npm install --engine-strict",
        ),
    }
    for name, (manifest, command) in packages.items():
        save(
            "package_managers",
            name,
            run(
                command, {"package.json": manifest}, npm_config_cache="/app/.npm", npm_config_loglevel="error"
            ),
        )
    maven = {
        "maven_version": POM.format(
            more="<dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency></dependencies>"
        ),
        "maven_syntax": "<project><modelVersion>4.0.0</modelVersion></projec>",
        "maven_plugin": POM.format(
            more="<build><plugins><plugin><groupId>a</groupId><artifactId>none</artifactId><version>1</version></plugin></plugins></build>"
        ),
    }
    for name, pom in maven.items():
        text = run("mvn -o -B compile", {"pom.xml": pom})
        save("package_managers", name, text[text.index("[ERROR]") :])
    for name, script in {
        "gradle_task": "task x { doLast { throw new GradleException('no jobs') } }\ndefaultTasks 'x'\n",
        "gradle_syntax": "apply plugin: 'not.there'\n",
        "gradle_exec": "task x(type: Exec) { commandLine 'false' }\ndefaultTasks 'x'\n",
    }.items():
        text = run(
            "gradle --offline --no-daemon -q 2>&1",
            {"build.gradle": script, "settings.gradle": "rootProject.name = 'jobs'\n"},
        )
        save("package_managers", name, text[text.index("FAILURE:") :])


def compilers() -> None:
    """tsc, javac, make, cmake, eslint."""
    typed = {
        "main.ts": "const count: number = 'three';\ninterface J { a: { b: number } }\nconst j: J = { a: { b: 'x' } };\nmissing();\n"
    }
    save(
        "compilers",
        "tsc",
        run(JS + "node_modules/.bin/tsc --noEmit --pretty false main.ts", typed),
        "main.ts",
    )
    save(
        "compilers",
        "tsc_pretty",
        run(
            JS + "node_modules/.bin/tsc --noEmit --pretty main.ts",
            {"main.ts": "const count: number = 'three';\n"},
        ),
        "Found 1",
    )
    nested = {"main.ts": "function f(x: { a: { b: number } }) {}\nconst v = { a: { b: 'x' } };\nf(v);\n"}
    save("compilers", "tsc_nested", run(JS + "node_modules/.bin/tsc --noEmit --pretty false main.ts", nested))
    save("compilers", "javac", run("javac Main.java", {"Main.java": JAVA}), "Main.java:4", "2 errors")
    save(
        "compilers",
        "javac_package",
        run("javac Main.java", {"Main.java": "import org.none.Job;\nclass Main { Job j; }\n"}),
        "Main.java:2",
        "2 errors",
    )
    save(
        "compilers",
        "kotlinc",
        run(
            "kotlinc Main.kt -d out 2>&1 | grep -v -i 'warning'",
            {"Main.kt": 'fun main() {\n    val n: Int = "x"\n}\n'},
        ),
    )
    save(
        "compilers",
        "scalac",
        run("scalac Main.scala", {"Main.scala": 'object Main {\n  val n: Int = "x"\n}\n'}),
        "one error",
    )
    save("compilers", "make_command", run("make", {"Makefile": "all: build\n\nbuild:\n\t@false\n"}))
    save(
        "compilers",
        "make_nested",
        run(
            "make",
            {
                "Makefile": "all:\n\t@$(MAKE) --no-print-directory -C sub\n",
                "sub/Makefile": "all:\n\t@exit 3\n",
            },
        ),
    )
    save("compilers", "make_target", run("make", {"Makefile": "all: missing.o\n"}))
    save(
        "compilers",
        "cmake_package",
        run("cmake .", {"CMakeLists.txt": CMAKE + "find_package(Missing REQUIRED)\n"}),
        "-- ",
    )
    call = {
        "CMakeLists.txt": CMAKE + "include(a.cmake)\ncheck(x)\n",
        "a.cmake": 'function(check n)\n  message(FATAL_ERROR "no ${n} here\\nsecond line")\nendfunction()\n',
    }
    save("compilers", "cmake_stack", run("cmake .", call), "-- ")
    save(
        "compilers",
        "cmake_module",
        run("cmake .", {"CMakeLists.txt": CMAKE + "find_package(ZLIB 99 REQUIRED)\n"}),
        "-- ",
    )
    lint = {
        "main.js": "var a = 1;\nif (a = 2) { undefined_call(); }\n",
        ".eslintrc.json": '{"extends": "eslint:recommended", "root": true}',
    }
    save("compilers", "eslint", run(JS + "node_modules/.bin/eslint main.js", lint))


def tools() -> None:
    """git, terraform, ansible, kubectl, docker, psql, pytest."""
    for name, command in GITS.items():
        save("tools", name, run(command), "CONFLICT", "error:")
    for name, text in TF.items():
        found = run("terraform validate", {"main.tf": text}, TF_CLI_CONFIG_FILE="/dev/null", NO_COLOR="")
        save("tools", name, found[max(found.find("╷"), 0) :], "╷")
    book = (
        "- hosts: localhost\n  gather_facts: false\n  tasks:\n    - name: Fail\n      command: /bin/false\n"
    )
    text = run("ansible-playbook -i localhost, -c local play.yml 2>&1", {"play.yml": book})
    save("tools", "ansible_fatal", "\n".join(line for line in text.splitlines() if line.startswith("fatal")))
    text = run(
        "ansible-playbook -i localhost, -c local play.yml 2>&1",
        {"play.yml": "- hosts: all\n  tasks:\n    - nope:\n"},
    )
    save("tools", "ansible_syntax", text[text.index("ERROR!") :])
    save("tools", "kubectl_refused", run("kubectl --kubeconfig /dev/null get pods 2>&1 | tail -1"))
    save("tools", "docker_daemon", run("docker ps"))
    for name, sql in SQL.items():
        command = f"cd /tmp; su postgres -c \"printf '{sql}' | psql -q -X -v ON_ERROR_STOP=0\"".replace(
            "$$", "\\$\\$"
        )
        save("tools", name, run(command), "ERROR:  duplicate")
    text = run(
        f"{TOOLS}/venv/bin/python -m pytest -q -p no:cacheprovider test_jobs.py", {"test_jobs.py": PYTEST}
    )
    save("tools", "pytest", text[text.index("____") :].split("=====")[0])


if __name__ == "__main__":
    package_managers()
    compilers()
    tools()
