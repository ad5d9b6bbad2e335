import { familiarName, parseReference } from '../../image/reference';
import { expectation, noObject, objectNamed } from '../expectation';
import { isFloating } from '../pods/images';

export default expectation({
  name: 'image',
  fields: { kind: 'text', name: 'text', image: 'text', tag: 'text?' },
  goal: ({ kind, name, image, tag }) => ({
    text:
      tag === undefined
        ? {
            ko: '{kind} `{name}`{name|은} `{image}`의 정해 둔 버전을 띄운다',
            en: '{kind} `{name}` runs a fixed version of `{image}`',
          }
        : {
            ko: '{kind} `{name}`{name|은} `{image}:{tag}`{tag|을} 띄운다',
            en: '{kind} `{name}` runs `{image}:{tag}`',
          },
    values: { kind, name, image, tag: tag ?? '' },
  }),
  check: ({ kind, name, image, tag }, manifests) => {
    const object = objectNamed(manifests, kind, name);
    if (!object) return noObject(kind, name);
    const images = (object.workload?.template?.containers ?? []).flatMap((one) => one.image ?? []);
    const used = images.map(({ value, node }) => ({ node, reference: parseReference(value) }));
    const found = used.find(({ reference }) => familiarName(reference) === image);
    if (!found) {
      const text = { ko: '`{image}`{image|을} 띄우는 컨테이너가 없다', en: 'No container runs `{image}`' };
      return { told: { text, values: { image } }, at: images[0]?.node.span };
    }
    const { reference, node } = found;
    const fits = tag === undefined ? !isFloating(reference) : reference.tag === tag;
    if (fits) return undefined;
    const text = { ko: '지금은 `{written}`{written|이다}', en: 'It runs `{written}` now' };
    return { told: { text, values: { written: reference.text } }, at: node.span };
  },
});
