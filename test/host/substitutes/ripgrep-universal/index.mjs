/** Takes the place of @vscode/ripgrep-universal, which carries ripgrep for every platform: finds the one for this platform. */

import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const manifest = require.resolve(`@vscode/ripgrep-${process.platform}-${process.arch}/package.json`);

export const rgPath = path.join(path.dirname(manifest), 'bin/rg');
