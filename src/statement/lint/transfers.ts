import type { Statement, Transfer } from '../format.ts'
import { type Breach, oneBreach, type Rule } from './finding.ts'

/** Section 9: what leaves the EEA, and by which tool. */
export const rulesOfTransfers: readonly Rule[] = [
  {
    code: 'E-TRANSFER-SAFEGUARD',
    clause: 'S9.4',
    article: 'Art. 13(1)(f) and 44–49 GDPR',
    find: transfersWithoutTool,
    reason: {
      fi: 'Tietoja siirretään ETA-alueen ulkopuolelle, mutta siirtoperuste tai sen todiste puuttuu ({names}).',
      sv: 'Uppgifter överförs utanför EES, men överföringsgrunden eller beviset för den saknas ({names}).',
      en: 'Data leave the EEA, but the transfer tool or its evidence is missing ({names}).',
    },
    mend: {
      fi: 'Merkitse siirtoperuste, todiste, tarkistuspäivä ja mistä jäljennöksen saa, tai jätä palvelu pois.',
      sv: 'Ange överföringsgrund, bevis, kontrolldatum och var man får en kopia, eller lämna bort tjänsten.',
      en: 'Give the tool, its evidence, the day it was checked and where to get a copy, or leave the service out.',
    },
  },
  {
    code: 'E-TRANSFER-CHECK',
    clause: 'S9.4',
    article: 'Art. 45 GDPR; (EU) 2023/1795',
    find: ({ transfers }) =>
      oneBreach(
        (transfers?.list ?? [])
          .filter(({ tool, evidence, checkedOn }) => isAdequacy(tool) && evidence && !checkedOn)
          .map(({ processor }) => processor),
        '/transfers/list',
      ),
    reason: {
      fi: 'Siirto nojaa USA-järjestelyyn (DPF), mutta ei kerrota, milloin vastaanottajan listaus tarkistettiin ({names}).',
      sv: 'Överföringen bygger på DPF, men det framgår inte när mottagarens certifiering kontrollerades ({names}).',
      en: "The transfer relies on the DPF without the day on which the importer's listing was checked ({names}).",
    },
    mend: {
      fi: 'Tarkista listaus ja merkitse päivä. Tarkista uudelleen vähintään vuosittain.',
      sv: 'Kontrollera certifieringen och ange dagen. Kontrollera igen minst en gång om året.',
      en: 'Check the listing and give the day. Check again at least once a year.',
    },
  },
  {
    code: 'N-TRANSFER-COPY',
    clause: 'S9.4',
    article: 'Art. 13(1)(f) GDPR',
    find: ({ transfers }) =>
      oneBreach(
        (transfers?.list ?? []).filter(({ copyFrom }) => !copyFrom).map(({ processor }) => processor),
        '/transfers/list',
      ),
    reason: {
      fi: 'Ei kerrota, mistä suojatoimien jäljennöksen saa ({names}).',
      sv: 'Det anges inte var man får en kopia av skyddsåtgärderna ({names}).',
      en: 'It is not said where to get a copy of the safeguards ({names}).',
    },
    mend: {
      fi: 'Lisää osoite, josta jäljennöksen saa.',
      sv: 'Lägg till adressen där man får en kopia.',
      en: 'Add where a copy can be had.',
    },
  },
]

/** The EEA, by ISO country code, and countries with an adequacy decision for the whole country. */
const needNoTool = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO AD AR FO GG IL IM JE JP KR NZ CH UY GB'.split(
    ' ',
  ),
)

function transfersWithoutTool(statement: Statement): Breach[] {
  return oneBreach(providersOf(statement, unsafeProcessors(statement)), '/transfers/list')
}

function providersOf({ processors, hosting }: Statement, ids: readonly string[]): string[] {
  const hosts = [{ id: 'hosting', provider: hosting?.provider ?? 'hosting' }]
  return ids.map((id) => [...(processors ?? []), ...hosts].find((one) => one.id === id)?.provider ?? id)
}

/** The processors (and `hosting`) that take data out of the EEA without a tool and its evidence. */
export function unsafeProcessors({ transfers, processors, hosting }: Statement): string[] {
  const list = transfers?.list ?? []
  const bare = list.filter((transfer) => !hasTool(transfer)).map(({ processor }) => processor)
  const abroad = (processors ?? [])
    .filter(({ id, country }) => leavesEea(country) && !list.some(({ processor }) => processor === id))
    .map(({ id }) => id)
  const host = leavesEea(hosting?.country) && !list.some(({ processor }) => processor === 'hosting') ? ['hosting'] : []
  return [...new Set([...bare, ...abroad, ...host])]
}

function hasTool({ tool, evidence }: Transfer): boolean {
  return Boolean(tool && evidence)
}

/** Whether a country is outside the EEA and has no adequacy decision of its own. */
export function leavesEea(country: string | null | undefined): boolean {
  return Boolean(country && !needNoTool.has(country))
}

function isAdequacy(tool: Transfer['tool']): boolean {
  return Boolean(tool?.includes('adequacy'))
}
