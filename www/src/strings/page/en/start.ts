/** What is said where the page's own scripts do not run, by `start.js` and without JavaScript. */
export const start = {
  noScript:
    'This page needs JavaScript, which this browser does not run here: allow it, then reload.',
  oldBrowser:
    'This browser is too old for this page, which needs Chrome or Edge 111, Safari 16.4, Firefox 114, or a newer version.',
  fromDisk:
    'This page was opened from disk, where browsers do not run its scripts: put its folder on a web server, or run npm start.',
  sandboxed:
    'This page is in a sandboxed frame, and its host does not let such a frame load its scripts: the host must send the header Access-Control-Allow-Origin: *, or the frame’s sandbox must include allow-same-origin.',
  unreachable:
    'A script of this page could not be loaded: check the connection, then reload the page.',
  broken: 'This page could not start ({why}): reload it, or try another browser.',
}
