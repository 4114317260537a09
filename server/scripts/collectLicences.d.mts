/** What collectLicences.mjs exports. */

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression, as the package has it. */
  readonly licence: string;
  readonly text: string;
}

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>>;
}

export function bundledPackages(metafiles: readonly Metafile[], root: string): readonly BundledPackage[];
export function licenceProblems(packages: readonly BundledPackage[]): readonly string[];
export function licencesText(packages: readonly BundledPackage[]): string;
export function isAllowed(expression: string, more?: ReadonlySet<string>): boolean;
