# needs: node, npm-registry
# Imports modules that are not there, and one that has no types.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent typescript@5 >/dev/null 2>&1 || exit 2
mkdir -p node_modules/untyped
echo '{"name": "untyped", "version": "1.0.0", "main": "index.js"}' >node_modules/untyped/package.json
echo 'module.exports = 1' >node_modules/untyped/index.js
cat >a.ts <<'TS'
import a from "left-padd"
import { b } from "./util/paths"
import c from "untyped"
import d from "@/components/button"
import logo from "./logo.svg"
import fs from "fs"
import { readFile } from "node:fs/promises"
TS
npx tsc --noEmit --strict --module esnext --moduleResolution bundler a.ts >out 2>&1
npx tsc --noEmit --strict --module es2020 --moduleResolution classic --ignoreDeprecations 5.0 a.ts >>out 2>&1
npx tsc --noEmit --strict --pretty a.ts 2>&1 | sed 's/\x1b\[[0-9;]*m//g' | head -20 >>out
cat out
grep -qF "error TS2307: Cannot find module 'left-padd'" out && grep -qF 'error TS7016: Could not find a declaration file for module' out
