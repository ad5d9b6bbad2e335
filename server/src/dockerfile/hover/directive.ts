import type { Card } from '../../core/note';
import type { PartId } from '../../core/span';
import { frontendTag, isOlder } from '../facts/frontend';
import type { Dockerfile } from '../model';
import { covers } from './place';

/** `# syntax=`, `# escape=` and `# check=` at the head of the file. */
export function directiveCard(dockerfile: Dockerfile, part: PartId, offset: number): Card | undefined {
  const found = dockerfile.directives.find(({ span }) => span.part === part && covers(span, offset));
  if (!found) return undefined;
  const tag = frontendTag(dockerfile);
  const old = found.name === 'check' && tag !== undefined && isOlder(tag, '1.8');
  return {
    span: found.span,
    place: ['#', found.name],
    ...(old && { facts: [{ text: TOO_OLD, values: { tag } }] }),
  };
}

const TOO_OLD = {
  ko: '이 파일의 `# syntax`는 {tag}라서 모른다. 1.8부터 읽는다',
  en: 'This file asks for Dockerfile {tag}, which does not read it: 1.8 does',
};
