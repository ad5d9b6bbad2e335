import { asScalar, asSeq, get } from '../../yaml/navigate';
import type { YamlScalar, YamlSeq } from '../../yaml/node';
import { type Breach, baseline, restricted } from './check';
import type { Repair } from './repair';
import { containerScopes, isWindows, narrowest, ownerOf, type Scope, setting } from './scopes';

/** What containers have anyway, and may ask for. NET_RAW is not among them. */
export const DEFAULT_CAPABILITIES: ReadonlySet<string> = new Set([
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'FOWNER',
  'FSETID',
  'KILL',
  'MKNOD',
  'NET_BIND_SERVICE',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_CHROOT',
]);
const RESTRICTED: ReadonlySet<string> = new Set(['NET_BIND_SERVICE']);

/** One breach for each container that adds what is not in the usual set; its values are the capabilities. */
export const capabilitiesBaseline = baseline('capabilities_baseline', function* (pod) {
  for (const scope of containerScopes(pod)) yield* added(scope, DEFAULT_CAPABILITIES);
});

/** For each container one breach of what it adds, and one if it does not drop `ALL`. */
export const capabilitiesRestricted = restricted(
  'capabilities_restricted',
  function* (pod, minor) {
    if (isWindows(pod, minor)) return;
    for (const scope of containerScopes(pod)) {
      yield* added(scope, RESTRICTED);
      const drop = get(scope.context, 'capabilities', 'drop');
      if (capabilitiesIn(scope, 'drop').some(({ text }) => text === 'ALL')) continue;
      yield {
        ...ownerOf(scope),
        span: narrowest(scope, ['capabilities', 'drop']),
        missing: true,
        values: [],
        repairs: [dropAll(scope, asSeq(drop))],
      };
    }
  },
  22,
  'capabilities_baseline',
);

/** What a container adds to, or drops from, the usual set. */
export function capabilitiesIn({ context }: Scope, list: 'add' | 'drop'): readonly YamlScalar[] {
  return (asSeq(get(context, 'capabilities', list))?.items ?? []).flatMap((item) => asScalar(item) ?? []);
}

function* added(scope: Scope, allowed: ReadonlySet<string>): Generator<Breach> {
  const seq = asSeq(get(scope.context, 'capabilities', 'add'));
  const bad = (seq?.items ?? []).flatMap((item, index) => {
    const node = asScalar(item);
    return node && !allowed.has(node.text) ? [{ node, index }] : [];
  });
  const [first] = bad;
  if (seq && first)
    yield {
      ...ownerOf(scope),
      span: first.node.span,
      values: bad.map(({ node }) => node.text),
      repairs: bad.map(({ index }): Repair => ({ kind: 'remove-item', seq, index })),
    };
}

function dropAll(scope: Scope, seq: YamlSeq | undefined): Repair {
  const lower = capabilitiesIn(scope, 'drop').find(({ text }) => /^all$/i.test(text));
  if (lower) return { kind: 'replace', node: lower, text: 'ALL' };
  if (seq && (seq.flow || seq.items.length > 0)) return { kind: 'add', seq, item: 'ALL' };
  return setting(scope, ['capabilities', 'drop'], ['ALL']);
}
