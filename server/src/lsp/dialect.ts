/** Reduces what is sent to what the client has declared that it understands: no Markdown, no tree, no field beyond that. */

import {
  DiagnosticTag,
  MarkupKind,
  ResponseError,
  SymbolKind,
  type ClientCapabilities,
  type CodeAction,
  type Command,
  type CompletionItem,
  type CompletionList,
  type Connection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type DocumentLink,
  type DocumentSymbol,
  type Hover,
  type ServerRequestHandler,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import { plainText } from '../core/answers/plainText.ts';

/** The same connection, for features that needn't know who listens: what they answer and publish is said in the client's dialect. */
export function inDialect(connection: Connection): Connection {
  let dialect = new Dialect({});
  const { languages } = connection;
  const { diagnostics } = languages;
  const own: Partial<Connection> = {
    onInitialize: (handler) =>
      connection.onInitialize((params, ...rest) => {
        dialect = new Dialect(params.capabilities);
        // The protocol makes UTF-16 every client's duty, so this one gets it and the log says why its columns are off.
        if (params.capabilities.general?.positionEncodings?.includes('utf-16') === false)
          connection.console.warn('The editor does not offer positions in UTF-16, which LSP requires of it; columns may be wrong.');
        return handler(params, ...rest);
      }),
    onHover: (handler) => connection.onHover(saying(handler, (answer) => dialect.hover(answer))),
    onCompletion: (handler) => connection.onCompletion(saying(handler, (answer) => dialect.completion(answer))),
    onDocumentSymbol: (handler) =>
      connection.onDocumentSymbol(saying(handler, (answer, { textDocument: { uri } }) => dialect.outline(answer, uri))),
    onWorkspaceSymbol: (handler) => connection.onWorkspaceSymbol(saying(handler, (answer) => dialect.symbols(answer))),
    onDocumentLinks: (handler) => connection.onDocumentLinks(saying(handler, (answer) => dialect.links(answer))),
    onCodeAction: (handler) => connection.onCodeAction(saying(handler, (answer) => dialect.actions(answer))),
    languages: Object.create(languages, {
      diagnostics: {
        value: {
          ...diagnostics,
          on: (handler) => diagnostics.on(saying(handler, (answer) => dialect.report(answer))),
        } satisfies typeof diagnostics,
      },
    }) as typeof languages,
    sendDiagnostics: (params) => connection.sendDiagnostics({ ...params, diagnostics: dialect.diagnostics(params.diagnostics) }),
  };
  return Object.create(connection, Object.getOwnPropertyDescriptors(own)) as Connection;
}

class Dialect {
  readonly #textDocument: NonNullable<ClientCapabilities['textDocument']>;
  readonly #symbolKinds: readonly SymbolKind[] | undefined;
  readonly #knowsDiagnostics: boolean;
  readonly #fades: boolean;

  constructor({ textDocument, workspace }: ClientCapabilities) {
    this.#textDocument = textDocument ?? {};
    this.#symbolKinds = workspace?.symbol?.symbolKind?.valueSet;
    const { relatedInformation, codeDescriptionSupport, dataSupport, tagSupport } = this.#textDocument.publishDiagnostics ?? {};
    // Clients of the time when the protocol was being written say `true`, or nothing in particular.
    const tags: unknown = tagSupport?.valueSet;
    this.#fades = Array.isArray(tags) && tags.includes(DiagnosticTag.Unnecessary);
    this.#knowsDiagnostics = this.#fades && relatedInformation === true && codeDescriptionSupport === true && dataSupport === true;
  }

  /** Markdown, or for a client that doesn't read it what it says. */
  hover(hover: Nullable<Hover>): Nullable<Hover> {
    if (hover == null || this.#textDocument.hover?.contentFormat?.includes(MarkupKind.Markdown) === true) return hover;
    return { ...hover, contents: { kind: MarkupKind.PlainText, value: plainText(textOf(hover.contents)) } };
  }

  completion(answer: Nullable<CompletionItem[] | CompletionList>): Nullable<CompletionItem[] | CompletionList> {
    if (answer == null || this.#textDocument.completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true)
      return answer;
    const inPlainText = (item: CompletionItem): CompletionItem =>
      item.documentation === undefined ? item : { ...item, documentation: plainText(textOf(item.documentation)) };
    return Array.isArray(answer) ? answer.map(inPlainText) : { ...answer, items: answer.items.map(inPlainText) };
  }

  /** The outline as a tree, or as a list that names what each symbol is in. */
  outline(symbols: Nullable<Outline>, uri: string): Nullable<Outline> {
    if (symbols == null || this.#textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true) return symbols;
    return [...inList(symbols, uri)];
  }

  /** Of a kind that every client knows, where this one doesn't say that it knows more. */
  symbols(symbols: Nullable<SymbolInformation[] | WorkspaceSymbol[]>): Nullable<SymbolInformation[] | WorkspaceSymbol[]> {
    const knows = (kind: SymbolKind): boolean => this.#symbolKinds?.includes(kind) ?? kind <= SymbolKind.Array;
    return symbols?.map((symbol) => (knows(symbol.kind) ? symbol : { ...symbol, kind: SymbolKind.String }));
  }

  links(links: Nullable<DocumentLink[]>): Nullable<DocumentLink[]> {
    if (this.#textDocument.documentLink?.tooltipSupport === true) return links;
    return links?.map(({ tooltip: _, ...link }) => link);
  }

  /** None for a client of the time when actions were commands. */
  actions(actions: Nullable<(Command | CodeAction)[]>): Nullable<(Command | CodeAction)[]> {
    const { codeActionLiteralSupport, isPreferredSupport } = this.#textDocument.codeAction ?? {};
    if (codeActionLiteralSupport === undefined) return [];
    return actions?.map((action) => {
      if (typeof action.command === 'string') return action;
      const { isPreferred, diagnostics, ...rest } = action as CodeAction;
      return {
        ...rest,
        ...(diagnostics !== undefined && { diagnostics: this.diagnostics(diagnostics) }),
        ...(isPreferred !== undefined && isPreferredSupport === true && { isPreferred }),
      };
    });
  }

  report(report: DocumentDiagnosticReport): DocumentDiagnosticReport {
    // A client that knows everything gets the report as it is: it may have thousands of items, and they needn't be made.
    return report.kind === 'full' && !this.#knowsDiagnostics ? { ...report, items: this.diagnostics(report.items) } : report;
  }

  /** Without what the client would drop. Faded text that can't be faded would be read as a finding, so it is left out. */
  diagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
    if (this.#knowsDiagnostics) return [...diagnostics];
    const { relatedInformation, codeDescriptionSupport, dataSupport } = this.#textDocument.publishDiagnostics ?? {};
    return diagnostics
      .filter(({ tags }) => this.#fades || tags === undefined)
      .map(({ relatedInformation: related, codeDescription, data, ...diagnostic }) => ({
        ...diagnostic,
        ...(related !== undefined && relatedInformation === true && { relatedInformation: related }),
        ...(codeDescription !== undefined && codeDescriptionSupport === true && { codeDescription }),
        ...(data !== undefined && dataSupport === true && { data: data as unknown }),
      }));
  }
}

type Nullable<T> = T | null | undefined;
type Outline = SymbolInformation[] | DocumentSymbol[];

/** Makes a handler answer in other words; a refusal is passed on as it is. */
function saying<Params, Answer, Partial, Failure>(
  handler: ServerRequestHandler<Params, Answer, Partial, Failure>,
  say: (answer: Answer, params: Params) => Answer,
): ServerRequestHandler<Params, Answer, Partial, Failure> {
  const answering = async (...args: Parameters<typeof handler>): Promise<unknown> => {
    const answer: unknown = await handler(...args);
    return answer instanceof ResponseError ? answer : say(answer as Answer, args[0]);
  };
  return answering as typeof handler;
}

function textOf(contents: Hover['contents']): string {
  if (typeof contents === 'string') return contents;
  return Array.isArray(contents) ? contents.map(textOf).join('\n\n') : contents.value;
}

function* inList(symbols: Outline, uri: string, containerName?: string): Generator<SymbolInformation> {
  for (const symbol of symbols) {
    if ('location' in symbol) yield symbol;
    else {
      const { name, kind, range, children } = symbol;
      yield { name, kind, location: { uri, range }, ...(containerName !== undefined && { containerName }) };
      yield* inList(children ?? [], uri, name);
    }
  }
}
