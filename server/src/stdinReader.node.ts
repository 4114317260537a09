/** Messages from standard input; the process ends with the stream, and where nobody can tell any more where a message begins. */

import { StreamMessageReader, type DataCallback, type Disposable } from 'vscode-languageserver/node';

export function readerOfStdin(): StreamMessageReader {
  const reader = new WatchedReader(process.stdin);
  // Given a reader and no stream, the library leaves this to us.
  const gone = (): void => process.exit(reader.isShutDown ? 0 : 1);
  process.stdin.on('end', gone).on('close', gone);
  reader.onError((error) => {
    process.stderr.write(`interview-answers-language-server: can't read a message: ${error.message}\n`);
    // What was no JSON has had an end. A header that is none has not: silence would be all that the client hears from then on.
    if (error.name === 'Error') process.exit(1);
  });
  return reader;
}

class WatchedReader extends StreamMessageReader {
  isShutDown = false;

  override listen(callback: DataCallback): Disposable {
    return super.listen((message) => {
      if ('method' in message && message.method === 'shutdown') this.isShutDown = true;
      callback(message);
    });
  }
}
