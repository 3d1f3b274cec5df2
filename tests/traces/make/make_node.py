"""JavaScript and TypeScript: the cases of tests/traces/cases/node."""

from common import TOOLS, run, save

PROGRAMS = {
    "plain": "function load(x) {\n  return x.name.length;\n}\nload({});\n",
    "message_lines": "throw new Error('Invalid settings:\\n  port must be a number\\n  host is missing');\n",
    "cause": """\
function read() {
  throw new TypeError('no file');
}
try {
  read();
} catch (error) {
  throw new Error('cannot start', { cause: error });
}
""",
    "aggregate": "Promise.any([Promise.reject(new Error('first')), Promise.reject(new TypeError('second'))]);\n",
    "rejected_string": "Promise.reject('only text');\n",
    "rejected": "async function main() {\n  await null;\n  throw new RangeError('out of range');\n}\nmain();\n",
    "system": "require('fs').readFileSync('/nowhere/settings.json');\n",
    "emitted": "require('net').connect(1, '127.0.0.1');\n",
    "syntax": "function f( {\n  return 1\n}}\n",
    "json": "JSON.parse('{\"a\": }');\n",
    "missing_module": "require('./lib/jobs');\n",
    "assert_diff": "require('assert').deepStrictEqual({ a: 1, b: [1, 2, 3] }, { a: 1, b: [1, 2, 4] });\n",
    "assert_ok": "const assert = require('assert');\nconst count = 1;\nassert.strictEqual(count, 2);\n",
    "logged": "try {\n  null.x;\n} catch (error) {\n  console.error(error);\n}\n",
    "logged_properties": "const e = new Error('bad status');\ne.code = 'E_STATUS';\ne.response = { status: 503, headers: { via: 'proxy' } };\nconsole.error(e);\n",
    "class": "class QueueError extends Error {\n  constructor(m) {\n    super(m);\n    this.name = 'QueueError';\n  }\n}\nthrow new QueueError('full');\n",
    "thrown_object": "throw { code: 3 };\n",
    "warning": "const e = new (require('events'))();\nfor (let i = 0; i < 12; i++) e.on('x', () => {});\n",
    "trace": "function a() {\n  console.trace('here');\n}\na();\n",
}


def main() -> None:
    """Make all of them anew."""
    for name, program in PROGRAMS.items():
        flags = "--trace-warnings" if name == "warning" else ""
        save("node", name, run(f"node {flags} /app/main.js", {"main.js": program}))
    save("node", "esm_missing", run("node /app/main.mjs", {"main.mjs": "import { x } from 'not-there';\n"}))
    save("node", "esm_file", run("node /app/main.mjs", {"main.mjs": "import './gone.js';\n"}))
    save(
        "node",
        "esm_export",
        run("node /app/main.mjs", {"main.mjs": "import { x } from './b.mjs';\n", "b.mjs": ""}),
    )
    files = {"main.js": "import fs from 'fs';\n", "package.json": "{}"}
    save(
        "node",
        "import_outside",
        run("node --no-experimental-detect-module /app/main.js 2>&1 | sed 1,2d", files),
    )
    link = f"ln -s {TOOLS}/js/node_modules /app/node_modules; "
    typed = {"main.ts": "const count: number = 'three';\nconsole.log(count);\n", "tsconfig.json": "{}"}
    save("node", "ts_node", run(link + "/app/node_modules/.bin/ts-node /app/main.ts", typed))
    thrown = {
        "main.ts": "function f(): never {\n  throw new Error('typed');\n}\nf();\n",
        "tsconfig.json": "{}",
    }
    save("node", "ts_node_thrown", run(link + "/app/node_modules/.bin/ts-node /app/main.ts", thrown))


if __name__ == "__main__":
    main()
