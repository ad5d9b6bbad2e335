import { expectation, noRun, runOf } from '../expectation';
import { takenBy, upTo } from '../taken';

export default expectation({
  name: 'reads',
  fields: { command: 'text', files: 'texts' },
  goal: ({ command, files }) => ({
    text: {
      ko: '`{command}`{command|이} 읽을 파일이 그 앞에 와 있다: {files}',
      en: 'What `{command}` reads is there before it: {files}',
    },
    values: { command, files },
  }),
  check: ({ command, files }, file) => {
    const found = runOf(file.model, command);
    if (!found) return noRun(command);
    const before = upTo(found.stage, found.run);
    const missing = files.filter((name) => !before.some((one) => takenBy(one, name, file)));
    if (missing.length === 0) return undefined;
    const text = { ko: '아직 복사하지 않은 것: {missing}', en: 'Not copied yet: {missing}' };
    return { told: { text, values: { missing } }, at: found.run.keywordSpan };
  },
});
