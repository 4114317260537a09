/** How messages become bytes in Node: as the protocol's library does it, but for reports that know a shorter way. */

import { RAL, type Message } from 'vscode-languageserver/node';
import { writtenReport } from './writtenReports.ts';

/** To be called before connections are made: a writer takes the encoder that is installed when it begins. */
export function installEncoder(): void {
  const layer = RAL();
  const { encoder } = layer.applicationJson;
  const encode: typeof encoder.encode = (message, options) => {
    const { id, result } = message as Message & { readonly id?: number | string | null; readonly result?: unknown };
    const written = writtenReport(result);
    if (written === undefined) return encoder.encode(message, options);
    return Promise.resolve(Buffer.concat([Buffer.from(`{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":`), ...written, END]));
  };
  RAL.install({ ...layer, applicationJson: { ...layer.applicationJson, encoder: { ...encoder, encode } } });
}

const END = Buffer.from('}');
