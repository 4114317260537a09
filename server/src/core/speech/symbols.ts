/** Says signs that stand alone; emoji, bullets and other marks are silent. */

/** What is said for a token without letters or digits; empty when it is silent. `isFormula` means numbers or single letters around. */
export function saySymbol(written: string, isFormula: boolean): string {
  const said = SYMBOLS.get(written);
  if (said !== undefined) return said;
  const formula = isFormula ? FORMULA.get(written) : undefined;
  if (formula !== undefined) return formula;
  return [...written].flatMap((sign) => SYMBOLS.get(sign) ?? []).join(' ');
}

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['&', 'and'],
  ['&&', 'and'],
  ['||', 'or'],
  ['+', 'plus'],
  ['=', 'equals'],
  ['==', 'equals'],
  ['===', 'equals'],
  ['!=', 'is not equal to'],
  ['≠', 'is not equal to'],
  ['→', 'to'],
  ['->', 'to'],
  ['=>', 'to'],
  ['⇒', 'to'],
  ['↔', 'and'],
  ['←', 'from'],
  ['≈', 'about'],
  ['~', 'about'],
  ['≥', 'at least'],
  ['>=', 'at least'],
  ['≤', 'at most'],
  ['<=', 'at most'],
  ['>', 'greater than'],
  ['<', 'less than'],
  ['±', 'plus or minus'],
  ['×', 'times'],
  ['÷', 'divided by'],
  ['%', 'percent'],
  ['@', 'at'],
  ['§', 'section'],
  ['∞', 'infinity'],
  ['√', 'square root of'],
  ['∑', 'sum of'],
  ['°', 'degrees'],
  ['$', 'dollars'],
  ['€', 'euros'],
  ['£', 'pounds'],
  ['½', 'one half'],
  ['¼', 'one quarter'],
  ['¾', 'three quarters'],
]);

/** Signs that are punctuation anywhere else. */
const FORMULA: ReadonlyMap<string, string> = new Map([
  ['-', 'minus'],
  ['−', 'minus'],
  ['*', 'times'],
  ['/', 'over'],
  ['^', 'to the'],
]);
