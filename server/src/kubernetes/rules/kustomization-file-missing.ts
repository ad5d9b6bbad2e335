import { below, nameOf, parentOf } from '../../core/address';
import { closest } from '../../core/closest';
import type { WorkspaceFacts } from '../../core/facts';
import type { Fix } from '../../core/rule';
import { rewrite, type Word, wordOf } from '../../yaml/word';
import type { KubernetesFacts } from '../facts';
import { join } from '../kustomize/kustomizations';
import type { Manifest } from '../model';
import { nodesAt } from '../references/read';
import { isSlip } from '../relations/slip';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/kustomization-file-missing',
  severity: 'warning',
  scope: 'part',
  what: {
    ko: 'kustomization이 없는 파일이나 폴더를 가리킨다',
    en: 'A kustomization that names a file or folder that is not there',
  },
  why: {
    ko: '`kubectl apply -k`는 목록에 적힌 것을 모두 읽은 뒤에야 manifest를 만든다. 하나라도 없으면 전체가 멈추고, 다른 파일도 적용되지 않는다.',
    en: '`kubectl apply -k` reads everything on the list before it builds anything. One file that is not there stops all of it, and nothing is applied.',
  },
  how: {
    ko: '경로는 kustomization.yaml이 있는 폴더에서 시작한다. 파일은 그 이름으로, 다른 kustomization은 폴더 이름으로 적는다.',
    en: 'Paths start at the folder of the kustomization.yaml. Files are named themselves, another kustomization by its folder.',
  },
  messages: {
    near: {
      ko: '`{path}`{path|은} 없고 `{near}`{near|이} 있다. kustomize가 여기서 멈춘다.',
      en: '`{path}` is not there; `{near}` is. kustomize stops here.',
    },
    missing: {
      ko: '`{path}`{path|이} 이 작업 공간에 없다. 만들기 전까지 kustomize가 여기서 멈춘다.',
      en: '`{path}` is not in this workspace. Until it is made, kustomize stops here.',
    },
  },
  concepts: ['concepts/manifest'],
  source: 'https://kubernetes.io/docs/tasks/manage-kubernetes-objects/kustomization/#kustomize-feature-list',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: { files: { 'kustomization.yaml': kustomization('«deploymnt.yaml»'), 'deployment.yaml': pod() } },
      good: { files: { 'kustomization.yaml': kustomization('deployment.yaml') } },
    },
    {
      bad: { files: { 'prod/kustomization.yaml': kustomization('«../bse»'), 'base/web.yaml': pod() } },
      good: { files: { 'prod/kustomization.yaml': kustomization('../base') } },
    },
    {
      bad: { files: { 'kustomization.yaml': kustomization('«service.yaml»'), 'web.yaml': pod() } },
      good: { files: { 'kustomization.yaml': kustomization('service.yaml'), 'service.yaml': pod() } },
      message: 'missing',
    },
  ],
  allows: [
    { files: { 'kustomization.yaml': kustomization('web.yaml'), 'web.yaml': pod() } },
    { files: { 'prod/kustomization.yaml': kustomization('../base'), 'base/web.yaml': pod() } },
    kustomization('https://example.com/web.yaml'),
    kustomization('github.com/example/web//base?ref=v1'),
    // Nothing is known of what lies beside it.
    kustomization('service.yaml'),
    { files: { 'prod/kustomization.yaml': kustomization('../../base'), 'prod/web.yaml': pod() } },
  ],
  *check({ sort, document, file }: Manifest, { facts, path }) {
    const folder = parentOf(file.uri);
    if (sort !== 'kustomization' || !facts.complete || !folder || path === undefined) return;
    if (document.faults.length > 0) return;
    const listed = PATHS.flatMap((at) => nodesAt(document.root, at)).flatMap((node) => wordOf(node) ?? []);
    for (const word of listed) {
      const uri = isRemote(word) ? undefined : join(folder, word.text);
      if (uri === undefined || isKnown(uri, facts)) continue;
      const near = nearOf(
        uri,
        listed.flatMap((one) => join(folder, one.text) ?? []),
        facts,
      );
      if (near === undefined && !isSurelyMissing(word, uri, file.uri, facts)) continue;
      const meant = near === undefined ? '' : word.text.replace(/[^/]+\/?$/, nameOf(near));
      yield {
        span: word.span,
        message: near === undefined ? 'missing' : 'near',
        values: { path: word.text, near: meant },
        // It may be made by another tool, or be kept out of the repository.
        ...(near === undefined && { severity: 'hint' as const }),
        fixes: near === undefined ? [] : [change(word, meant)],
      };
    }
  },
});

const PATHS = [
  ...['resources[]', 'bases[]', 'components[]', 'patchesStrategicMerge[]'],
  ...['patches[].path', 'patchesJson6902[].path'],
];

type Facts = WorkspaceFacts<KubernetesFacts>;

/** A URL, in any of the ways kustomize takes one, or a patch that stands here itself. */
function isRemote({ text }: Word): boolean {
  return /:|\?|\n|^\/|.\/\/|^[^./]+(?:\.[^./]+)+\//.test(text);
}

function isYaml(uri: string): boolean {
  return /\.ya?ml$/i.test(uri);
}

/** Of files that are no YAML nothing is known. */
function isKnown(uri: string, facts: Facts): boolean {
  if (isYaml(uri)) return facts.find('file', { name: uri }).length > 0;
  return /\.\w+$/.test(nameOf(uri)) || urisOf(facts).some((one) => below(uri, one) !== undefined);
}

/** The file or folder beside where it should be that is called nearly so, and is not on the list itself. */
function nearOf(uri: string, listed: readonly string[], facts: Facts): string | undefined {
  const folder = parentOf(uri);
  if (folder === undefined) return undefined;
  const names = new Set(
    urisOf(facts).flatMap((one) => {
      const [name, ...more] = below(folder, one)?.split('/') ?? [];
      return name !== undefined && isYaml(uri) === (more.length === 0) ? [name] : [];
    }),
  );
  const free = [...names].filter((name) => !listed.includes(`${folder}/${name}`));
  const stem = (name: string) => name.replace(/\.ya?ml$/i, '');
  const wanted = stem(nameOf(uri));
  const similar = free.filter((name) => isSlip(wanted, stem(name)));
  return closest(nameOf(uri), similar) ?? (similar.length === 1 ? similar[0] : undefined);
}

/** The folder it should be in is known, and not only as the place of the kustomization itself. */
function isSurelyMissing({ text }: Word, uri: string, own: string, facts: Facts): boolean {
  const folder = parentOf(uri);
  if (folder === undefined || text.startsWith('../')) return false;
  return urisOf(facts).some((one) => one !== own && below(folder, one) !== undefined);
}

function urisOf(facts: Facts): readonly string[] {
  return [...new Set(facts.find('file').flatMap(({ name }) => name ?? []))];
}

function change(word: Word, near: string): Fix {
  return {
    title: { ko: '`{near}`{near|으로} 고치기', en: 'Change it to `{near}`' },
    values: { near },
    kind: 'choice',
    edits: [rewrite(word, near)],
  };
}

function pod(): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
`;
}

function kustomization(path: string): string {
  return `resources:\n  - ${path}\n`;
}
