# Node: bundlers, type checker, linters, test runners, servers with their loggers.
. "$TOOLS/sources/lib.sh"

cd "$LAB/web" || exit 1
rm -rf src test dist; mkdir -p src/pages test
pages="Home Orders Order NotFound ErrorPage Login Timeout Search Settings Retry"
for p in $pages; do
    printf "import { useState } from 'react';\nexport default function %s() {\n  const [errors, setErrors] = useState(0);\n  return <p onClick={() => setErrors(errors + 1)}>%s errors: {errors}</p>;\n}\n" $p $p > src/pages/$p.jsx
    printf "export type %sState = { errors: number; failed: boolean };\nexport const empty%s: %sState = { errors: 0, failed: false };\n" $p $p $p > src/$p.ts
    cat > test/$p.test.js <<J
describe('$p', () => {
  it('renders without errors', () => { expect(1).toBe(1); });
  it('shows an error message when the request failed', () => { expect([404]).toContain(404); });
  it('retries after a timeout', () => { expect('timeout').toMatch(/time/); });
  it('returns 401 when the token is missing', () => { expect({ status: 401 }).toEqual({ status: 401 }); });
  it('throws TypeError: undefined is refused', () => { expect(() => { throw new TypeError('expected'); }).toThrow(); });
});
J
done
{ echo "import React, { lazy } from 'react'; import { createRoot } from 'react-dom/client';"
  for p in $pages; do echo "const $p = lazy(() => import('./pages/$p.jsx'));"; done
  echo "createRoot(document.getElementById('root')).render(<><Home/><Orders/><Order/><NotFound/><ErrorPage/><Login/><Timeout/><Search/><Settings/><Retry/></>);"; } > src/main.jsx
echo '<!doctype html><div id=root></div><script type=module src=/src/main.jsx></script>' > index.html
echo "import react from '@vitejs/plugin-react'; export default { plugins: [react()], test: { globals: true, include: ['test/**/*.test.js'] } };" > vite.config.js
echo '{"compilerOptions": {"strict": true, "noEmit": true, "target": "es2022", "module": "esnext", "moduleResolution": "bundler", "skipLibCheck": true, "types": []}, "include": ["src/*.ts"]}' > tsconfig.json
echo '{"presets": [["@babel/preset-env", {"modules": "commonjs"}]]}' > .babelrc.json
cat > webpack.config.cjs <<'J'
module.exports = { mode: 'production', entry: './src/bundle.cjs', output: { path: __dirname + '/dist/webpack' }, stats: { preset: 'verbose', errorStack: false, warnings: false }, target: 'node' };
J
echo "for (const m of ['express', 'morgan', 'winston', 'debug', 'http-errors']) require(m); require('express'); require('morgan'); require('winston');" > src/bundle.cjs
export NODE_OPTIONS= CI=1 NEXT_TELEMETRY_DISABLED=1
bin=node_modules/.bin
keep vite build npm run build
keep vite debug bash -c "DEBUG='vite:*' $bin/vite build 2>&1 | head -n 600"
keep vite help $bin/vite --help
keep webpack build $bin/webpack --config webpack.config.cjs
keep webpack json bash -c "$bin/webpack --config webpack.config.cjs --json | head -n 500"
keep webpack help $bin/webpack --help=verbose
keep webpack rollup $bin/rollup --help
keep webpack esbuild bash -c "$bin/esbuild src/main.jsx --bundle --outdir=dist/es --log-level=verbose --metafile=dist/meta.json --analyze=verbose"
keep javascript-tools tsc $bin/tsc --extendedDiagnostics --listFiles
keep javascript-tools tsc-trace bash -c "$bin/tsc --traceResolution | head -n 200"
keep javascript-tools tsc-help $bin/tsc --all
keep javascript-tools eslint-help $bin/eslint --help
echo 'export default [{ files: ["src/*.ts", "test/*.js"], rules: { "no-undef": "off" } }];' > eslint.config.js
keep javascript-tools eslint bash -c "$bin/eslint --debug test 2>&1 | head -n 300"
keep javascript-tools prettier $bin/prettier --write --log-level debug test
keep javascript-tools prettier-help $bin/prettier --help
keep javascript-tools babel $bin/babel --verbose --help
keep javascript-tests vitest npm test
keep javascript-tests vitest-json bash -c "$bin/vitest run --reporter=json | python3 -m json.tool | head -n 300"
keep javascript-tests vitest-tap $bin/vitest run --reporter=tap
keep javascript-tests jest bash -c "$bin/jest --verbose --rootDir=test --config '{\"transform\": {}}'"
keep javascript-tests jest-config $bin/jest --showConfig --config '{"transform": {}}'
keep javascript-tests jest-help $bin/jest --help
keep javascript-tests mocha-help $bin/mocha --help
printf "import { test } from 'node:test'; import assert from 'node:assert';\nfor (const n of ['error is kept', 'timeout is counted', 'not found gives 404', 'refused connection is retried', 'core starts']) test(n, async (t) => { await t.test('first ' + n, () => assert.ok(1)); await t.test('again ' + n, () => assert.ok(1)); });\n" > test/node.mjs
keep javascript-tests node-test node --test --test-reporter=spec test/node.mjs
keep javascript-tests node-tap node --test --test-reporter=tap test/node.mjs
keep node help node --help
keep node v8-options bash -c 'node --v8-options | awk "NR%3==0" | head -n 500'
keep node versions node -p process.versions
keep node report bash -c "node -p 'JSON.stringify(process.report.getReport().header, null, 1)' | grep -vE 'cwd|host|commandLine|cpu'"
keep node debug bash -c "NODE_DEBUG=module,http,net,timer node -e 'require(\"http\").createServer((q,s)=>s.end()).listen(8101,function(){fetch(\"http://127.0.0.1:8101/\").then(()=>this.close())})' 2>&1 | head -n 700"
keep node errors node -p 'Object.entries(require("os").constants.signals).map(String).join("\n")'
cat > src/server.mjs <<'J'
import express from 'express'; import morgan from 'morgan'; import winston from 'winston'; import pino from 'pino'; import Fastify from 'fastify'; import createDebug from 'debug'; import fs from 'fs';
const line = winston.createLogger({ level: 'debug', format: winston.format.combine(winston.format.timestamp(), winston.format.json()), defaultMeta: { service: 'orders' }, transports: [new winston.transports.Console()] });
const plain = winston.createLogger({ level: 'debug', format: winston.format.combine(winston.format.timestamp(), winston.format.printf(i => `${i.timestamp} ${i.level}: ${i.message}`)), transports: [new winston.transports.Console()] });
const p = pino({ level: 'debug', name: 'orders' }), debug = createDebug('orders:queue');
const app = express();
for (const f of ['combined', 'dev', 'tiny', 'common']) app.use(morgan(f));
app.get('/', (q, s) => s.send('ok')); app.get('/health', (q, s) => s.json({ errors: 0 })); app.get('/old', (q, s) => s.redirect(301, '/'));
app.get('/admin', (q, s) => s.status(401).set('WWW-Authenticate', 'Basic').end()); app.get('/items/:n', (q, s) => (line.info('item served', { n: q.params.n, error: null, retries: 0 }), s.json(q.params)));
app.use((q, s) => { plain.info(`no route for ${q.path}, answering 404`); p.info({ path: q.path, status: 404, err: null }, 'not found'); s.status(404).end(); });
app.listen(8102, () => { for (const w of ['error handler registered', 'timeout is 30000 ms', 'failed jobs: 0', 'connection pool ready, refused: 0', 'retry enabled for failed requests', 'cors enabled', 'core dump disabled'])
  { line.info(w); line.debug(w, { module: 'core', code: 0 }); plain.debug(w); plain.warn('config: ' + w); p.info(w); p.debug({ errors: 0, timeout: 30 }, w); debug(w); } });
