/** Reads YAML that anybody may have written: never throws, and takes a time that grows with its length. */

import { isMap, isScalar, parseDocument, type Document, type YAMLError, type YAMLMap } from 'yaml';
import { t } from './locale/locale.ts';

/** What is wrong with a text in YAML, with its place in UTF-16 offsets. */
export type YamlProblem = Pick<YAMLError, 'message' | 'pos'>;

/** The document of a text, and what is wrong with it; keys that are there twice are found in its map and in the maps of that. */
export function parseYaml(source: string): { readonly contents: Document.Parsed['contents']; readonly problems: readonly YamlProblem[] } {
  // The library holds each key against all others of its map.
  const { contents, errors } = parseDocument(source, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const maps = isMap(contents) ? [contents, ...contents.items.map(({ value }) => value).filter((value) => isMap(value))] : [];
  return { contents, problems: [...errors, ...maps.flatMap(twice)].sort((a, b) => a.pos[0] - b.pos[0]) };
}

function twice(map: YAMLMap): readonly YamlProblem[] {
  const known = new Set<unknown>();
  return map.items.flatMap(({ key }) => {
    if (!isScalar(key) || key.value === '<<') return [];
    const isKnown = known.has(key.value);
    known.add(key.value);
    const [start, end] = key.range ?? [0, 0];
    return isKnown ? [{ message: t('The same key appears twice.'), pos: [start, end] satisfies [number, number] }] : [];
  });
}
