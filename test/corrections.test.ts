import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NoteBody } from '../server/src/core/note';
import { notes } from './hovers';

/**
 * What is often told otherwise, or was true once: the note that says how it is today, in both halves, and the page of
 * an authority among its sources.
 */
type Row = readonly [note: string, ko: RegExp, en: RegExp, source: RegExp];

const CORRECTIONS: Readonly<Record<string, Row>> = {
  'rw-layer': [
    'concepts/thin-layer',
    /"쓰기 전용".+\*\*읽기·쓰기\*\*/,
    /"write-only".+\*\*read and write\*\*/,
    /docs\.docker\.com\/engine\/storage\/drivers/,
  ],
  'apt-y': [
    'commands/apt-get',
    /반대다\. 받을 수 \*\*없/,
    /other way round: it \*\*cannot\*\*/,
    /manpages\.debian\.org\/.+apt-get/,
  ],
  'cmd-not-layer': [
    'dockerfile/CMD',
    /레이어가 아니라 \*\*설정/,
    /not a layer but a \*\*setting/,
    /docs\.docker\.com\/engine\/storage\/drivers/,
  ],
  'run-is-layer': [
    'dockerfile/RUN',
    /이미지 하나\? \*\*레이어\*\*/,
    /one image\? One \*\*layer\*\*/,
    /docs\.docker\.com\/reference\/dockerfile\/#run/,
  ],
  'expose-docs': [
    'dockerfile/EXPOSE',
    /열어 주지 \*\*않/,
    /does \*\*not\*\* open/,
    /docs\.docker\.com\/reference\/dockerfile\/#expose/,
  ],
  'workdir-all': [
    'dockerfile/WORKDIR',
    /RUN, COPY, ADD, ENTRYPOINT에 \*\*모두/,
    /\*\*all\*\* RUN, COPY, ADD and ENTRYPOINT/,
    /docs\.docker\.com\/reference\/dockerfile\/#workdir/,
  ],
  'kernel-host': [
    'concepts/kernel',
    /엔진.+\*\*host의 것/,
    /engine provides the kernel\? It is \*\*the host's/,
    /docs\.docker\.com\/.+containers?\//,
  ],
  'rs-auto': [
    'concepts/rolling-update',
    /두 번째 ReplicaSet은 Deployment가/,
    /second ReplicaSet is made by the Deployment/,
    /kubernetes\.io\/docs\/.+\/deployment/,
  ],
  'canary-not-rolling': [
    'concepts/canary',
    /rolling update다.+\*\*그대로/,
    /That is a rolling update.+\*\*stays as it is/,
    /kubernetes\.io\/docs\/.+#canary/,
  ],
  'bluegreen-switch': [
    'concepts/blue-green',
    /\*\*Service가 가리키는 쪽/,
    /\*\*where the Service points/,
    /kubernetes\.io\/docs\/.+\/service/,
  ],
  'label-not-name': [
    'concepts/label',
    /\*\*이름이 아니다/,
    /\*\*Not a name/,
    /kubernetes\.io\/docs\/.+\/labels/,
  ],
  'service-ip': [
    'kubernetes/Service',
    /고정 IP는 \*\*Service 자신/,
    /fixed IP is \*\*its own/,
    /kubernetes\.io\/docs\/.+\/service/,
  ],
  'pod-ip': [
    'kubernetes/Pod',
    /안 바뀐다.+\*\*교체될 때\*\* 새 IP/s,
    /No\. Only the container.+\*\*replaced Pod\*\* gets a new IP/s,
    /kubernetes\.io\/docs\/.+\/pods/,
  ],
  'volume-life': [
    'concepts/volume',
    /`emptyDir`[은는] Pod와 함께.+PVC/,
    /`emptyDir` goes with its Pod.+PVC/,
    /kubernetes\.io\/docs\/.+\/volumes/,
  ],
  'ns-two-kinds': [
    'concepts/namespace',
    /이름만 같다.+\*\*Linux namespace/,
    /Only the word is the same.+\*\*Linux namespaces/,
    /man7\/namespaces\.7/,
  ],
  'control-plane': [
    'concepts/control-plane',
    /예전에는 master/,
    /once called the master/,
    /2067-rename-master-label-taint/,
  ],
  containerd: [
    'concepts/kubelet',
    /dockershim은 1\.24\(2022년\).+containerd/,
    /dockershim.+in 1\.24 \(2022\).+containerd/,
    /kubernetes\.io\/blog\/.+dockershim/,
  ],
  'gcr-ar': [
    'products/container-registry',
    /2025-03-18.+Artifact Registry/,
    /2025-03-18.+Artifact Registry/,
    /docs\.cloud\.google\.com\/artifact-registry\/docs\/transition/,
  ],
  stackdriver: [
    'products/observability',
    /Stackdriver.+2020년.+Google Cloud Observability/,
    /Stackdriver.+2020.+Google Cloud Observability/,
    /docs\.cloud\.google\.com\/stackdriver/,
  ],
  functions: [
    'products/cloud-run-functions',
    /2024년 8월.+Cloud Run functions/,
    /August 2024.+Cloud Run functions/,
    /cloud\.google\.com\/blog\/.+cloud-run-functions/,
  ],
  csr: [
    'products/cloud-source-repositories',
    /2024-06-17부터 신규 고객/,
    /new customers since 2024-06-17/,
    /docs\.cloud\.google\.com\/source-repositories/,
  ],
  'eol-1404': [
    'products/ubuntu',
    /14\.04.+\*\*2019년 4월\*\*/s,
    /14\.04.+\*\*April 2019\*\*/s,
    /ubuntu\.com\/about\/release-cycle/,
  ],
  maintainer: [
    'dockerfile/MAINTAINER',
    /지금은 deprecated.+LABEL org\.opencontainers\.image\.authors/s,
    /now deprecated.+LABEL org\.opencontainers\.image\.authors/s,
    /docs\.docker\.com\/reference\/build-checks\/maintainer-deprecated/,
  ],
  'replicas-field': [
    'kubernetes/ReplicaSet',
    /ReplicaSet을 써야 한다\?.+`spec\.replicas`/,
    /takes a ReplicaSet\?.+`spec\.replicas`/,
    /kubernetes\.io\/docs\/.+\/deployment/,
  ],
  swarm: ['products/docker', /\*\*Swarm mode\*\*/, /\*\*Swarm mode\*\*/, /docs\.docker\.com\/engine\/swarm/],
  lxc: [
    'concepts/lxc',
    /1\.10\(2016년\).+LXC 없이/s,
    /1\.10 \(2016\).+without LXC/s,
    /moby\/moby\/releases\/tag\/v1\.10/,
  ],
  isolation: [
    'concepts/container',
    /VM보다 (?:벽이 얇|격리가 약)/,
    /wall is thinner than a VM's/,
    /docs\.docker\.com\/engine\/security/,
  ],
  'cgroup-cpu-time': [
    'concepts/cgroup',
    /따로 제한한다\? \*\*CPU 시간\*\*/,
    /limited separately\? It is one thing, \*\*CPU time/,
    /docs\.kernel\.org\/admin-guide\/cgroup-v2/,
  ],
  'manifest-three': [
    'concepts/manifest',
    /\*\*세 가지\*\*/,
    /\*\*three things\*\*/,
    /opencontainers\/image-spec\/.+manifest/,
  ],
  'latest-no-roll': [
    'kubernetes/image',
    /`latest`를 다시 push.+\*\*아무것도 하지 않는다/,
    /pushing `latest` again.+\*\*does nothing/,
    /kubernetes\.io\/docs\/.+#updating-a-deployment/,
  ],
};

/** Readers have never seen what a misconception was read in: no text speaks of notes, slides or a lecture at hand. */
const HEARSAY = {
  ko: /노트에|노트의|필기|슬라이드/,
  en: /\bnotes? says?\b|\bslides?\b|\bin (?:the|your) notes\b/i,
};

describe('a common misconception is put right', () => {
  for (const [id, [name, ko, en, source]] of Object.entries(CORRECTIONS))
    it(`${id}: ${name}`, () => {
      const note = notes.get(name);
      assert.ok(note);
      assert.match(wordsOf(note.body.ko), ko);
      assert.match(wordsOf(note.body.en), en);
      assert.ok(
        note.sources.some((url) => source.test(url)),
        note.sources.join('\n'),
      );
    });
});

it('no note speaks of notes the reader has not seen', () => {
  for (const { id, body } of notes.all) {
    assert.doesNotMatch(wordsOf(body.ko), HEARSAY.ko, id);
    assert.doesNotMatch(wordsOf(body.en), HEARSAY.en, id);
  }
});

function wordsOf({ title, answer, bullets, question, misconception }: NoteBody): string {
  return [title, answer, ...bullets, question?.asked, question?.answer, misconception].join('\n');
}
