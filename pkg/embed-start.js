;(function (texts) {
var isSaid = false
var root = document.documentElement
function language() {
var wanted = [(/[?&#]lang=([a-z]+)/i.exec(location.href) || [])[1]]
try {
wanted.push(localStorage.getItem('ganvas-language'))
} catch (_) {
}
wanted = wanted.concat(navigator.languages || [], navigator.language, 'en')
for (var at = 0; at < wanted.length; at += 1) {
var name = String(wanted[at]).toLowerCase().split('-')[0]
if (Object.prototype.hasOwnProperty.call(texts, name)) return name
}
}
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
var style = { margin: '0', padding: '14px 18px', font: '16px/1.45 system-ui, sans-serif' }
style.color = '#1c1e22'
style.background = '#fdecea'
style.border = '2px solid #a3161f'
style.overflowWrap = 'anywhere'
for (var property in style) box.style[property] = style[property]
document.body.insertBefore(box, document.body.firstChild)
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
window.addEventListener('load', function () {
window.removeEventListener('error', failed, true)
})
})({"en":{"noScript":"This page needs JavaScript, which this browser does not run here: allow it, then reload.","oldBrowser":"This browser is too old for this page, which needs Chrome or Edge 111, Safari 16.4, Firefox 114, or a newer version.","fromDisk":"This page was opened from disk, where browsers do not run its scripts: put its folder on a web server, or run npm start.","sandboxed":"This page is in a sandboxed frame, and its host does not let such a frame load its scripts: the host must send the header Access-Control-Allow-Origin: *, or the frame\u2019s sandbox must include allow-same-origin.","unreachable":"A script of this page could not be loaded: check the connection, then reload the page.","broken":"This page could not start ({why}): reload it, or try another browser."},"de":{"noScript":"Diese Seite braucht JavaScript, das dieser Browser hier nicht ausf\u00fchrt: bitte erlauben und neu laden.","oldBrowser":"Dieser Browser ist zu alt f\u00fcr diese Seite: Sie braucht Chrome oder Edge 111, Safari 16.4, Firefox 114 oder einen neueren.","fromDisk":"Diese Seite wurde von der Festplatte ge\u00f6ffnet, und von dort f\u00fchren Browser ihre Skripte nicht aus: Legen Sie den Ordner auf einen Webserver, oder nehmen Sie npm start.","sandboxed":"Diese Seite steht in einem Frame mit sandbox, und ihr Host gibt ihre Skripte dorthin nicht heraus: Er muss den Header Access-Control-Allow-Origin: * senden, oder sandbox muss allow-same-origin enthalten.","unreachable":"Ein Skript dieser Seite lie\u00df sich nicht laden: Pr\u00fcfen Sie die Verbindung und laden Sie die Seite neu.","broken":"Diese Seite konnte nicht starten ({why}): Laden Sie sie neu, oder versuchen Sie es mit einem anderen Browser."},"ja":{"noScript":"\u3053\u306e\u30da\u30fc\u30b8\u306b\u306f JavaScript \u304c\u5fc5\u8981\u3067\u3059\u304c\u3001\u3053\u306e\u30d6\u30e9\u30a6\u30b6\u30fc\u3067\u306f\u5b9f\u884c\u3055\u308c\u307e\u305b\u3093\u3002\u8a31\u53ef\u3057\u3066\u304b\u3089\u518d\u8aad\u307f\u8fbc\u307f\u3057\u3066\u304f\u3060\u3055\u3044\u3002","oldBrowser":"\u3053\u306e\u30d6\u30e9\u30a6\u30b6\u30fc\u306f\u53e4\u3044\u305f\u3081\u3001\u3053\u306e\u30da\u30fc\u30b8\u3092\u8868\u793a\u3067\u304d\u307e\u305b\u3093\u3002Chrome \u307e\u305f\u306f Edge 111\u3001Safari 16.4\u3001Firefox 114 \u4ee5\u964d\u304c\u5fc5\u8981\u3067\u3059\u3002","fromDisk":"\u3053\u306e\u30da\u30fc\u30b8\u306f\u30c7\u30a3\u30b9\u30af\u304b\u3089\u76f4\u63a5\u958b\u304b\u308c\u3066\u3044\u307e\u3059\u304c\u3001\u305d\u306e\u5834\u5408\u30d6\u30e9\u30a6\u30b6\u30fc\u306f\u30b9\u30af\u30ea\u30d7\u30c8\u3092\u5b9f\u884c\u3057\u307e\u305b\u3093\u3002\u30d5\u30a9\u30eb\u30c0\u30fc\u3092\u30a6\u30a7\u30d6\u30b5\u30fc\u30d0\u30fc\u306b\u7f6e\u304f\u304b\u3001npm start \u3092\u4f7f\u3063\u3066\u304f\u3060\u3055\u3044\u3002","sandboxed":"\u3053\u306e\u30da\u30fc\u30b8\u306f sandbox \u5c5e\u6027\u4ed8\u304d\u306e\u30d5\u30ec\u30fc\u30e0\u306b\u3042\u308a\u3001\u30db\u30b9\u30c8\u304c\u30b9\u30af\u30ea\u30d7\u30c8\u306e\u8aad\u307f\u8fbc\u307f\u3092\u8a31\u53ef\u3057\u3066\u3044\u307e\u305b\u3093\u3002\u30db\u30b9\u30c8\u304c\u30d8\u30c3\u30c0\u30fc Access-Control-Allow-Origin: * \u3092\u9001\u308b\u304b\u3001\u30d5\u30ec\u30fc\u30e0\u306e sandbox \u306b allow-same-origin \u3092\u52a0\u3048\u308b\u5fc5\u8981\u304c\u3042\u308a\u307e\u3059\u3002","unreachable":"\u3053\u306e\u30da\u30fc\u30b8\u306e\u30b9\u30af\u30ea\u30d7\u30c8\u3092\u8aad\u307f\u8fbc\u3081\u307e\u305b\u3093\u3067\u3057\u305f\u3002\u63a5\u7d9a\u3092\u78ba\u8a8d\u3057\u3001\u30da\u30fc\u30b8\u3092\u518d\u8aad\u307f\u8fbc\u307f\u3057\u3066\u304f\u3060\u3055\u3044\u3002","broken":"\u3053\u306e\u30da\u30fc\u30b8\u3092\u958b\u59cb\u3067\u304d\u307e\u305b\u3093\u3067\u3057\u305f\uff08{why}\uff09\u3002\u518d\u8aad\u307f\u8fbc\u307f\u3059\u308b\u304b\u3001\u5225\u306e\u30d6\u30e9\u30a6\u30b6\u30fc\u3092\u8a66\u3057\u3066\u304f\u3060\u3055\u3044\u3002"},"zh":{"noScript":"\u6b64\u9875\u9762\u9700\u8981 JavaScript\uff0c\u4f46\u6d4f\u89c8\u5668\u672a\u5728\u6b64\u8fd0\u884c\u5b83\uff1a\u8bf7\u5141\u8bb8\u540e\u91cd\u65b0\u52a0\u8f7d\u3002","oldBrowser":"\u6b64\u6d4f\u89c8\u5668\u7248\u672c\u8fc7\u65e7\uff0c\u65e0\u6cd5\u8fd0\u884c\u6b64\u9875\u9762\uff1a\u9700\u8981 Chrome \u6216 Edge 111\u3001Safari 16.4\u3001Firefox 114 \u6216\u66f4\u65b0\u7248\u672c\u3002","fromDisk":"\u6b64\u9875\u9762\u662f\u4ece\u78c1\u76d8\u76f4\u63a5\u6253\u5f00\u7684\uff0c\u6d4f\u89c8\u5668\u5728\u8fd9\u79cd\u60c5\u51b5\u4e0b\u4e0d\u4f1a\u8fd0\u884c\u5176\u811a\u672c\uff1a\u8bf7\u5c06\u8be5\u6587\u4ef6\u5939\u653e\u5230\u7f51\u9875\u670d\u52a1\u5668\u4e0a\uff0c\u6216\u4f7f\u7528 npm start\u3002","sandboxed":"\u6b64\u9875\u9762\u4f4d\u4e8e\u5e26 sandbox \u7684\u6846\u67b6\u4e2d\uff0c\u800c\u5176\u4e3b\u673a\u4e0d\u5141\u8bb8\u6846\u67b6\u8bfb\u53d6\u811a\u672c\uff1a\u4e3b\u673a\u987b\u53d1\u9001\u6807\u5934 Access-Control-Allow-Origin: *\uff0c\u6216\u5728\u6846\u67b6\u7684 sandbox \u4e2d\u52a0\u5165 allow-same-origin\u3002","unreachable":"\u6b64\u9875\u9762\u7684\u4e00\u4e2a\u811a\u672c\u672a\u80fd\u52a0\u8f7d\uff1a\u8bf7\u68c0\u67e5\u7f51\u7edc\u8fde\u63a5\uff0c\u7136\u540e\u91cd\u65b0\u52a0\u8f7d\u9875\u9762\u3002","broken":"\u6b64\u9875\u9762\u65e0\u6cd5\u542f\u52a8\uff08{why}\uff09\uff1a\u8bf7\u91cd\u65b0\u52a0\u8f7d\uff0c\u6216\u6362\u4e00\u4e2a\u6d4f\u89c8\u5668\u3002"}})

