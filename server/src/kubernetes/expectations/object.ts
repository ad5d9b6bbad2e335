import { expectation, noObject, objectNamed } from '../expectation';

export default expectation({
  name: 'object',
  fields: { kind: 'text', name: 'text' },
  goal: ({ kind, name }) => ({
    text: { ko: '{kind} `{name}`{name|이} 있다', en: 'There is a {kind} `{name}`' },
    values: { kind, name },
  }),
  check: ({ kind, name }, manifests) =>
    objectNamed(manifests, kind, name) ? undefined : noObject(kind, name),
});
