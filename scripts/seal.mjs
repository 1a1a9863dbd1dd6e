// node scripts/seal.mjs FOLDER
//
// What comes last for a page: its files are named by what is in them, the page says what they must be, and what it may
// load and run, to browsers itself and to hosts in `_headers`, which Netlify and Cloudflare Pages read.
// OFFLINE=no leaves out what registers the worker: see scripts/offline.mjs.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const page = join(folder, 'index.html');
let html = readFileSync(page, 'utf8');
const sha256 = (content, encoding) => createHash('sha256').update(content).digest(encoding);
const integrity = (content) => `sha256-${sha256(content, 'base64')}`;

// Trunk names them by what they were before they were shrunk.
const [glue, wasm] = ['.js', '_bg.wasm'].map((end) => {
  const names = readdirSync(folder).filter((name) => name.startsWith('page-') && name.endsWith(end));
  if (names.length !== 1) throw new Error(`${folder} has ${names.length} files page-*${end}, not one`);
  const content = readFileSync(join(folder, names[0]));
  const name = `page-${sha256(content, 'hex').slice(0, 16)}${end}`;
  renameSync(join(folder, names[0]), join(folder, name));
  html = html.replaceAll(names[0], name);
  return { name, hash: integrity(content) };
});
const attributes = [`data-js="${glue.name}"`];
if (process.env.OFFLINE !== 'no') attributes.push('data-worker="sw.js"');
if (!process.env.EMPTY && existsSync(join(folder, 'manifest.webmanifest'))) attributes.push('data-manifest="manifest.webmanifest"');
const replace = (old, text) => {
  if (html.search(old) < 0) throw new Error(`${page} has no ${old}`);
  html = html.replace(old, typeof text === 'string' ? () => text : text);
};
// An import has no integrity by itself.
const imports = JSON.stringify({ integrity: { [`./${glue.name}`]: glue.hash } });
replace(/<script data-js=[^>]*>/, `<script type=importmap>${imports}</script><script ${attributes.join(' ')}>`);

// Behind the first entry, with which a phone's screen is mostly full, or what a page without any has.
let after;
replace(/(<script id=first\.js>[^]*?<\/script>)<script data-wasm=[^>]*>([^]*?<\/script>)/, (_, first, ask) => {
  after = `${first}<script data-wasm="${wasm.name}" data-wasm-hash="${wasm.hash}">${ask}`;
  return '';
});
replace(/(?<=<header class="hero"[^]*?<\/article>)|(?<=<\/main>)/, () => after);

// A page without signs beyond Latin-1 is read and parsed sooner, so that the few which one in Latin letters has, such as
// dashes, are references. Where they are more, they stay.
const beyond = /[^\0-\xff]/gu;
if (html.match(beyond)?.length < html.length / 100) {
  const hex = (sign) => sign.codePointAt().toString(16);
  html = html.split(/(<script[^]*?<\/script>|<style>[^]*?<\/style>)/).map((part) => {
    if (part.startsWith('<script')) return part.replace(/[^\0-\xff]/g, (unit) => `\\u${hex(unit).padStart(4, '0')}`);
    return part.replace(beyond, part.startsWith('<style') ? (sign) => `\\${hex(sign)} ` : (sign) => `&#x${hex(sign)};`);
  }).join('');
}

// Two style elements, of which browsers with scripts read one at first, and a policy that allows what is in the page now and
// nothing that would be put into it.
const styles = [];
let laterStyle;
html = html.replace(/<noscript><style>([^]*?)<\/style><\/noscript>/, (_, style) => {
  laterStyle = style;
  return '';
}).replace(/<style>([^]*?)<\/style>/g, (_, style) => {
  styles.push(style);
  return '';
});
const style = styles.join('');
const hashes = (texts) => texts.map((text) => `'${integrity(text)}'`).join(' ');
// Also of the data, which nothing runs: the HTML checker asks for it.
const scripts = [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, script]) => script);
const policy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${hashes(scripts)}`,
  `style-src 'self' ${hashes([style, laterStyle])}`,
  "connect-src 'self'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types vitae',
].join(';');
if (scripts.length !== 7) throw new Error(`${page} has ${scripts.length} scripts, not the seven of its own`);
replace(/(?<=<meta charset=utf-8>)/, `<meta http-equiv=Content-Security-Policy content="${policy}">`);
replace(/(?=<script id=head\.js>)/, `<style>${style}</style><noscript><style>${laterStyle}</style></noscript>`);
writeFileSync(page, html);

// A host joins what several rules say of one header, so each file has one rule for each. The policy is the page's
// alone, not that of what browsers show in viewers of their own, such as the PDF.
const forever = ['/page-*', `/${readdirSync(folder).find((name) => name.startsWith('locales-'))}/*`];
const revalidated = ['/resume.json', '/sw.js'];
const rule = (path, ...headers) => [path, ...headers.map((header) => `  ${header}`), ''].join('\n');
writeFileSync(join(folder, '_headers'), [
  rule('/*', 'X-Content-Type-Options: nosniff', 'Referrer-Policy: no-referrer',
    'Permissions-Policy: camera=(), geolocation=(), microphone=()'),
  ...['/', '/index.html'].map((path) =>
    rule(path, `Content-Security-Policy: ${policy};frame-ancestors 'none'`, 'Cache-Control: no-cache')),
  ...forever.map((path) => rule(path, 'Cache-Control: public, max-age=31536000, immutable')),
  ...revalidated.map((path) => rule(path, 'Cache-Control: no-cache')),
].join(''));
