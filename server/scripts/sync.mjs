/** Writes what follows from the registries into the manifest, its texts and the docs: settings with their schema, grammars, and the list of rules. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSentences } from './l10n.mjs';
import { loadTypeScript } from './loadTypeScript.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');

await sync();

async function sync() {
  const {
    configSchema,
    isManifestText,
    manifestJsonValidation,
    manifestSettings,
    manifestTexts,
    manifestTrust,
    rulesTable,
    settingsTable,
  } = await loadTypeScript('server/src/manifest.ts');
  const { grammars, manifestGrammars } = await loadTypeScript('server/src/grammars.ts');
  const { triggersModule } = await loadTypeScript('server/src/claimTriggers.ts');
  writeFileSync(path.join(root, 'server/src/core/claims/data/triggers.ts'), triggersModule());
  const manifest = path.join(root, 'package.json');
  const json = JSON.parse(readFileSync(manifest, 'utf8'));
  json.capabilities.untrustedWorkspaces = manifestTrust();
  json.contributes.configuration = manifestSettings();
  json.contributes.grammars = manifestGrammars();
  for (const [name, grammar] of Object.entries(grammars())) writeJson(path.join(root, `syntaxes/${name}.tmLanguage.json`), grammar);
  json.contributes.jsonValidation = manifestJsonValidation();
  mkdirSync(path.join(root, 'schemas'), { recursive: true });
  writeJson(path.join(root, 'schemas/config.schema.json'), configSchema());
  writeJson(manifest, json);
  const texts = path.join(root, 'package.nls.json');
  const written = Object.entries(JSON.parse(readFileSync(texts, 'utf8'))).filter(([key]) => !isManifestText(key));
  writeJson(texts, { ...Object.fromEntries(written), ...manifestTexts() });
  writeSentences();
  replaceBetween(path.join(root, 'docs/rules/README.md'), 'rules', rulesTable());
  replaceBetween(path.join(root, 'docs/settings.md'), 'settings', settingsTable());
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Replaces what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. */
function replaceBetween(file, name, content) {
  const text = readFileSync(file, 'utf8');
  const pattern = new RegExp(`(<!-- begin ${name} -->\\n)[\\s\\S]*?(<!-- end ${name} -->)`);
  if (!pattern.test(text)) throw new Error(`${file} has no place for ${name}`);
  writeFileSync(
    file,
    text.replace(pattern, (_, begin, end) => `${begin}\n${content}\n\n${end}`),
  );
}
