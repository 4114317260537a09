/** The overview's page before its script fills it. */

import { currentLocale, t } from '../../../server/src/core/locale/locale.ts';
import { escapeText, localeElement } from '../localeElement.ts';

/** Nothing is loaded but the two files named here, and nothing is run but the one script. */
export function overviewHtml({ script, style, cspSource }: { script: string; style: string; cspSource: string }): string {
  const nonce = makeNonce();
  return `<!doctype html>
<html lang="${currentLocale().tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'">
<link rel="stylesheet" href="${style}">
<title>${escapeText(t('Interview Overview'))}</title>
</head>
<body>
<main id="overview"></main>
${localeElement()}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
