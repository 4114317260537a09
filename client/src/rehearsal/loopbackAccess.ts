/** Decides who may use the rehearsal page's server: only the browser that was sent there, and only from the page itself. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The secrets and the names of one server. */
export class LoopbackAccess {
  /**
   * The folder that everything is in, by a name of its own: browsers send cookies to all ports of a host, but not to other folders, so
   * that no other server on this machine ever gets ours.
   */
  readonly path = `/${secret(SHORT_BYTES)}/`;
  /** What opens the page once. */
  readonly token = secret(SECRET_BYTES);
  private readonly cookie = secret(SECRET_BYTES);
  private readonly hosts = new Set<string>();
  private readonly origins = new Set<string>();
  private isTokenUsed = false;

  /** Accepts requests to the host of an address, from pages of its origin. */
  allow({ host, origin }: URL): void {
    this.hosts.add(host);
    this.origins.add(origin);
  }

  /**
   * Whether a request was meant for us and comes from our page, or from outside of any page. A name that was made to point to this
   * machine (DNS rebinding) shows in `Host`, another page in `Origin` and `Sec-Fetch-Site`.
   */
  isFromHere({ headers, method }: IncomingMessage): boolean {
    if (!this.hosts.has(headers.host ?? '')) return false;
    const { origin } = headers;
    const isOriginRequired = method !== 'GET';
    if (origin === undefined ? isOriginRequired : !this.origins.has(origin)) return false;
    const site = headers['sec-fetch-site'];
    const isNavigation = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
    // The editor in a browser tab opens the page from its own site; that must be possible, with the token.
    return site === undefined || site === 'same-origin' || (method === 'GET' && isNavigation);
  }

  /** Whether a request carries the cookie that the token was exchanged for. */
  isKnown({ headers }: IncomingMessage): boolean {
    const values = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
    return values.some((pair) => pair.startsWith(`${COOKIE}=`) && isSame(pair.slice(COOKIE.length + 1), this.cookie));
  }

  /** Exchanges the token of a request for a `Set-Cookie` header; only the first time. */
  exchange({ url = '' }: IncomingMessage): string | undefined {
    const token = new URLSearchParams(url.split('?')[1]).get('token') ?? '';
    if (!isSame(token, this.token) || this.isTokenUsed) return undefined;
    this.isTokenUsed = true;
    // Without a path, the browser takes the folder of the page as it sees it, which a proxy may have put elsewhere.
    return `${COOKIE}=${this.cookie}; HttpOnly; SameSite=Strict`;
  }

  /** A number used once, for one answer's content security policy. */
  nonce(): string {
    return secret(SHORT_BYTES);
  }
}

const COOKIE = 'rehearsal';

/** 256 bits for what opens something, 128 for what only has to be unique. */
const SECRET_BYTES = 32;
const SHORT_BYTES = 16;

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Compares in a time that tells nothing about where two texts differ; hashes make them equally long. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
