/** Writes text into HTML and SVG so that it stays text. */

/** For content and for attributes in quotes. Signs that XML forbids are left out, so that an SVG file always opens. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (sign) => ESCAPES[sign]!);
}

/** Addresses that may be followed from a page on the user's disk; any other is shown as text. */
export function isSafeLink(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/i.test(url) && !/[\s\p{Cc}]/u.test(url);
}

/** A whole page that loads nothing and runs nothing, with a style for the screen and for paper. */
export function htmlPage({ title, language, style, body }: { title: string; language: string; style: string; body: string }): string {
  return `<!doctype html>
<html lang="${escapeMarkup(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(title)}</title>
<style>
${style.trim()}
</style>
</head>
<body>
${body.trim()}
</body>
</html>
`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML 1.0 doesn't allow: controls but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;
