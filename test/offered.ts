import assert from 'node:assert/strict';
import type { Suggestion } from '../server/src/core/completion';
import { applyEdits } from '../server/src/core/edit';
import type { AnyLanguage } from '../server/src/core/language';
import { Bench } from './samples';
import { expand } from './snippet';

export interface Offered {
  readonly labels: readonly string[];
  /** The text after choosing a suggestion, its stops filled with their defaults, `_` marks the empty ones. */
  readonly choose: (label: string) => string;
}

/** What is offered at the `|` of a text. @param others files beside it */
export function offered(
  language: AnyLanguage,
  marked: string,
  others: Readonly<Record<string, string>> = {},
): Offered {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const bench = new Bench(language, { files: { [language.usualName]: text, ...others } });
  const at = bench.engine.at(bench.uri, offset);
  const { kubernetesVersion } = bench.config;
  const found =
    at &&
    language.complete?.(at.model as never, at.part.id, at.offset, { facts: at.facts, kubernetesVersion });
  const items = found?.items ?? [];
  return {
    labels: items.map(({ label }) => label),
    choose: (label) => {
      const one = items.find((item) => item.label === label);
      assert.ok(one, `${label} is not among ${items.map((item) => item.label).join(', ')}`);
      const place = bench.engine.locate(found!.span)!;
      const own = { start: place.start, end: place.end, text: bodyAt(text, place.start, one) };
      const more = [...(bench.engine.edits(one.edits ?? [])?.values() ?? [])].flat();
      return applyEdits(text, [...more, own]);
    },
  };
}

/** What an editor writes: further lines get the indentation of the line it is put in. */
function bodyAt(text: string, offset: number, { body }: Suggestion): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const indent = /^ */.exec(line)![0];
  return expand(body.split('\n')).replace(/\n$/, '').replaceAll('\n', `\n${indent}`);
}
