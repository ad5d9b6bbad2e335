import { canonical } from '../../core/address';
import type { KubernetesVersionParams, KubernetesVersionResult } from '../protocol';
import type { Session } from '../session';

/** The version a manifest is checked for, and where that is said. */
export async function kubernetesVersion(
  session: Session,
  { textDocument }: KubernetesVersionParams,
): Promise<KubernetesVersionResult> {
  const uri = canonical(textDocument.uri);
  const { config, ignored, versionFrom } = await session.settle(uri);
  const { language, model } = session.engine.model(uri) ?? {};
  const versions = ignored ? undefined : language?.versions?.(model);
  if (!versions) return null;
  return { version: config.kubernetesVersion, versions, ...(versionFrom && { file: versionFrom }) };
}
