import { routePath, routes } from '#contract/routes.ts'

/** Sends a PDF, telling how much of it has left. XMLHttpRequest, because fetch does not tell. Null when it was not stored. */
export async function sendSupport(file: Blob, onProgress: (percent: number) => void): Promise<{ sha256: string; bytes: number } | null> {
  const answer = await new Promise<string | null>((resolve) => {
    const request = new XMLHttpRequest()
    request.open(routes.uploadSupport.method, routePath('uploadSupport'))
    request.setRequestHeader('content-type', 'application/pdf')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : Math.floor((100 * loaded) / total))
    request.onload = () => resolve(request.status === 200 ? request.responseText : null)
    request.onerror = () => resolve(null)
    request.onabort = () => resolve(null)
    request.send(file)
  })
  return answer === null ? null : routes.uploadSupport.response.parse(JSON.parse(answer))
}
