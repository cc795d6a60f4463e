import { type Agreement, checklistItems, clausesOf, type Statement } from '../format.ts'
import { type Breach, oneBreach, type Rule, when } from './finding.ts'

/** Sections 8–10: to whom data go, who processes them, and how they are protected. */
export const rulesOfSharing: readonly Rule[] = [
  {
    code: 'E-GROUP-UNNAMED',
    clause: 'S8.1',
    article: 'Art. 13(1)(e), 26 and 28 GDPR',
    find: groupUnnamed,
    reason: {
      fi: 'Tietoja luovutetaan konsernissa, mutta yhtiöitä, niiden asemaa tai keskinäistä järjestelyä ei kerrota.',
      sv: 'Uppgifter lämnas ut inom koncernen, men bolagen, deras roller eller inbördes arrangemang anges inte.',
      en: 'Data are shared within the group, but the companies, their roles or their arrangement are not told.',
    },
    mend: {
      fi: 'Nimeä yhtiöt, merkitse jokaisen rooli ja kerro yhteisrekisterinpidosta tai käsittelysopimuksesta.',
      sv: 'Namnge bolagen, ange vars och ens roll och berätta om arrangemanget eller biträdesavtalet.',
      en: 'Name the companies, give the role of each, and tell of the arrangement or processing agreement.',
    },
  },
  {
    code: 'E-ARRANGEMENT-MISSING',
    clause: 'S8.1',
    article: 'Art. 26(1)–(2) GDPR',
    find: ({ group }) =>
      when(
        group?.arrangement === 'joint-controllers' && !(group.arrangementRef && (group.essence || group.contactPoint)),
        '/group',
      ),
    reason: {
      fi: 'Yhteisrekisterinpitäjien järjestelyn keskeistä sisältöä ei ole kerrottu.',
      sv: 'Det väsentliga i de gemensamt personuppgiftsansvarigas arrangemang framgår inte.',
      en: 'The essence of the arrangement between the joint controllers is not told.',
    },
    mend: {
      fi: 'Kirjaa järjestely ja kerro, kuka vastaa mistäkin ja mihin otetaan yhteyttä.',
      sv: 'Dokumentera arrangemanget och berätta vem som ansvarar för vad och vart man vänder sig.',
      en: 'Record the arrangement, and say who answers for what and whom to contact.',
    },
  },
  {
    code: 'E-RECIPIENT-GROUND',
    clause: 'S8.2',
    article: 'Art. 6(1) and 13(1)(e) GDPR',
    find: ({ recipients }) =>
      (recipients ?? []).flatMap(({ id, label, kind, ground, saidIn }, at) =>
        kind !== 'group-companies' && !ground
          ? [{ path: `/recipients/${at}`, clause: clausesOf(saidIn)[0], names: [label ?? id] }]
          : [],
      ),
    reason: {
      fi: 'Luovutukselle {names} ei ole perustetta.',
      sv: 'Utlämnandet {names} saknar grund.',
      en: 'The disclosure to {names} has no ground.',
    },
    mend: {
      fi: 'Kerro, mihin luovutus perustuu, tai poista vastaanottaja.',
      sv: 'Ange grunden för utlämnandet eller ta bort mottagaren.',
      en: 'Give the ground of the disclosure, or remove the recipient.',
    },
  },
  {
    code: 'E-DPA-MISSING',
    clause: 'S9.7',
    article: 'Art. 28(3) GDPR',
    find: ({ processors }) =>
      oneBreach(
        (processors ?? []).filter(({ dpa }) => !dpa).map(({ provider }) => provider),
        '/processors',
      ),
    reason: {
      fi: 'Teksti lupaa riittävät sopimukset, mutta käsittelysopimusta ei ole merkitty ({names}).',
      sv: 'Tillräckliga avtal utlovas, men inget biträdesavtal är angivet ({names}).',
      en: 'Sufficient contracts are promised, but no processing agreement is on record ({names}).',
    },
    mend: {
      fi: 'Merkitse sopimuksen tunnus ja päivä ja käy 28 artiklan kohdat läpi, tai jätä palvelu pois.',
      sv: 'Ange avtalets beteckning och datum och gå igenom punkterna i artikel 28, eller lämna bort tjänsten.',
      en: 'Record the agreement and its date and go through the points of Art. 28, or leave the service out.',
    },
  },
  {
    code: 'E-DPA-INCOMPLETE',
    clause: 'S9.7',
    article: 'Art. 28(3)(a)–(h) GDPR',
    find: ({ processors }) =>
      oneBreach(
        (processors ?? []).filter(({ dpa }) => dpa && !isComplete(dpa)).map(({ provider }) => provider),
        '/processors',
      ),
    reason: {
      fi: 'Käsittelysopimus ei kata kaikkia 28 artiklan 3 kohdan alakohtia a–h ({names}).',
      sv: 'Biträdesavtalet täcker inte alla led a–h i artikel 28.3 ({names}).',
      en: 'The processing agreement does not cover all of Art. 28(3)(a) to (h) ({names}).',
    },
    mend: {
      fi: 'Täydennä sopimus ja merkitse katetut kohdat.',
      sv: 'Komplettera avtalet och ange de punkter som täcks.',
      en: 'Complete the agreement and mark the points it covers.',
    },
  },
  {
    code: 'N-PROCESSOR-COUNTRY',
    clause: 'S9.8',
    article: 'Art. 13(1)(f) and 30(1)(e) GDPR',
    find: ({ processors }) =>
      oneBreach(
        (processors ?? []).filter(({ country }) => !country).map(({ provider }) => provider),
        '/processors',
      ),
    reason: {
      fi: 'Ei kerrota, missä maassa palveluntarjoaja käsittelee tietoja ({names}).',
      sv: 'Det anges inte i vilket land leverantören behandlar uppgifterna ({names}).',
      en: 'It is not said in which country the provider processes the data ({names}).',
    },
    mend: {
      fi: 'Merkitse maa jokaiselle palveluntarjoajalle.',
      sv: 'Ange land för varje leverantör.',
      en: 'Give the country of each provider.',
    },
  },
  {
    code: 'E-HOST-UNNAMED',
    clause: 'S10.5',
    article: 'Art. 13(1)(e) and 28 GDPR',
    find: ({ hosting, controller }) => when(!hosting?.provider && !(hosting?.self && controller.legalName), '/hosting'),
    reason: {
      fi: 'Rekisterin palvelinten ylläpitäjää ei nimetä.',
      sv: 'Den som driver registrets servrar namnges inte.',
      en: 'Whoever runs the servers of the register is not named.',
    },
    mend: {
      fi: 'Nimeä palveluntarjoaja tai kerro, että rekisteri on omilla palvelimilla.',
      sv: 'Namnge leverantören eller säg att registret finns på egna servrar.',
      en: 'Name the provider, or say that the register stands on own servers.',
    },
  },
  {
    code: 'W-SECURITY-NONE',
    clause: 'S10.1',
    article: 'Art. 32 and 30(1)(g) GDPR',
    find: ({ security }) => when(!security?.length, '/security'),
    reason: {
      fi: 'Suojaustoimista ei kerrota mitään.',
      sv: 'Ingenting sägs om skyddsåtgärderna.',
      en: 'Nothing is said of how the register is protected.',
    },
    mend: {
      fi: 'Luettele suojaustoimet yleisellä tasolla.',
      sv: 'Räkna upp skyddsåtgärderna i stora drag.',
      en: 'List the measures in general terms.',
    },
  },
]

function groupUnnamed({ group, recipients }: Statement): Breach[] {
  const shared = (recipients ?? []).find(({ kind }) => kind === 'group-companies')
  if (!shared && !group?.name && !group?.members?.length) return []

  const members = group?.members ?? []
  const told = members.length > 0 && members.every(({ role }) => role) && group?.arrangement
  return when(!told, '/group/members', clausesOf(shared?.saidIn)[0])
}

export function isComplete(agreement: Agreement): boolean {
  return checklistItems.every((item) => agreement.checklist?.includes(item))
}
