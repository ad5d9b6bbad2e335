import { entry, keySpan } from '../../yaml/navigate';
import type { Volume } from '../model';
import { type Breach, baseline, restricted } from './check';

/** One breach for each volume that is a path of the node. */
export const hostPathVolumes = baseline('hostPathVolumes', function* ({ template }) {
  for (const volume of template.volumes) if (volume.source === 'hostPath') yield breach(volume, 'hostPath');
});

/** One breach for each volume of a type that is not allowed. A volume without a type is an `emptyDir`. */
export const restrictedVolumes = restricted(
  'restrictedVolumes',
  function* ({ template }) {
    for (const volume of template.volumes)
      if (volume.source !== undefined && !ALLOWED.has(volume.source)) yield breach(volume, volume.source);
  },
  0,
  'hostPathVolumes',
);

const ALLOWED: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

function breach({ node }: Volume, source: string): Breach {
  return { span: entry(node, source)?.key.span ?? keySpan(node), values: [source], repairs: [] };
}
