/** The panel's page: one script and one style sheet of the extension, and nothing from anywhere else. */

import * as vscode from 'vscode';
import { escapeText, localeElement } from '../localeElement.ts';
import { currentLocale, t } from '../../../server/src/core/locale/locale.ts';

/** The only folder that the panel may read from. */
export function resourceRoot(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'dist');
}

export function panelHtml(webview: vscode.Webview, extension: vscode.Uri): string {
  const nonce = makeNonce();
  const at = (name: string): string => webview.asWebviewUri(vscode.Uri.joinPath(resourceRoot(extension), name)).toString();
  // A worklet's script can't carry a nonce; what lies in the extension's own folder may run.
  const policy = `default-src 'none'; script-src 'nonce-${nonce}' ${webview.cspSource}; style-src ${webview.cspSource}`;
  return `<!DOCTYPE html>
<html lang="${currentLocale().tag}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(t('Rehearse'))}</title>
<link rel="stylesheet" href="${at('rehearsal.css')}">
</head>
<body data-worklet="${at('rehearsal/worklet.js')}">
${localeElement()}
<script nonce="${nonce}" src="${at('rehearsal.js')}"></script>
</body>
</html>`;
}

/** 128 random bits. */
function makeNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
