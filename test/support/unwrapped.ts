/** Finds what is shown to the user without having been translated, as far as a parser can tell. */

import ts from 'typescript';

/** Properties whose value is read by people, wherever they occur. */
const SHOWN = new Set([
  'accessibilityInformation',
  'aria-label',
  'description',
  'detail',
  'documentation',
  'label',
  'legend',
  'message',
  'openLabel',
  'placeHolder',
  'prompt',
  'question',
  'refused',
  'shown',
  'says',
  'text',
  'textContent',
  'title',
  'tooltip',
  'value',
  'word',
]);

/** Functions whose first argument is read by people. */
const SAYS = /^(?:show(?:Information|Warning|Error)Message|button|heading|refusal|say|setStatusBarMessage|setText|tell)$/;

/**
 * The strings of a file that are shown as they are, each with its line: values of properties and variables that are shown, and what
 * is said by functions, where they are written out and not in a call of `t`, `plural` or `phrase`.
 */
export function unwrappedIn(file: string, text: string): readonly string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node): void => {
    for (const literal of literalsOf(node)) {
      if (!isProse(literal.text)) continue;
      found.push(`${file}:${source.getLineAndCharacterOfPosition(literal.at).line + 1}: ${literal.text}`);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && SHOWN.has(nameOf(node.name))) report(node.initializer);
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (ts.isPropertyAccessExpression(node.left) && SHOWN.has(node.left.name.text)) report(node.right);
    } else if (ts.isCallExpression(node)) {
      const { expression } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name.text : ts.isIdentifier(expression) ? expression.text : '';
      // The element comes first where there is one.
      if (SAYS.test(name)) for (const argument of node.arguments.slice(0, 2)) report(argument);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(found)];
}

interface Literal {
  readonly text: string;
  readonly at: number;
}

/** What an expression may come to, without what is called: `a ? 'x' : f('y')` has x. */
function literalsOf(node: ts.Node): readonly Literal[] {
  if (ts.isStringLiteralLike(node)) return [{ text: node.text, at: node.getStart() }];
  if (ts.isTemplateExpression(node)) {
    const words = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
    return [{ text: words, at: node.getStart() }, ...node.templateSpans.flatMap(({ expression }) => literalsOf(expression))];
  }
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    if (kind === ts.SyntaxKind.PlusToken) return [...literalsOf(node.left), ...literalsOf(node.right)];
    if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) return literalsOf(node.right);
  }
  return [];
}

function nameOf(name: ts.PropertyName): string {
  return ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '';
}

/** A word of a human language: letters that begin with a capital, or several words. */
function isProse(text: string): boolean {
  return /^\p{Lu}\p{Ll}+\b/u.test(text) || /\p{L}{2,}[,.:;]? \p{L}/u.test(text) || /…? \p{Ll}{2,} …?/u.test(text);
}
