/** Hands bytes, or a blob of them, to the browser as a download. */
export function saveFile(
  name: string,
  bytes: Uint8Array<ArrayBuffer> | Blob,
  type = 'application/octet-stream',
): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => {
    URL.revokeObjectURL(address)
  }, 60_000)
}
