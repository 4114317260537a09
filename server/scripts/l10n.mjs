/** Collects every sentence that the product says into `l10n/bundle.l10n.json`, and tells what the translations lack. */

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where sentences are said. */
const SOURCES = ['client/src', 'server/src'];

/** The English sentences that are translated, in the order of their letters: what translations are made from. */
export const SOURCE_BUNDLE = 'l10n/bundle.l10n.json';

/** Which arguments of the functions of `core/locale/locale.ts` are sentences. */
const SENTENCE_ARGUMENTS = { t: [0], phrase: [0], plural: [1, 2] };

/** All sentences, and where a call of `t`, `phrase` or `plural` can't be read: it must have its sentence written out. */
export function collectSentences(files = sourceFiles()) {
  const sentences = new Set();
  const problems = [];
  for (const file of files) {
    const source = ts.createSourceFile(file, readFileSync(path.join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const imported = importedNames(source);
    const visit = (node, isInFunction) => {
      if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && imported.has(node.expression.text)) {
        const name = node.expression.text;
        const place = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
        // Constants are made before the language is known.
        if (name !== 'phrase' && !isInFunction) problems.push(`${place}: ${name} outside a function is said too early; keep a phrase`);
        for (const index of SENTENCE_ARGUMENTS[name]) {
          const argument = node.arguments[index];
          const written = argument === undefined ? undefined : writtenOut(argument);
          if (written !== undefined) sentences.add(written);
          // A variable holds what was marked as a phrase; a sentence that is put together can't be looked up.
          else if (name !== 't' || !isReference(argument)) problems.push(`${place}: ${name} needs its sentence written out`);
        }
      }
      const isFunction = ts.isFunctionLike(node) || ts.isPropertyDeclaration(node);
      ts.forEachChild(node, (child) => visit(child, isInFunction || isFunction));
    };
    visit(source, false);
  }
  return { sentences: [...sentences].sort((a, b) => (a < b ? -1 : 1)), problems };
}

/** The different names in braces. */
export function placesIn(sentence) {
  return [...new Set([...sentence.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name))].sort();
}

/** What a translation lacks, has too much, or fills in otherwise than English; one line each. */
export function translationProblems(english, translated) {
  const missing = Object.keys(english).filter((key) => !Object.hasOwn(translated, key) || translated[key].trim() === '');
  const unused = Object.keys(translated).filter((key) => !Object.hasOwn(english, key));
  const misfilled = Object.keys(translated).filter(
    (key) => Object.hasOwn(english, key) && placesIn(english[key]).join() !== placesIn(translated[key]).join(),
  );
  return [
    ...missing.map((key) => `missing: ${JSON.stringify(key)}`),
    ...unused.map((key) => `unused: ${JSON.stringify(key)}`),
    ...misfilled.map((key) => `other places than in English: ${JSON.stringify(translated[key])}`),
  ];
}

/** Writes the list of sentences, as `npm run l10n` and `npm run sync` do. */
export function writeSentences() {
  const { sentences, problems } = collectSentences();
  if (problems.length > 0) throw new Error(problems.join('\n'));
  const content = Object.fromEntries(sentences.map((sentence) => [sentence, sentence]));
  writeFileSync(path.join(ROOT, SOURCE_BUNDLE), `${JSON.stringify(content, null, 2)}\n`);
  return content;
}

function sourceFiles() {
  return SOURCES.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => path.posix.join(path.relative(ROOT, entry.parentPath).replaceAll(path.sep, '/'), entry.name))
      .filter((file) => !file.includes('/core/locale/') && !file.includes('/data/')),
  ).sort();
}

/** Which of the functions a file has from where they are. */
function importedNames(source) {
  const imports = source.statements.filter(
    (node) => ts.isImportDeclaration(node) && node.moduleSpecifier.text.endsWith('/locale/locale.ts'),
  );
  const names = imports.flatMap(({ importClause }) => importClause?.namedBindings?.elements?.map(({ name }) => name.text) ?? []);
  return new Set(names.filter((name) => Object.hasOwn(SENTENCE_ARGUMENTS, name)));
}

/** A string that is written out, in one piece or in several for the length of the line. */
function writtenOut(node) {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isParenthesizedExpression(node)) return writtenOut(node.expression);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined;
  const [left, right] = [writtenOut(node.left), writtenOut(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

/** `name`, `thing.name`, `NAMES[name]`. */
function isReference(node) {
  return node !== undefined && (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node));
}

/** Run by itself, it also says what each translation lacks. */
function main() {
  const english = writeSentences();
  const texts = readJson('package.nls.json');
  console.log(`${Object.keys(english).length} sentences, ${Object.keys(texts).length} texts of the manifest`);
  for (const name of readdirSync(path.join(ROOT, 'l10n'))) {
    const language = /^bundle\.l10n\.(.+)\.json$/.exec(name)?.[1];
    if (language === undefined) continue;
    const problems = [
      ...translationProblems(english, readJson(`l10n/${name}`)).map((problem) => `l10n/${name}: ${problem}`),
      ...translationProblems(texts, readJson(`package.nls.${language}.json`)).map((problem) => `package.nls.${language}.json: ${problem}`),
    ];
    console.log([`${language}: ${problems.length === 0 ? 'complete' : ''}`, ...problems].join('\n'));
    if (problems.length > 0) process.exitCode = 1;
  }
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
