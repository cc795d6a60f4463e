import { Type } from 'typebox'
import type { HttpServer } from '#platform/http'
import { type Language, preferredLanguage } from '#platform/language'
import type { Published, Running } from '#statement'
import type { Outside } from './check.ts'
import { clauseTexts } from './clause-texts.ts'
import { gatherEvidence } from './gather-evidence.ts'

const keepers = { may: { duties: ['privacy', 'admin'] } }

/** S10.6: every clause of the statement, its control and its last proof, asked now. */
export function evidenceRoutes<T>(
  server: HttpServer,
  register: Running<T>,
  outside: (whole: boolean) => Promise<Outside>,
) {
  server.get(
    '/evidence',
    {
      config: keepers,
      schema: {
        summary: 'A live check for every clause of the statement',
        querystring: Type.Object({
          whole: Type.Optional(
            Type.Union([Type.Literal('true'), Type.Literal('false')], {
              description: 'The ledger is verified from its first entry, also where it was verified before.',
            }),
          ),
        }),
      },
    },
    async (request) => {
      const language: Language = preferredLanguage(request.headers['accept-language'])
      const visit = visitorOf(server)
      const proofs = await gatherEvidence(register, { visit, outside: await outside(request.query.whole === 'true') })
      const published = register.current() as Published
      const said = clauseTexts(published, language)
      return {
        at: register.now(),
        sections: sectionTitles(published, language),
        checks: proofs.map(({ control, detail, ...proof }) => ({
          ...proof,
          section: Number(proof.clause.slice(1).split('.')[0]),
          said: said.get(proof.clause) ?? null,
          control: control[language],
          detail: detail[language],
        })),
      }
    },
  )
}

function sectionTitles({ statement: { metadata, sections = {} } }: Published, language: Language) {
  const titled = [['0', metadata.title] as const, ...Object.entries(sections)]
  return titled
    .map(([number, title]) => ({ number: Number(number), title: title?.[language] ?? title?.fi ?? '' }))
    .sort((a, b) => a.number - b.number)
}

/** Reads a page as a visitor without any cookie would. */
export function visitorOf(server: HttpServer) {
  return async (path: string) => {
    const { statusCode, headers, body } = await server.inject({ method: 'GET', url: path })
    return {
      status: statusCode,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')])),
      body,
    }
  }
}
