/**
 * The fonts and decoders pdf.js asks for by name, as files of our own build: a PDF that does not embed Helvetica, or that holds JPEG 2000
 * or JBIG2 images, opens without a network. Character maps of Asian fonts (1.7 MB) are left out.
 */
const FILES: Record<string, string> = {
  ...import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/wasm/{openjpeg,jbig2}.wasm', {
    query: '?url',
    import: 'default',
    eager: true,
  }),
}

const addressByName = new Map(Object.entries(FILES).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address]))

/** pdf.js's way to ask its page for a file, whatever its kind. Throws when we do not ship it: pdf.js then does without. */
export class BundledDataFactory {
  async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const address = addressByName.get(filename)
    if (address === undefined) throw new Error(`${filename} is not shipped`)
    const response = await fetch(address)
    if (!response.ok) throw new Error(`${filename}: ${response.status}`)
    return new Uint8Array(await response.arrayBuffer())
  }
}
