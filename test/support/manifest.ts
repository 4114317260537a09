/** The manifest as the editor reads it: with its texts in place of their keys. */

import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '../..');

/** `package.json` with the texts of `package.nls.json`; a key without a text stays as it is. */
export function readManifest(): unknown {
  return fill(readJson('package.json'), readJson('package.nls.json') as Record<string, string>);
}

/** The keys of texts that `package.json` uses, each once. */
export function keysOfManifest(): readonly string[] {
  const keys = new Set<string>();
  fill(readJson('package.json'), new Proxy({}, { get: (_, key) => void keys.add(String(key)) }));
  return [...keys];
}

function fill(value: unknown, texts: Readonly<Record<string, string>>): unknown {
  if (typeof value === 'string') {
    const key = /^%(.+)%$/.exec(value)?.[1];
    return key === undefined ? value : (texts[key] ?? value);
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, texts)]));
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}
