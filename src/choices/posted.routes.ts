import type { HttpServer } from '#platform/http'

/** Lets the routes of one scope read `multipart/form-data` too, as RFC 8058 has mail software send it. Fields only, no files. */
export function acceptForms(server: HttpServer) {
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: { headers: Record<string, unknown> }, body: Buffer) => {
      const type = String(request.headers['content-type'])
      const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
        .formData()
        .catch(() => new FormData()) // what is no form says nothing
      return Object.fromEntries([...form].filter(([, value]) => typeof value === 'string'))
    },
  )
}
