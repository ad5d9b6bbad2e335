import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { Notes } from '../server/src/core/note';
import type { Text } from '../server/src/core/text';
import { uriOfPath } from '../server/src/files/node';
import { isGone } from '../server/src/labs/check';
import { findLabs } from '../server/src/labs/folder';
import type { Texts } from '../server/src/labs/lab';
import { access, folders, labIn, names, textsIn, tryLab } from './labs';

// What holds for every lab there is: the folders are the table.

const notes = new Notes(JSON.parse(readFileSync('server/src/generated/notes.json', 'utf8')));

it('every folder of labs/ is found, in the order of the course', async () => {
  const found = await findLabs(uriOfPath(`${process.cwd()}/labs`), access);
  assert.deepEqual(
    found.map((uri) => uri.slice(uri.lastIndexOf('/') + 1)),
    folders.toSorted(),
  );
  assert.deepEqual(
    folders.toSorted().map((name) => Number(name.slice(0, 2))),
    folders.map((_, i) => i + 1),
  );
  assert.ok(folders.length >= 14);
});

for (const name of folders)
  describe(`labs/${name}`, () => {
    const start = textsIn(`labs/${name}/start`);
    const solution = textsIn(`labs/${name}/solution`);

    it('says what it is in both languages', async () => {
      const { lab, problems } = await labIn(name);
      assert.deepEqual(problems, []);
      const says = lab.expect.flatMap((one) => one.says ?? []);
      for (const text of [lab.title, lab.task, lab.remark, ...lab.hints, ...says]) isBilingual(text);
      assert.ok(lab.hints.length >= 2, 'needs more hints than one');
      const missing = [lab.next, ...lab.concepts].filter((id) => !notes.get(id));
      assert.deepEqual(missing, []);
    });

    it('is as it begins: `container-tutor lab reset` puts it back', async () => {
      const { lab } = await labIn(name);
      assert.deepEqual(
        [...start.keys(), ...solution.keys()].filter((file) => !lab.files.includes(file)),
        [],
      );
      for (const file of lab.files) {
        const now = existsSync(`labs/${name}/${file}`)
          ? readFileSync(`labs/${name}/${file}`, 'utf8')
          : undefined;
        assert.equal(now, start.get(file), file);
      }
    });

    it('fails at first, in each finding it wants gone', async () => {
      const { lab } = await labIn(name);
      const { checks, passed } = await tryLab(lab, start, start);
      assert.equal(passed, false);
      lab.expect.forEach((one, i) => {
        if (isGone(one)) assert.ok(checks[i]!.miss, `${one.gone} is not found at first`);
      });
      // What is in the way stands somewhere in the lab, or is not there at all.
      for (const { miss } of checks) if (miss?.place) assert.match(miss.place.uri, /^file:\/\/\/lab\//);
    });

    it('passes with its solution', async () => {
      const { lab } = await labIn(name);
      const { checks } = await tryLab(lab, start, solution);
      assert.deepEqual(
        checks.filter(({ miss }) => miss).map(({ goal, miss }) => [goal, miss]),
        [],
      );
    });

    it('is passed neither by empty files nor by none, nor by asking for silence', async () => {
      const { lab } = await labIn(name);
      const gone = lab.expect.filter(isGone).flatMap((one) => names.rules(one.gone).map(({ id }) => id));
      const silenced = mapped(
        start,
        (text) => `# container-tutor ignore-file=${gone.join(',') || 'all'}\n${text}`,
      );
      for (const texts of [mapped(start, () => ''), new Map(), silenced])
        assert.equal((await tryLab(lab, start, texts)).passed, false);
    });
  });

function mapped(texts: Texts, change: (text: string) => string): Texts {
  return new Map([...texts].map(([name, text]) => [name, change(text)]));
}

function isBilingual({ ko, en }: Text): void {
  // A name is the same in both.
  if (ko !== en) assert.match(ko, /[가-힣]/);
  assert.match(en, /[a-z]/);
  assert.doesNotMatch(en, /[가-힣]/);
  assert.doesNotMatch(ko + en, /—|–/);
}
