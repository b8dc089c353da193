// A reporter for Node's test runner: a line of JSON for each test, its name and seconds.
export default async function* durations(events) {
  for await (const { type, data } of events) {
    const isTest = ['test:pass', 'test:fail'].includes(type) && data.details.type !== 'suite'
    if (isTest) yield `${JSON.stringify([data.name, data.details.duration_ms / 1000])}\n`
  }
}
