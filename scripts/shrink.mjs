// node scripts/shrink.mjs FOLDER
//
// Takes 8 kB out of what wasm-bindgen has made: classes for streams that leptos brings along and nobody
// uses, functions that do the same or that nobody calls, and the names by which WebAssembly and its glue call
// each other. Those have hashes in them, which do not compress. Puts functions that are alike beside each other. Takes out of the page what can wait, and its scripts' comments.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const file = (end) => {
  const names = readdirSync(folder).filter((name) => name.startsWith('page-') && name.endsWith(end));
  if (names.length !== 1) throw new Error(`${folder} has ${names.length} files page-*${end}, not one`);
  return join(folder, names[0]);
};
const [glue, wasm, text] = [file('.js'), file('.wasm'), join(folder, 'page.wat')];

// What Rust's WebAssembly has and all browsers know.
const features = ['bulk-memory', 'bulk-memory-opt', 'call-indirect-overlong', 'extended-const', 'multivalue',
  'mutable-globals', 'nontrapping-float-to-int', 'reference-types', 'sign-ext'].map((name) => `--enable-${name}`);
const run = (tool, ...options) => execFileSync(tool, [...features, ...options]);

// Without what nobody calls.
const before = readFileSync(glue, 'utf8')
  .replace(/^export class IntoUnderlying[^]*?^}\n(if \(Symbol\.dispose\).*\n)?/gm, '')
  .replace(/^const IntoUnderlying[^;]*;\n/gm, '')
  .replace(/^function initSync\b[^]*?^}\n/m, '')
  .replace('export { initSync, ', 'export { ')
  // What other callers than src/loader.js need, and browsers that are older than any that can run the WebAssembly.
  .replace(/^ {4}if \(module_or_path !== undefined\)[^]*?^ {4}}\n/m, '    ({ module_or_path } = module_or_path);\n')
  .replace(/^ {4}if \((module_or_path === undefined|typeof module_or_path)[^]*?^ {4}}\n/gm, '')
  .replace(/^if \(!\('encodeInto' in [^]*?^}\n/m, '');
if (/IntoUnderlying|initSync|deprecated|new URL\(|'encodeInto'/.test(before)) throw new Error(`${glue}: the glue looks different now`);

// Functions of the glue that do the same have one name.
const ofGlue = /^ {8}(\w+): (function\([^]*?^ {8}\}.*)\n/gm;
const bodies = new Map([...before.matchAll(ofGlue)].map(([, name, body]) => [name, body]));
const names = new Map();
const known = (name) => names.get(bodies.get(name) ?? name);
const short = (name) => {
  // Others are known to more than the glue.
  if (!/^(__wb|__externref|wasm_bindgen_)/.test(name)) return name;
  if (!known(name)) names.set(bodies.get(name) ?? name, `_${names.size.toString(36)}`);
  return known(name);
};
run('wasm-dis', wasm, '-o', text);
const whole = readFileSync(text, 'utf8');
if (/^ \(export "\w*intounderlying/m.test(whole)) throw new Error(`${wasm} has what scripts/wasm-ld is to leave out`);
const shorter = whole
  .replace(/^( \(import )"[^"]+" "([^"]+)"/gm, (_, start, name) => `${start}"a" "${short(name)}"`)
  .replace(/^( \(export )"([^"]+)"/gm, (_, start, name) => `${start}"${short(name)}"`);
writeFileSync(text, shorter);
// Engines compile a function when it is first called, so small ones are better inside of others.
run('wasm-opt', text, '-S', '-o', text, '--low-memory-unused', '--one-caller-inline-max-function-size=30',
  '--always-inline-max-function-size=5', '--flatten', '--local-cse', '--rereloop', '-Oz', '-Oz');

// Functions that are alike, names and numbers aside, stand beside each other: a compressor looks there first.
const ofModule = /^ \(func [^]*?^ \)\n/gm;
const functions = readFileSync(text, 'utf8').match(ofModule)
  .map((body) => [body.replace(/\$\S+|\d+/g, ''), body])
  .sort(([one], [other]) => (one < other ? -1 : 1));
writeFileSync(text, readFileSync(text, 'utf8').replace(ofModule, () => functions.shift()[1]));
run('wasm-opt', text, '-o', wasm, '--optimize-level=2', '--shrink-level=2');
rmSync(text);

const called = new Set(WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(wasm))).map(({ name }) => name));
const after = before
  .replace(ofGlue, (lines, name) => (called.delete(known(name)) ? lines : ''))
  .replace(/"\.\/page_bg\.js"/g, '"a"')
  .replace(/[\w$]+/g, (word) => known(word) ?? word);
if (called.size) throw new Error(`${glue} lacks ${[...called]}, which ${wasm} calls`);
writeFileSync(glue, after);

// What the first screen does not need is styled at once only for who has no scripts; src/loader.js sees to the others.
const page = join(folder, 'index.html');
let html = readFileSync(page, 'utf8');
const [, own] = html.match(/<html[^>]* data-look=([\w-]+)/);
const later = [];
html = html.replace(/<style>(@layer (?:states|evidence|print|tokens\{\[data-look=([\w-]+)\])[^]*?)<\/style>/g, (all, style, look) => {
  if (look === own) return all;
  later.push(style);
  return '';
});
for (const layer of ['states', 'evidence', 'print']) {
  if (!later.some((style) => style.startsWith(`@layer ${layer}`))) throw new Error(`${page} has no styles in a layer ${layer}, which can wait`);
}
html = html.replace('<style>', () => `<noscript><style>${later.join('')}</style></noscript><style>`);

// Trunk minifies what it puts into the page, but not this.
const minify = (script) => execFileSync('esbuild', ['--minify'], { input: script, encoding: 'utf8' }).trim();
let scripts = 0;
html = html.replace(/(<script (?:id|data-\w+)=[^>]*>)([^]*?)(?=<\/script>)/g, (_, start, script) => {
  scripts += 1;
  return start + minify(script);
});
if (scripts !== 4) throw new Error(`${page} has ${scripts} scripts, not four: head.js, first.js, ask.js and loader.js`);

writeFileSync(page, html);
