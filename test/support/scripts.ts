/** Scripts and analyses of test texts. */

import { analyse, type Analysis } from '../../server/src/core/analysis.ts';
import { scriptOf, type Scope, type Script } from '../../server/src/core/rehearsal/script.ts';
import { readSettings } from '../../server/src/core/settings.ts';

export function analysisOf(markdown: string, settings: object = {}): Analysis {
  return analyse(markdown, { settings: readSettings(settings).settings, isListed: true });
}

/** The script of a text's first answer, or of another scope. Throws where nothing is said: the test is wrong then. */
export function scriptFrom(markdown: string, scope: Scope = { kind: 'answer', index: 0 }): Script {
  const script = scriptOf(analysisOf(markdown), scope);
  if (script === undefined) throw new Error('Nothing is said in this text.');
  return script;
}
