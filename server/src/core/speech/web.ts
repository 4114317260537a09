/** Says addresses briefly, as people do aloud: the site's name of a URL, and none of its path. */

import { cardinal, pairs } from './numbers.ts';

/** What is said for a URL, an e-mail address, a host or an address of the network; undefined for anything else. */
export function sayWeb(written: string, sayPart: (part: string) => string): string | undefined {
  const url = /^(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)(?:www\.)?([^/?#\s]*)/i.exec(written);
  if (url !== null) return sayHost(url[1]!, sayPart);
  const mail = /^(?:mailto:)?([\w.+-]{1,64})@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})$/.exec(written);
  if (mail !== null) return `${sayDotted(mail[1]!, sayPart)} at ${sayHost(mail[2]!, sayPart)}`;
  const host = /^((?:[\w-]{1,63}\.){1,8})([a-z]{2,6})((?:\/\S*)?)$/i.exec(written);
  if (host !== null && TOP_LEVELS.has(host[2]!.toLowerCase()) && /[a-z]/i.test(host[1]!)) {
    return sayHost(host[1]! + host[2]!, sayPart);
  }
  if (/^\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?$/.test(written) || /^localhost:\d{1,5}$/.test(written)) return sayHost(written, sayPart);
  return undefined;
}

/** "@handle" and "#hashtag"; undefined for anything else. */
export function sayTag(written: string, sayPart: (part: string) => string): string | undefined {
  const tag = /^([@#])([\p{L}_][\p{L}\p{N}_.-]*)$/u.exec(written);
  return tag === null ? undefined : `${tag[1] === '@' ? 'at' : 'hashtag'} ${sayPart(tag[2]!)}`;
}

/** "main.py", "torch.nn": parts joined by "dot". */
export function sayDotted(written: string, sayPart: (part: string) => string): string {
  return written
    .split('.')
    .filter((part) => part !== '')
    .map((part, i) => (i > 0 && EXTENSIONS.has(part) ? [...part].join(' ') : sayPart(part)))
    .join(' dot ');
}

function sayHost(host: string, sayPart: (part: string) => string): string {
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  const said = name
    .replace(/^[^@]*@/, '')
    .split('.')
    .filter((part) => part !== '')
    .map((part, i) => (i > 0 && SPELLED.has(part.toLowerCase()) ? [...part.toLowerCase()].join(' ') : sayPart(part)))
    .join(' dot ');
  return port === undefined ? said : `${said} ${port.length === 4 ? pairs(port) : cardinal(port)}`;
}

/** Endings that are said letter by letter: most of two letters. */
const SPELLED: ReadonlySet<string> = new Set('ai io tv uk us de fr eu js py rs ts co md sh cpp txt html css'.split(' '));
const EXTENSIONS: ReadonlySet<string> = new Set(
  'py js ts tsx jsx md rs go cpp cc hpp h c txt html css sh csv tsv ipynb pdf mp mjs cjs vue xml'.split(' '),
);
/** Only endings that are rarely anything else. */
const TOP_LEVELS: ReadonlySet<string> = new Set('com org net io ai dev edu gov app co uk de fr eu info xyz tv'.split(' '));
