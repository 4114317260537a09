/** A language client for tests: talks to the real server over streams, a process, or a message port. */

import { spawn, type ChildProcess } from 'node:child_process';
import { PassThrough } from 'node:stream';
import { StreamMessageReader, StreamMessageWriter, type MessageReader, type MessageWriter } from 'vscode-jsonrpc/node';
import {
  createProtocolConnection,
  type ClientCapabilities,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { createConnection } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server.ts';
import type { Runtime } from '../../server/src/lsp/runtime.ts';

/** What an editor like VS Code can do, as far as the server asks. */
export const MODERN: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    documentLink: { tooltipSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } }, isPreferredSupport: true },
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    symbol: { symbolKind: { valueSet: [15, 20] } },
    diagnostics: { refreshSupport: true },
    didChangeConfiguration: { dynamicRegistration: true },
  },
};

/** An editor that can do nothing beyond the basics. */
export const MINIMAL: ClientCapabilities = {};

export class TestClient {
  readonly connection: ProtocolConnection;
  /** What `workspace/configuration` answers; an error is thrown. */
  configuration: unknown = {};
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  readonly transcripts: { readonly state: string; readonly count: number }[] = [];
  refreshes = 0;
  readonly #versions = new Map<string, number>();
  #changed: () => void = () => undefined;

  readonly #end: () => void | Promise<void>;

  /** `end` ends the server after it was shut down. A server of its own is told to exit; one in this process just goes out of scope. */
  constructor(reader: MessageReader, writer: MessageWriter, end?: () => void) {
    this.#end = end ?? (() => this.connection.sendNotification('exit'));
    this.connection = createProtocolConnection(reader, writer);
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
      if (this.configuration instanceof Error) throw this.configuration;
      return items.map(() => this.configuration);
    });
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onNotification('interviewAnswers/transcriptsChanged', (params: { state: string; count: number }) => {
      this.transcripts.push(params);
      this.#changed();
    });
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#changed();
      return null;
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#changed();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
      this.#changed();
    });
    this.connection.listen();
  }

  async initialize(capabilities: ClientCapabilities = MODERN, more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities,
      ...more,
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string, languageId = 'markdown'): Promise<void> {
    this.#versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** One incremental change; without a range the whole text is replaced. */
  async change(
    uri: string,
    text: string,
    range?: { start: { line: number; character: number }; end: { line: number; character: number } },
  ): Promise<void> {
    const version = this.#versions.get(uri)! + 1;
    this.#versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [range === undefined ? { text } : { text, range }],
    });
  }

  async close(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  report(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId !== undefined && { previousResultId }),
    });
  }

  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(uri);
    return report.kind === 'full' ? report.items : [];
  }

  /** Resolves once something the server has sent makes the condition true. */
  async until<T>(condition: () => T | undefined | false): Promise<T> {
    for (;;) {
      const result = condition();
      if (result !== undefined && result !== false) return result;
      await new Promise<void>((resolve) => (this.#changed = resolve));
    }
  }

  async shutdown(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.#end();
    this.connection.end();
    this.connection.dispose();
  }
}

/** The server in this process, over two streams; with files of its own, or none. */
export function inMemory(runtime: Partial<Runtime> = {}): TestClient {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down));
  startServer(connection, { ...NODE_RUNTIME, ...runtime });
  return new TestClient(new StreamMessageReader(down), new StreamMessageWriter(up), () => undefined);
}

export interface Spawned {
  readonly client: TestClient;
  readonly process: ChildProcess;
  readonly stderr: () => string;
}

/** The built server as a process of its own; `node` are options for Node itself. */
export function spawned(module: string, args: readonly string[] = ['--stdio'], node: readonly string[] = []): Spawned {
  const child = spawn(process.execPath, [...node, module, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  return {
    client: new TestClient(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
    process: child,
    stderr: () => errors,
  };
}

export const NODE_RUNTIME: Runtime = {
  version: 'test',
  now: () => performance.now(),
  date: () => Date.now(),
  minutesEast: () => 0,
  uuid: () => crypto.randomUUID(),
  yield: () => new Promise((resolve) => setImmediate(resolve)),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
