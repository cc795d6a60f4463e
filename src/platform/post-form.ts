import { request as plain } from 'node:http'
import { request as encrypted } from 'node:https'
import { isIP } from 'node:net'

const longest = 64 * 1024
const patience = 15_000

/**
 * Posts a form to the one address that was judged, whatever its name says by now (DNS rebinding); host and certificate are asked of the name.
 * Follows no redirect. Answers status and text; throws where nobody answers within 15 s, or with more than 64 kB.
 */
export async function postForm(
  url: URL,
  { address, form }: { address: string; form: URLSearchParams },
): Promise<{ status: number; text: string }> {
  const name = url.hostname.replace(/^\[|\]$/g, '')
  const body = form.toString()
  const options = {
    ...{ method: 'POST', host: address, port: url.port, path: `${url.pathname}${url.search}`, agent: false as const },
    ...(isIP(name) ? {} : { servername: name }),
    headers: {
      ...{ host: url.host, accept: 'application/json', 'content-length': Buffer.byteLength(body) },
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    signal: AbortSignal.timeout(patience),
  }
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; text: string }>()
  const line = (url.protocol === 'https:' ? encrypted : plain)(options, async (answer) => {
    try {
      let text = ''
      for await (const part of answer.setEncoding('utf8')) {
        text += part
        if (text.length > longest) throw new Error('the answer is too long')
      }
      resolve({ status: answer.statusCode ?? 0, text })
    } catch (fault) {
      reject(fault)
    }
  })
  line.on('error', reject)
  line.end(body)
  return promise
}
