/** Offers text or bytes to the person as a file to save. */
export function saveFile(fileName: string, content: string | Uint8Array<ArrayBuffer>, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // Later: some browsers start reading after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
