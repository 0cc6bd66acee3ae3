/** What jsdom lacks for WebCrypto: a Uint8Array of the same realm as the platform's own, and files one can read as bytes. */
export function installRealBytes(): void {
  globalThis.Uint8Array = Object.getPrototypeOf(Buffer) as Uint8ArrayConstructor
  File.prototype.arrayBuffer = function read(this: File): Promise<ArrayBuffer> {
    return new Promise((resolve, reject) => {
      const reader = new FileReader()
      reader.onload = () => resolve(reader.result as ArrayBuffer)
      reader.onerror = () => reject(reader.error ?? new Error('unreadable'))
      reader.readAsArrayBuffer(this)
    })
  }
}
