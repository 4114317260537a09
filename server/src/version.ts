/** The version of the product, put in from the manifest when the bundles are built. */

declare const __VERSION__: string | undefined;

/** "0.0.0" in tests, which run without a build. */
export const VERSION: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';
