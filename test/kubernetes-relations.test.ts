import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnosis } from '../server/src/core/diagnosis';
import { applyEdits } from '../server/src/core/edit';
import { Engine } from '../server/src/core/engine';
import { renderFinding } from '../server/src/core/page';
import { languages } from '../server/src/languages';
import { PLANTED, type Planted } from './relation-faults';
import { configOf, pathOf, uriOf } from './samples';

// A workspace with one fault of each relation and certainty. We say all of them and nothing else, and name what was
// meant; the same workspace without them is silent.

const FAULT = /‹([^|›]*)\|([^›]*)›/g;
const clean = (text: string) => text.replace(/[«»]/g, '');
const broken = (text: string) => clean(text.replace(FAULT, '$1'));
const sound = (text: string) => clean(text.replace(FAULT, '$2'));
/** Where the finding is: at the fault, unless another place is marked. */
const marked = ({ files }: Planted) => {
  const text = Object.values(files).join('');
  return /«(.*?)»/.exec(text)?.[1] ?? new RegExp(FAULT).exec(text)![1]!;
};

class Workspace {
  readonly engine = new Engine(languages, ({ error }) => {
    throw error;
  });

  constructor(files: readonly (readonly [string, string])[]) {
    this.engine.roots = ['/work'];
    for (const [name, text] of files) {
      const uri = uriOf(name);
      assert.equal(this.engine.text(uri), undefined, `${name} twice`);
      this.engine.set({ uri, path: pathOf(uri) }, text);
    }
  }

  /** What is said of every file at the usual severities. */
  *all(): Generator<Diagnosis & { readonly uri: string; readonly text: string }> {
    const config = configOf('');
    for (const uri of this.engine.uris)
      for (const one of this.engine.diagnose(uri, config))
        yield { ...one, uri, text: this.engine.text(uri)!.slice(one.start, one.end) };
  }
}

const all = Object.entries(PLANTED);
const filesWith = (write: (text: string) => string) =>
  all.flatMap(([, { files }]) => Object.entries(files).map(([name, text]) => [name, write(text)] as const));

describe('a workspace with one fault of each relation', () => {
  const found = [...new Workspace(filesWith(broken)).all()];
  for (const [name, planted] of all)
    it(name, () => {
      const uris = Object.keys(planted.files).map(uriOf);
      const here = found.filter(({ uri }) => uris.includes(uri));
      assert.deepEqual(
        here.map(({ rule, severity, text }) => [rule.id, severity, text]),
        [[`kubernetes/${planted.rule}`, planted.severity, marked(planted)]],
      );
      for (const lang of ['ko', 'en'] as const)
        assert.ok(renderFinding(here[0]!, lang).includes(planted.names ?? ''), renderFinding(here[0]!, lang));
      assert.deepEqual(
        here[0]!.names.filter((one) => /^kube-(?:linter|score)\//.test(one)),
        planted.also ?? [],
      );
    });
  it('nothing else', () => assert.equal(found.length, all.length));
});

describe('each fix ends its fault and starts no other', () => {
  for (const [name, planted] of all) {
    const files = Object.entries(planted.files).map(([path, text]) => [path, broken(text)] as const);
    const [first] = new Workspace(files).all();
    for (const [n, fix] of (first?.finding.fixes ?? []).entries())
      it(`${name}, fix ${n + 1}`, () => {
        const workspace = new Workspace(files);
        const edits = workspace.engine.edits([...workspace.all()][0]!.finding.fixes![n]!.edits);
        assert.ok(edits);
        for (const [uri, changes] of edits)
          workspace.engine.set({ uri, path: pathOf(uri) }, applyEdits(workspace.engine.text(uri)!, changes));
        assert.deepEqual(
          [...workspace.all()]
            // True as soon as the autoscaler finds what it scales.
            .filter(({ rule }) => rule.id !== 'kubernetes/replicas-beside-autoscaler')
            .map(({ rule, text }) => `${rule.id} «${text}»`),
          [],
          `${fix.title.en}\n${workspace.engine.uris.map((uri) => workspace.engine.text(uri)).join('---\n')}`,
        );
      });
  }
});

describe('the same workspace without them', () => {
  it('is silent', () => {
    const found = [...new Workspace(filesWith(sound)).all()];
    assert.deepEqual(
      found.map(({ uri, rule, text }) => `${uri} ${rule.id} «${text}»`),
      [],
    );
  });
});
