/** What fails in the scripts around the engine: they say it in English, the page in its language. */
export const faults = {
  unreachable: '{file} could not be fetched from {host}: {cause}.',
  unreachableElsewhere:
    '{file} could not be fetched from {host}: {cause}. Its server must let other pages read it (CORS).',
  status: '{file} could not be fetched from {host}: HTTP status {status}.',
  webPage: '{file} could not be fetched from {host}: what lies there is a web page.',
  stalled: '{file} could not be fetched from {host}: nothing arrived for {seconds} seconds.',
  tooLarge: '{file} could not be fetched from {host}: it has more than {most} MB.',
  notAnAddress: '“{address}” is not an address.',
  engineStopped: 'The engine stopped unexpectedly ({cause}). It can be started again.',
  engineNotStarted:
    'The engine stopped unexpectedly (its worker could not be started). It can be started again.',
  engineUnreadable:
    'The engine stopped unexpectedly (a message from its worker could not be read). It can be started again.',
  readerStopped: 'The reader of other programs’ files has stopped: {cause}. Try again.',
  readerNotStarted:
    'The reader of other programs’ files could not be loaded: check the connection, then try again.',
  readTooLong:
    'Reading {names} was ended after {minutes} minutes. Convert it with the command line (ganvas import), which waits as long as it takes.',
}
