/** Types of the little that the tests use of Playwright. */

export interface Page {
  goto(url: string): Promise<unknown>;
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  on(event: 'request', listener: (request: { url(): string }) => void): void;
  url(): string;
  close(options?: { runBeforeUnload?: boolean }): Promise<void>;
  evaluate<T>(script: string): Promise<T>;
  locator(selector: string, options: { hasText: string }): { waitFor(options: { state: 'attached'; timeout: number }): Promise<void> };
  screenshot(options: { path: string; fullPage?: boolean }): Promise<unknown>;
  addInitScript(script: string): Promise<unknown>;
  addScriptTag(options: { content: string }): Promise<unknown>;
  addStyleTag(options: { content: string }): Promise<unknown>;
  setContent(html: string): Promise<void>;
  context(): { newCDPSession(page: Page): Promise<{ send(command: string): Promise<{ readonly usedSize: number }> }> };
  readonly keyboard: { press(key: string): Promise<void> };
}

export interface Browser {
  newPage(options?: {
    colorScheme?: 'light' | 'dark';
    forcedColors?: 'active' | 'none';
    reducedMotion?: 'reduce';
    viewport?: { width: number; height: number };
    deviceScaleFactor?: number;
    bypassCSP?: boolean;
  }): Promise<Page>;
  close(): Promise<void>;
}

export function openBrowser(options?: { readonly microphone?: string }): Promise<Browser>;
