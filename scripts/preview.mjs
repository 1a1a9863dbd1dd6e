// node scripts/preview.mjs FOLDER [PORT [BASE]]
//
// Serves a built page on this machine as a host would: compressed, with the headers of `_headers`, below BASE
// (such as /me/), and nothing that is not in the folder.
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder, port = '8080', base = '/'] = process.argv.slice(2);
const below = `/${base}/`.replace(/\/+/g, '/');
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.vcf': 'text/vcard; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
};
// Not as small as can be, which takes a second.
const brotli = (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
const encodings = [['br', brotli], ['gzip', gzipSync]];
const isText = (type) => /^text\/|json|wasm|xml/.test(type);

const fail = (message) => {
  console.error(`preview: ${message}`);
  process.exit(1);
};
let root;
// A path, then its headers, indented. Read anew for each answer, as another build may be there.
const rules = () => readFileSync(join(root, '_headers'), 'utf8').split(/\n(?=\/)/).map((rule) => {
  const [path, ...headers] = rule.trim().split(/\n\s+/);
  return [path, headers.map((header) => header.split(/: (.*)/))];
});
try {
  root = realpathSync(folder);
  rules();
} catch (error) {
  fail(`there is no built page in ${folder}: ${error.message}. \`make build\` makes one`);
}
const matches = (rule, path) => (rule.endsWith('*') ? path.startsWith(rule.slice(0, -1)) : path === rule);

// The file that a path is of, if it is one of the folder's.
const find = (path) => {
  try {
    const file = realpathSync(join(root, path));
    if (!file.startsWith(root + sep) || path === '/_headers') return;
    return statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
};

const answer = (request) => {
  if (!['GET', 'HEAD'].includes(request.method)) return [405, { Allow: 'GET, HEAD' }, 'not allowed\n'];
  let path;
  try {
    path = decodeURIComponent(request.url.split('?')[0]);
  } catch {
    return [400, {}, 'not an address\n'];
  }
  if (`${path}/` === below) return [301, { Location: request.url.replace(/^[^?]*/, below) }, ''];
  const own = path.startsWith(below) ? path.slice(below.length - 1) : undefined;
  const file = own && find(own.endsWith('/') ? `${own}index.html` : own);
  if (!file) return [404, { 'Content-Type': 'text/plain; charset=utf-8' }, 'not found\n'];

  const headers = { 'Content-Type': types[extname(file).toLowerCase()] ?? 'application/octet-stream' };
  for (const [rule, of] of rules()) if (matches(rule, own)) Object.assign(headers, Object.fromEntries(of));
  headers['Cache-Control'] ??= 'no-cache';
  const content = readFileSync(file);
  if (!isText(headers['Content-Type'])) return [200, headers, content];
  headers.Vary = 'Accept-Encoding';
  const accepted = request.headers['accept-encoding'] ?? '';
  for (const [name, compress] of encodings) {
    if (accepted.includes(name)) return [200, { ...headers, 'Content-Encoding': name }, compress(content)];
  }
  return [200, headers, content];
};

const server = createServer((request, response) => {
  let answered;
  try {
    answered = answer(request);
  } catch (error) {
    // A build is taking the folder's place.
    answered = [503, {}, `${error.message}\n`];
  }
  const [status, headers, content] = answered;
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(content) });
  response.end(request.method === 'HEAD' ? undefined : content);
});
server.on('error', (error) => fail(`port ${port}: ${error.message}. PORT=… takes another one`));
server.listen(Number(port), '127.0.0.1', () => {
  console.log(`preview: ${folder} is at http://127.0.0.1:${server.address().port}${below}`);
});
