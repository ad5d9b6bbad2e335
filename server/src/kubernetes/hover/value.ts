import type { Message, Text } from '../../core/text';
import type { YamlNode, YamlScalar } from '../../yaml/node';
import type { Found, Path } from '../../yaml/schema/decode';
import { contents } from '../../yaml/schema/types';
import { aboutQuantity } from './quantity';
import { aboutSchedule } from './schedule';

/** What a written value means: nothing, everything, an amount, a time, one of the API's words. */
export function aboutValue(found: Found, path: Path, node: YamlNode): readonly Message[] {
  if (node.type === 'map' || node.type === 'seq') return aboutEmpty(found, node);
  if (node.type !== 'scalar' || node.templated) return [];
  // An entry of a map or list that is null stays there, empty.
  if (node.value === null) return found.field?.type === found.type ? [{ text: TEXTS.null }] : [];
  if (found.type === 'quantity') return aboutQuantity(node.text, String(path.at(-1)));
  if (found.owner?.name.endsWith('.CronJobSpec') && found.field?.name === 'schedule')
    return aboutSchedule(node.text);
  return aboutWord(found, node);
}

function aboutEmpty({ type }: Found, node: YamlNode & { type: 'map' | 'seq' }): readonly Message[] {
  if (node.type === 'seq') return node.items.length === 0 ? [{ text: TEXTS.emptyList }] : [];
  if (node.pairs.length > 0) return [];
  if (type === 'meta.v1.LabelSelector') return [{ text: TEXTS.everything }];
  return [{ text: contents(type).of === 'map' ? TEXTS.emptyMap : TEXTS.emptyObject }];
}

function aboutWord({ field }: Found, { text }: YamlScalar): readonly Message[] {
  const said = field?.values?.get(text);
  return said ? [{ text: TEXTS.word, values: { word: text, said } }] : [];
}

const TEXTS = {
  null: {
    ko: '`null`은 이 줄이 없는 것과 같다',
    en: '`null` says the same as leaving the line out',
  },
  emptyList: {
    ko: '빈 목록은 거의 언제나 안 쓴 것과 같다',
    en: 'An empty list nearly always says the same as none',
  },
  emptyMap: { ko: '항목이 하나도 없다', en: 'No entries' },
  emptyObject: {
    ko: '`{}`는 안에서 아무것도 정하지 않은 오브젝트다. `emptyDir: {}`처럼 이름을 쓴 것만으로 고른 것이 되기도 한다',
    en: '`{}` is an object that sets nothing inside. As in `emptyDir: {}`, naming it can be the whole choice',
  },
  everything: {
    ko: '빈 selector는 조건이 없다. 모두를 고른다',
    en: 'An empty selector sets no condition: it selects everything',
  },
  word: { ko: '`{word}`: {said}', en: '`{word}`: {said}' },
} satisfies Record<string, Text>;
