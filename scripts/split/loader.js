let deferredAddress

/** Says where the second part of the engine lies, if not beside this script. */
function placeDeferred(address) {
  deferredAddress = address
}

/** Fetches the second part when something of it is called: WebAssembly cannot wait for it. */
function __ganvas_load_deferred() {
  const address = new URL(
    deferredAddress ?? new URL('ganvas_webgpu_deferred_bg.wasm', import.meta.url),
  )
  const request = new XMLHttpRequest()
  request.open('GET', address, false)
  // Outside a worker this may ask for text only; this kind keeps every byte.
  request.overrideMimeType('text/plain; charset=x-user-defined')
  let problem = ''
  try {
    request.send()
  } catch (error) {
    problem = error.message
  }
  if (request.status !== 200) {
    const file = address.pathname.split('/').pop()
    const found = problem || `status ${request.status}`
    const error = new Error(
      `${file}, the engine's second part, could not be fetched from ${address.host} (${found}).`,
    )
    error.name = 'DownloadError'
    throw error
  }
  const bytes = Uint8Array.from(request.responseText, (character) => character.charCodeAt(0))
  new WebAssembly.Instance(new WebAssembly.Module(bytes), { ...__wbg_get_imports(), first: wasm })
}
