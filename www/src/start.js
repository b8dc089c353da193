// Says what is wrong where the page's own scripts do not run: opened from disk, in a sandboxed frame, in
// an old browser. Built into every page as it stands, so in the JavaScript of old browsers; TEXTS are the
// sentences in every language.
;(function (texts) {
  var isSaid = false
  var root = document.documentElement

  function language() {
    var wanted = [(/[?&#]lang=([a-z]+)/i.exec(location.href) || [])[1]]
    try {
      wanted.push(localStorage.getItem('ganvas-language'))
    } catch (_) {
      // Storage may be refused.
    }
    wanted = wanted.concat(navigator.languages || [], navigator.language, 'en')
    for (var at = 0; at < wanted.length; at += 1) {
      var name = String(wanted[at]).toLowerCase().split('-')[0]
      if (Object.prototype.hasOwnProperty.call(texts, name)) return name
    }
  }

  // A document says in which language and for which room it was written. The page puts the reader's in their
  // place, and nothing else is to be seen before; after this long it is, because something beats nothing.
  function wait() {
    var written = (root.getAttribute('data-written') || '').split(' ')
    if (written.length < 2) return
    var room = (/[?&#]mode=([a-z]+)/.exec(location.href) || [])[1]
    if (!room && /[?&#]model=/.test(location.href)) room = 'play'
    if (language() === written[0] && (room || written[1]) === written[1]) return
    root.setAttribute('data-waits', '')
    setTimeout(show, 3000)
    ahead(root.getAttribute('data-strings-' + language()))
  }

  function show() {
    root.removeAttribute('data-waits')
  }

  // The page's own script would ask for these strings only once it runs itself.
  function ahead(address) {
    if (!address) return
    var link = document.createElement('link')
    link.rel = 'modulepreload'
    link.href = address
    document.head.appendChild(link)
  }

  function say(name, why) {
    if (isSaid) return
    isSaid = true
    show()
    if (document.body) put(name, why)
    else {
      document.addEventListener('DOMContentLoaded', function () {
        put(name, why)
      })
    }
  }

  function put(name, why) {
    var box = document.createElement('p')
    box.id = 'not-started'
    box.lang = language()
    box.setAttribute('role', 'alert')
    box.textContent = texts[box.lang][name].replace('{why}', why)
    // The style sheets may have been refused as well.
    var style = { margin: '0', padding: '14px 18px', font: '16px/1.45 system-ui, sans-serif' }
    style.color = '#1c1e22'
    style.background = '#fdecea'
    style.border = '2px solid #a3161f'
    style.overflowWrap = 'anywhere'
    for (var property in style) box.style[property] = style[property]
    document.body.insertBefore(box, document.body.firstChild)
    // What only the scripts bring to life.
    var dead = document.querySelectorAll('[data-needs-scripts]')
    for (var at = 0; at < dead.length; at += 1) dead[at].hidden = true
  }

  function refused() {
    if (location.protocol === 'file:') return 'fromDisk'
    return self.origin === 'null' ? 'sandboxed' : 'unreachable'
  }

  function failed(event) {
    var target = event.target || window
    if (target.tagName === 'SCRIPT') say(refused())
    else if (target === window && event.error) {
      if (event.error instanceof SyntaxError) say('oldBrowser')
      else say('broken', event.error.message)
    }
  }

  wait()
  if (!('noModule' in document.createElement('script'))) say('oldBrowser')
  window.addEventListener('error', failed, true)
  // Module scripts have run by then; what fails later they say themselves.
  window.addEventListener('load', function () {
    window.removeEventListener('error', failed, true)
  })
})(TEXTS)
