/** Makes the address of a recording at a second, in the way each site wants it. */

/** The address that opens at a second; undefined for addresses that aren't of the web. */
export function mediaUrlAt(url: string, seconds: number): string | undefined {
  const parts = /^(https?:\/\/)([^/?#\s]+)((?:\/[^?#\s]*)?)(\?[^#\s]*)?(#\S*)?$/i.exec(url.trim());
  if (parts === null) return undefined;
  const [, scheme = '', host = '', path = '', query = '', hash = ''] = parts;
  const second = Math.max(0, Math.floor(seconds));
  if (/(?:^|\.)(?:youtube\.com|youtu\.be|youtube-nocookie\.com)$/i.test(host)) {
    // A time that is in the address already would win or confuse.
    const kept = query
      .slice(1)
      .split('&')
      .filter((one) => one !== '' && !/^(?:t|start|time_continue)=/i.test(one));
    return safe(`${scheme}${host}${path}?${[...kept, `t=${second}s`].join('&')}`);
  }
  if (/(?:^|\.)vimeo\.com$/i.test(host)) return safe(`${scheme}${host}${path}${query}#t=${second}s`);
  if (/(?:^|\.)loom\.com$|(?:^|\.)twitch\.tv$/i.test(host)) {
    const kept = query
      .slice(1)
      .split('&')
      .filter((one) => one !== '' && !/^t=/i.test(one));
    return safe(`${scheme}${host}${path}?${[...kept, `t=${second}${/twitch/i.test(host) ? 's' : ''}`].join('&')}`);
  }
  // Media fragments are the standard for plain files, and harmless elsewhere.
  return safe(`${scheme}${host}${path}${query}${hash === '' || hash.startsWith('#t=') ? `#t=${second}` : hash}`);
}

/** Nothing in an address ends the Markdown link it is put into. */
function safe(url: string): string {
  return url.replace(/[()<>"'`\\\s[\]{}|^]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