const fast = Fastify({ logger: { level: 'debug' } });
fast.get('/', async () => ({ ok: true })); fast.get('/items/:n', async (q) => q.params); fast.get('/old', (q, s) => s.redirect('/', 301));
fast.listen({ port: 8103 });
J
DEBUG='express:*,orders:*,morgan' serve node-servers express node src/server.mjs; pid=$served
wait_port 8103 && wait_port 8102 && { python3 "$TOOLS/apps/load.py" 8102 120; python3 "$TOOLS/apps/load.py" 8103 120; }
stop $pid
mkdir -p nest && cat > nest/main.cjs <<'J'
require('reflect-metadata');
const { Module, Controller, Get, Logger, Injectable } = require('@nestjs/common'); const { NestFactory } = require('@nestjs/core');
const made = ['Orders', 'Errors', 'Health', 'Retry', 'Auth', 'Search'].map((n) => {
  const c = { [n + 'Controller']: class { list() { return []; } one() { return {}; } } }[n + 'Controller'];
  Controller(n.toLowerCase())(c); for (const [m, path] of [['list', ''], ['one', ':id']]) Get(path)(c.prototype, m, Object.getOwnPropertyDescriptor(c.prototype, m));
  const k = { [n + 'Module']: class {} }[n + 'Module']; Module({ controllers: [c] })(k); return k; });
class AppModule {} Module({ imports: made })(AppModule);
(async () => { const app = await NestFactory.create(AppModule); app.enableShutdownHooks(); await app.listen(8104);
  const log = new Logger('Scheduler'); for (const m of ['retrying is enabled', 'no failed jobs', 'timeout set to 5000ms', '0 errors in last run', 'token refreshed']) { log.log(m); log.debug(m); log.warn(m); log.verbose(m); } })();
J
NO_COLOR=1 serve node-servers nest node nest/main.cjs; pid=$served; wait_port 8104; stop $pid
serve vite preview $bin/vite preview --host 127.0.0.1 --port 8105; pid=$served; wait_port 8105; stop $pid
mkdir -p next/pages && for p in index 404 500 orders errors timeout; do echo "export default function P() { return <p>$p</p>; }" > next/pages/$p.js; done
keep next build bash -c "cd next && ../$bin/next build"
cd next; serve next start ../$bin/next start -p 8106; pid=$served; wait_port 8106 && python3 "$TOOLS/apps/load.py" 8106 10; stop $pid
