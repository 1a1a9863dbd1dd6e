// node scripts/offline.mjs FOLDER
//
// Makes the worker that keeps a built page for when there is no network. Whatever changes a file of the page has to
// run this again after it. A page that registers none gets one that removes what earlier builds have left.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (name) => readFileSync(join(folder, name));
const all = readdirSync(folder, { recursive: true }).map((name) => name.replaceAll('\\', '/')).sort();
const files = ['index.html', ...all.filter((name) => /^page-/.test(name))];
const hash = createHash('sha256');
for (const name of files) hash.update(read(name));

const isKept = read('index.html').includes(' data-worker=');
const worker = execFileSync('esbuild', ['--minify', '--format=iife', '--log-level=warning', `--define:FILES=${JSON.stringify(files)}`,
  `--define:HASH=${JSON.stringify(hash.digest().subarray(0, 8).join())}`], { input: readFileSync(`src/${isKept ? '' : 'no-'}worker.js`) });
writeFileSync(join(folder, 'sw.js'), worker);
