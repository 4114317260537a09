/**
 * What the bundles have in place of Node's modules for the network, for other programs and for loading code (`esbuild.mjs`). Libraries ask
 * for these modules for what we don't use of them; so nobody can reach them, not even by mistake.
 */

/** Libraries import these names; whoever calls one is told why it is not there. */
export { refuse as createConnection, refuse as createServer, refuse as fork, refuse as spawnSync };

/**
 * Is called as libraries are loaded; what it answers loads nothing. It has a `resolve` that refuses, because the engine
 * reads the whole bundle again (100 ms) to word the error for a call of something that is no function.
 */
export function createRequire(): (() => never) & { readonly resolve: () => never } {
  return Object.assign(() => refuse(), { resolve: refuse });
}

function refuse(): never {
  throw new Error('This program has no access to the network, to other programs and to code outside of itself.');
}
