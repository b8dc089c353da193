/** What fails in the scripts around the engine: they say it in English, the page in its language. */
export const faults = {
  unreachable: '{file} could not be fetched from {host}: {cause}.',
  unreachableElsewhere:
    '{file} could not be fetched from {host}: {cause}. Its server must let other pages read it (CORS).',
  status: '{file} could not be fetched from {host}: HTTP status {status}.',
  webPage: '{file} could not be fetched from {host}: the server sent a web page instead.',
  stalled: '{file} could not be fetched from {host}: nothing has arrived for {seconds} seconds.',
  tooLarge: '{file} could not be fetched from {host}: it is larger than {most} MB.',
  notAnAddress: '“{address}” is not a valid URL.',
  engineStopped: 'The engine stopped unexpectedly ({cause}). It can be started again.',
  engineNotStarted:
    'The engine stopped unexpectedly (its worker could not be started). It can be started again.',
  engineUnreadable:
    'The engine stopped unexpectedly (a message from its worker could not be read). It can be started again.',
  readerStopped: 'The importer has stopped: {cause}. Try again.',
  readerNotStarted: 'The importer could not be loaded: check the connection, then try again.',
  readTooLong:
    'Importing {names} was stopped after {minutes} minutes. Convert it on the command line (ganvas import), which has no time limit.',
}
