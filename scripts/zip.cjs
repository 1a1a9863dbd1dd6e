// node scripts/zip.cjs FOLDER FILE NAME: packs what is in a folder as a folder of this name.
const { readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { zipSync } = require(process.env.FFLATE);

const [folder, file, name] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
const entries = files.sort().map((path) => [`${name}/${path.replaceAll('\\', '/')}`, readFileSync(join(folder, path))]);
// The earliest time that there is in this format, so that the same page is the same archive.
writeFileSync(file, zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) }));
