/** Types of workbenchControl.mjs. */

/** Where an element is: in the workbench, or in the visible webview of that number. */
export interface Target {
  readonly selector?: string;
  readonly webview?: number;
  /** The number of a page that the workbench has opened, from 1. */
  readonly tab?: number;
}

/** What to wait for. */
export interface Condition extends Target {
  readonly selector: string;
  readonly state?: 'visible' | 'hidden' | 'attached' | 'detached';
  /** Milliseconds. */
  readonly timeout?: number;
}

export interface Workbench {
  readonly available: boolean;
  screenshot(path: string, target?: Target): Promise<string>;
  press(keys: string | readonly string[], options?: { readonly until?: Condition; readonly tab?: number }): Promise<number | undefined>;
  type(text: string, options?: { readonly delay?: number; readonly until?: Condition }): Promise<number | undefined>;
  click(
    selector: string,
    options?: {
      readonly webview?: number;
      readonly tab?: number;
      readonly position?: { readonly x: number; readonly y: number };
      readonly button?: 'left' | 'middle' | 'right';
      readonly clickCount?: number;
      readonly force?: boolean;
      readonly modifiers?: readonly ('Alt' | 'Control' | 'ControlOrMeta' | 'Meta' | 'Shift')[];
      readonly timeout?: number;
      readonly until?: Condition;
    },
  ): Promise<number | undefined>;
  waitFor(selector: string, options?: Omit<Condition, 'selector'>): Promise<number>;
  evaluate(expression: string, target?: { readonly webview?: number; readonly tab?: number }): Promise<unknown>;
  resize(width: number, height: number): Promise<void>;
  media(
    features: {
      readonly colorScheme?: 'light' | 'dark' | 'no-preference' | null;
      readonly reducedMotion?: 'reduce' | 'no-preference' | null;
      readonly forcedColors?: 'active' | 'none' | null;
    },
    target?: { readonly tab?: number },
  ): Promise<void>;
  closeTabs(): Promise<void>;
  initScript(source: string): Promise<void>;
}

export declare const workbench: Workbench;
