// Says what is wrong where the page's own scripts do not run: opened from disk, in a sandboxed frame, in
// an old browser. Built into every page as it stands, so in the JavaScript of old browsers; TEXTS are the
// sentences in every language.
;(function (texts) {
  var isSaid = false

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

  function say(name, why) {
    if (isSaid) return
    isSaid = true
    if (document.body) show(name, why)
    else {
      document.addEventListener('DOMContentLoaded', function () {
        show(name, why)
      })
    }
  }

  function show(name, why) {
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

  if (!('noModule' in document.createElement('script'))) say('oldBrowser')
  window.addEventListener('error', failed, true)
  // Module scripts have run by then; what fails later they say themselves.
  window.addEventListener('load', function () {
    window.removeEventListener('error', failed, true)
  })
})(TEXTS)
