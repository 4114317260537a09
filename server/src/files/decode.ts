/** Turns the bytes of a text file into text: UTF-8, or UTF-16 with a byte order mark or an unmistakable pattern. */

/** The text, with a byte order mark taken off. Throws a TypeError with the code `ERR_ENCODING_INVALID_ENCODED_DATA` for other bytes. */
export function decodeText(bytes: Uint8Array): string {
  return decodeKeepingMark(bytes).replace(/^\uFEFF/, '');
}

/** The text with its byte order mark, if it has one, so that offsets are those of the file. */
export function decodeKeepingMark(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** As much of the text as can be read; what is no text comes out as U+FFFD. */
export function decodeLeniently(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** What was no text in something that `decodeLeniently` has read: the line it begins in, counted from 0. At most one. */
export function notText(text: string): readonly { readonly message: string; readonly line: number }[] {
  const at = text.indexOf('\ufffd');
  if (at < 0) return [];
  const line = text.slice(0, at).split(/\r\n|\n|\r/).length - 1;
  return [{ message: 'This is not UTF-8 text; what can’t be read is left out.', line }];
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark: Latin text in UTF-16 has a zero in every other byte.
  const start = bytes.subarray(0, 64);
  if (start.length >= 8) {
    let even = 0;
    let odd = 0;
    for (const [i, byte] of start.entries()) {
      if (byte !== 0) continue;
      if (i % 2 === 0) even++;
      else odd++;
    }
    if (odd > start.length / 3 && even === 0) return 'utf-16le';
    if (even > start.length / 3 && odd === 0) return 'utf-16be';
  }
  return 'utf-8';
}
