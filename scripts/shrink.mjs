// node scripts/shrink.mjs FOLDER
//
// Takes 7 kB out of what wasm-bindgen has made: classes for streams that leptos brings along and nobody
// uses, and the names by which WebAssembly and its glue call each other. Those have hashes in them,
// which do not compress. Takes out of the page what can wait, and its loader's comments, and gives it the
// policy of what it may load and run.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
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

const names = new Map();
const short = (name) => {
  // Others are known to more than the glue.
  if (!/^(__wb|__externref|wasm_bindgen_)/.test(name)) return name;
  if (!names.has(name)) names.set(name, `_${names.size.toString(36)}`);
  return names.get(name);
};
run('wasm-dis', wasm, '-o', text);
const shorter = readFileSync(text, 'utf8')
  .replace(/^ \(export "(__wbg_)?intounderlying.*\n/gm, '')
  .replace(/^( \(import )"[^"]+" "([^"]+)"/gm, (_, start, name) => `${start}"a" "${short(name)}"`)
  .replace(/^( \(export )"([^"]+)"/gm, (_, start, name) => `${start}"${short(name)}"`);
writeFileSync(text, shorter);
run('wasm-opt', text, '-o', wasm, '--low-memory-unused', '--one-caller-inline-max-function-size=10', '-Oz');
rmSync(text);

const words = readFileSync(glue, 'utf8')
  .replace(/^export class IntoUnderlying[^]*?^}\n(if \(Symbol\.dispose\).*\n)?/gm, '')
  .replace(/^const IntoUnderlying[^;]*;\n/gm, '')
  .replace(/"\.\/page_bg\.js"/g, '"a"')
  .replace(/[\w$]+/g, (word) => names.get(word) ?? word);
if (words.includes('IntoUnderlying')) throw new Error(`${glue}: the classes for streams look different now`);
writeFileSync(glue, words);

// What the first screen does not need is a file that the loader asks for after the first paint.
const page = join(folder, 'index.html');
let html = readFileSync(page, 'utf8');
const later = [];
html = html.replace(/<style>(@layer (?:evidence|print)\b[^]*?)<\/style>/g, (_, style) => {
  later.push(style);
  return '';
});
if (later.length !== 2) throw new Error(`${page} has ${later.length} of the two styles that can wait`);
const hash = createHash('sha256').update(later.join('')).digest('hex').slice(0, 16);
const css = `page-${hash}.css`;
writeFileSync(join(folder, css), later.join(''));

// Trunk minifies what it puts into the page, but not this.
const minify = (script) => execFileSync('esbuild', ['--minify'], { input: script, encoding: 'utf8' }).trim();
const loader = /<script data-js([^>]*>)([^]*?)<\/script>/;
if (!loader.test(html)) throw new Error(`${page} has no loader that could ask for ${css}`);
html = html.replace(loader, (_, start, script) =>
  `<noscript><link rel=stylesheet href=./${css}></noscript><script data-css="${css}" data-js${start}${minify(script)}</script>`);

// One style element, and a policy that allows what is in the page now and nothing that would be put into it.
const styles = [];
html = html.replace(/<style>([^]*?)<\/style>/g, (_, style) => {
  styles.push(style);
  return '';
});
const style = styles.join('');
const hashes = (texts) => texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script);
const policy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${hashes(scripts)}`,
  `style-src 'self' ${hashes([style])}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
].join(';');
if (scripts.length !== 2) throw new Error(`${page} has ${scripts.length} scripts, not the two of its own`);
const charset = '<meta charset=utf-8>';
if (!html.includes(charset)) throw new Error(`${page} has no ${charset} to put the policy after`);
html = html.replace(charset, () => `${charset}<meta http-equiv=Content-Security-Policy content="${policy}">`)
  .replace(/<script>/, () => `<style>${style}</style><script>`);
writeFileSync(page, html);
