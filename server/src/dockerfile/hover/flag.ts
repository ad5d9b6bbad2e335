import type { Card } from '../../core/note';
import type { Message } from '../../core/text';
import { familiarName } from '../../image/reference';
import { flagSince, frontendTag, isOlder } from '../facts/frontend';
import { flagKind } from '../facts/instructions';
import type { Dockerfile, Flag, Instruction } from '../model';
import { covers, type HoverAt, nameOf } from './place';

/** Any flag but `--mount`, which has a hover for each of its keys. */
export function flagCard(instruction: Instruction, at: HoverAt): Card | undefined {
  const { keyword, flags } = instruction;
  const flag = flags.find(({ span }) => covers(span, at.offset));
  if (!flag || flag.name === 'mount' || !flagKind(keyword, flag.name)) return undefined;
  const facts = [...aboutSource(flag, at), ...aboutSince(flagSince(keyword, flag.name), at.dockerfile)];
  return { span: flag.span, place: [keyword, `--${flag.name}`], facts };
}

/** The Dockerfile version a feature needs, and whether this file asks for an older one. */
export function aboutSince(since: string | undefined, dockerfile: Dockerfile): Message[] {
  if (since === undefined) return [];
  const tag = frontendTag(dockerfile);
  if (tag !== undefined && isOlder(tag, since)) return [{ text: TEXTS.tooOld, values: { since, tag } }];
  return [{ text: TEXTS.since, values: { since } }];
}

/** What `--from` or a mount's `from` takes its files from. */
export function aboutSource(flag: Flag, { stage }: HoverAt): Message[] {
  const source = stage?.uses.find((use) => use.flag === flag)?.source;
  if (source?.kind === 'stage') {
    const place = source.stage.from?.keywordSpan;
    const values = { stage: nameOf(source.stage), ...(place && { place }) };
    return place ? [{ text: TEXTS.stage, values }] : [];
  }
  if (source?.kind !== 'image') return [];
  const { digest, tag } = source.reference;
  const values = { image: familiarName(source.reference), tag: digest ?? tag ?? 'latest' };
  return [{ text: TEXTS.image, values }];
}

const TEXTS = {
  since: { ko: 'Dockerfile {since}부터 쓸 수 있다', en: 'Dockerfile {since} or newer' },
  tooOld: {
    ko: 'Dockerfile {since}부터 쓸 수 있는데 이 파일의 `# syntax`는 {tag}다',
    en: 'Needs Dockerfile {since}, but the `# syntax` of this file asks for {tag}',
  },
  stage: { ko: '여기서는 stage `{stage}` ({place})', en: 'Here: stage `{stage}` ({place})' },
  image: { ko: '여기서는 이미지 `{image}`, tag는 `{tag}`', en: 'Here: image `{image}`, tag `{tag}`' },
};
