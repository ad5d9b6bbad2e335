import { findRemoved } from './removed-apis';

/** An API that the server still takes and warns of. */
export interface DeprecatedApi {
  readonly deprecatedIn: number;
  /** Missing where it stays for now. */
  readonly removedIn: number | undefined;
  readonly replacement: string;
  readonly mechanical: boolean;
}

/** @param running the minor release of the cluster */
export function findDeprecated(apiVersion: string, kind: string, running: number): DeprecatedApi | undefined {
  if (apiVersion === 'v1' && kind === 'Endpoints') return running < 33 ? undefined : ENDPOINTS;
  const api = findRemoved(apiVersion, kind);
  if (!api || running < api.deprecatedIn || running >= api.removedIn) return undefined;
  const { replacement, ...rest } = api;
  return replacement === undefined ? undefined : { ...rest, replacement };
}

/** Source: https://kubernetes.io/blog/2025/04/24/endpoints-deprecation/ */
const ENDPOINTS: DeprecatedApi = {
  deprecatedIn: 33,
  removedIn: undefined,
  replacement: 'EndpointSlice',
  mechanical: false,
};
