/** What the overview's page and the extension say to each other. */

import type { AnswersResult, ExportKind } from '../../../server/src/protocol/overview.ts';

export type ToPage =
  | { readonly type: 'outline'; readonly uri: string; readonly name: string; readonly result: AnswersResult }
  /** There is no answers file to show. */
  | { readonly type: 'nothing' };

export type FromPage =
  { readonly type: 'ready' } | { readonly type: 'goTo'; readonly line: number } | { readonly type: 'export'; readonly kind: ExportKind };

/** What the page remembers over a reload of the window. */
export interface PageState {
  readonly uri: string;
}
