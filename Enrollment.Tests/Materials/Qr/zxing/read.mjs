// Reads every NAME.WIDTHxHEIGHT.grey (one byte a pixel) of a folder and writes {name: text or null} to standard output.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

const wasm = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
await prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm) }, fireImmediately: true });

const folder = process.argv[2];
const read = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith(".grey")).sort()) {
  const [, name, width, height] = /^(.+)\.(\d+)x(\d+)\.grey$/.exec(file);
  const grey = readFileSync(join(folder, file));
  const data = new Uint8ClampedArray(4 * grey.length);
  for (let i = 0; i < grey.length; i++) {
    data.fill(grey[i], 4 * i, 4 * i + 3);
    data[4 * i + 3] = 255;
  }
  const [code] = await readBarcodes({ data, width: Number(width), height: Number(height) }, {
    formats: ["QRCode"],
    tryHarder: true,
    maxNumberOfSymbols: 1,
  });
  read[name] = code?.isValid ? code.text : null;
}
process.stdout.write(JSON.stringify(read));
