/** Unpacks a VSIX, which is a ZIP archive, into a folder. */

import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import yauzl from 'yauzl';

/** Rejects when the archive is damaged, or names a file outside the folder. */
export async function unpack(archive, folder) {
  const zip = await promisify(yauzl.open)(archive, { lazyEntries: true });
  const openEntry = promisify(zip.openReadStream.bind(zip));
  await new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', resolve);
    zip.on('entry', (entry) => {
      extract(entry)
        .then(() => zip.readEntry())
        .catch(reject);
    });
    zip.readEntry();
  });

  async function extract(entry) {
    // yauzl has refused names that lead outside.
    const target = path.join(folder, entry.fileName);
    if (entry.fileName.endsWith('/')) return;
    mkdirSync(path.dirname(target), { recursive: true });
    await pipeline(await openEntry(entry), createWriteStream(target));
  }
}
