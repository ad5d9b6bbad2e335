import { closest } from '../../core/closest';
import type { YamlMap } from '../node';
import type { Path } from './decode';
import { contents, type ObjectType, type Types } from './types';

/** The field of a type that someone probably meant; one that is written already is not meant again. */
export function meantField(written: string, type: ObjectType, map: YamlMap): string | undefined {
  const free = [...type.fields.keys()].filter((name) => map.entries.every((entry) => entry.name !== name));
  const plain = (name: string) => name.toLowerCase().replace(/[-_]/g, '');
  return free.find((name) => plain(name) === plain(written)) ?? closest(written, free);
}

/**
 * Where a field would stand that was written in the wrong place: one of the objects it stands in, or an object
 * below its own. The nearest one, as a path from the root: `spec.template.spec.containers[]`.
 */
export function rightPlace(schema: Types, root: string, path: Path): string | undefined {
  const name = String(path.at(-1));
  const above = path.slice(0, -1);
  for (let depth = above.length - 1; depth >= 0; depth--) {
    const found = below(
      schema,
      typeAt(schema, root, above.slice(0, depth)),
      name,
      shown(above.slice(0, depth)),
      0,
    );
    if (found !== undefined) return found;
  }
  return below(schema, typeAt(schema, root, above), name, shown(above), MOST_STEPS);
}

/** What nobody is led to: what every object of Kubernetes has, and what the cluster writes. */
const SHARED = new Set(['status', 'metadata']);

/** `spec.template.spec` of a Deployment is three steps from where beginners put `containers`. */
const MOST_STEPS = 3;

function below(
  schema: Types,
  start: string | undefined,
  name: string,
  path: string,
  most: number,
): string | undefined {
  let level: { readonly type: string; readonly path: string }[] = start ? [{ type: start, path }] : [];
  for (let steps = 0; steps <= most; steps++) {
    const next: typeof level = [];
    for (const at of level) {
      const held = contents(at.type);
      if (held.of === 'list') next.push({ type: held.type, path: `${at.path}[]` });
      if (held.of !== 'value') continue;
      const type = schema.type(held.type);
      if (type?.fields.has(name)) return at.path;
      for (const field of type?.fields.values() ?? [])
        if (!field.output && !SHARED.has(field.name))
          next.push({ type: field.type, path: at.path ? `${at.path}.${field.name}` : field.name });
    }
    level = next;
  }
  return undefined;
}

function typeAt(schema: Types, root: string, path: Path): string | undefined {
  let type: string | undefined = root;
  for (const step of path) {
    const held = contents(type);
    type = held.of === 'value' ? schema.type(held.type)?.fields.get(String(step))?.type : held.type;
    if (type === undefined) return undefined;
  }
  return type;
}

/** `spec.containers[0].ports` */
export function shown(path: Path): string {
  return path.reduce<string>(
    (text, step) => (typeof step === 'number' ? `${text}[${step}]` : text === '' ? step : `${text}.${step}`),
    '',
  );
}
