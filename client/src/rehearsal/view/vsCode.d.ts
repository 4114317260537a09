/** What VS Code gives every webview. */

interface VsCode {
  postMessage(message: import('./messages.ts').ToExtension): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCode;
