/** Reports what fails, with the names of what it stands in, and at the end how many there were. */
export default async function* failures(events) {
  const names = [];
  const counts = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:start') names[data.nesting] = data.name;
    if (type === 'test:stderr' || type === 'test:stdout') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const isTest = data.details.type !== 'suite';
    if (type === 'test:pass' && isTest && data.skip === undefined) counts.passed++;
    // A suite fails by itself where a hook of it does.
    if (type === 'test:pass' || (!isTest && data.details.error.failureType === 'subtestsFailed')) continue;
    counts.failed++;
    const { error } = data.details;
    const { cause = error } = error;
    const path = [...names.slice(0, data.nesting), data.name].join(' › ');
    yield `✖ ${path}\n${cause?.stack ?? cause}\n\n`;
  }
  yield `ℹ pass ${counts.passed}\nℹ fail ${counts.failed}\n`;
}
