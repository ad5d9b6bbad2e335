import type { Message } from '../../core/text';
import { asScalar, get, keySpan } from '../../yaml/navigate';
import type { Path, YamlNode } from '../../yaml/node';
import { expectation, noObject, objectNamed } from '../expectation';

export default expectation({
  name: 'field',
  fields: { kind: 'text', name: 'text', at: 'text', is: 'value?', atLeast: 'number?', atMost: 'number?' },
  goal: ({ kind, name, at, is, atLeast, atMost }) => ({
    text: { ko: '{kind} `{name}`: `{at}` {wanted}', en: '{kind} `{name}`: `{at}` {wanted}' },
    values: { kind, name, at, wanted: wantedBy(is, atLeast, atMost) },
  }),
  check: ({ kind, name, at, is, atLeast = -Infinity, atMost = Infinity }, manifests) => {
    const object = objectNamed(manifests, kind, name);
    if (!object) return noObject(kind, name);
    const path = stepsOf(at);
    const scalar = asScalar(get(object.root, ...path));
    if (!scalar) return { told: { text: TOLD.missing, values: { at } }, at: nearest(object.root, path) };
    const { value, text } = scalar;
    const isNumber = atLeast !== -Infinity || atMost !== Infinity;
    const inBounds = !isNumber || (typeof value === 'number' && value >= atLeast && value <= atMost);
    if ((is === undefined || value === is) && inBounds) return undefined;
    return { told: { text: TOLD.other, values: { text } }, at: scalar.span };
  },
});

function wantedBy(is: unknown, atLeast: number | undefined, atMost: number | undefined): Message {
  if (is !== undefined) return { text: WANTED.is, values: { is: String(is) } };
  if (atLeast !== undefined) return { text: WANTED.atLeast, values: { atLeast } };
  return atMost === undefined ? { text: WANTED.written } : { text: WANTED.atMost, values: { atMost } };
}

/** `spec.containers[0].image` */
function stepsOf(at: string): Path {
  return [...at.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
}

/** The key of the last step that is there. */
function nearest(root: YamlNode, path: Path) {
  for (let length = path.length - 1; length > 0; length--) {
    const node = get(root, ...path.slice(0, length));
    if (node) return keySpan(node);
  }
  return keySpan(root);
}

const WANTED = {
  is: { ko: '값이 `{is}`{is|이다}', en: 'is `{is}`' },
  atLeast: { ko: '값이 {atLeast} 이상이다', en: 'is {atLeast} or more' },
  atMost: { ko: '값이 {atMost} 이하다', en: 'is {atMost} or less' },
  written: { ko: '값이 적혀 있다', en: 'is written' },
};
const TOLD = {
  missing: { ko: '`{at}`{at|이} 없다', en: '`{at}` is not written' },
  other: { ko: '지금은 `{text}`{text|이다}', en: 'It is `{text}` now' },
};
