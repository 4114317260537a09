/** Keeps open documents up to date, and says where each was changed. */

import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';

/** What `TextDocuments` needs; `onChange` hears the UTF-16 offset of the new text at which the last change ends. */
export function updateAndSay(onChange: (uri: string, at: number) => void) {
  return {
    create: (uri: string, languageId: string, version: number, content: string): TextDocument =>
      TextDocument.create(uri, languageId, version, content),
    update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument {
      const last = changes.at(-1);
      const before = last !== undefined && !('range' in last) ? document.getText() : '';
      const updated = TextDocument.update(document, changes, version);
      if (last !== undefined) {
        onChange(
          updated.uri,
          'range' in last ? updated.offsetAt(last.range.start) + last.text.length : endOfChange(before, updated.getText()),
        );
      }
      return updated;
    },
  };
}

/** Where two texts are the same from, in the second one: a client that sends whole texts has changed what is before. */
function endOfChange(before: string, after: string): number {
  let same = 0;
  const most = Math.min(before.length, after.length);
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return after.length - same;
}
