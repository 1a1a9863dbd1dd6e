// node scripts/budget.mjs FOLDER
//
// How many bytes a reader's browser loads of a built page, in brotli as hosts send them, and whether
// that is within the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const folder = process.argv[2];
const size = (name) => brotliCompressSync(readFileSync(join(folder, name))).length;
const files = (pattern) => readdirSync(folder).filter((name) => pattern.test(name));
const parts = [
  ['HTML with styles', files(/^index\.html$/), 16_000],
  ['WebAssembly and JavaScript', files(/\.(js|wasm)$/), 90_000],
];
for (const [what, names, budget] of parts) {
  const bytes = names.map(size).reduce((sum, bytes) => sum + bytes, 0);
  console.log(`${what}: ${bytes} of ${budget} bytes`);
  if (!names.length || bytes > budget) {
    console.error(`${what}: over the budget. docs/performance.md says how to find out what the bytes are.`);
    process.exitCode = 1;
  }
}
