import type { Language, Said } from '#platform/language'

export const recipientTexts = {
  title: { fi: 'Vastaanottajat ja siirrot', sv: 'Mottagare och överföringar', en: 'Recipients and transfers' },
  lead: {
    fi: 'Rekisteristä annetaan tietoja vain tässä luetelluille. Järjestelmä estää kaiken muun. Luettelo vastaa selosteen voimassa olevaa versiota.',
    sv: 'Ur registret lämnas uppgifter endast till dem som räknas upp här. Systemet hindrar allt annat. Listan motsvarar den gällande versionen av beskrivningen.',
    en: 'Data leave the register only for those listed here; the system blocks everything else. The list is that of the statement in force.',
  },
  recipients: {
    fi: 'Kenelle tietoja voidaan luovuttaa',
    sv: 'Till vem uppgifter kan lämnas ut',
    en: 'To whom data may be disclosed',
  },
  twoPeople: {
    fi: 'vain kun kaksi henkilöä on käsitellyt pyynnön',
    sv: 'endast när två personer har behandlat begäran',
    en: 'only when two people have dealt with the request',
  },
  processors: { fi: 'Palveluntarjoajat', sv: 'Tjänsteleverantörer', en: 'Service providers' },
  processorsLead: {
    fi: 'He käsittelevät tietoja puolestamme ja vain ohjeidemme mukaan.',
    sv: 'De behandlar uppgifter för vår räkning och endast enligt våra instruktioner.',
    en: 'They process data on our behalf and only as we instruct.',
  },
  hosting: {
    fi: 'palvelimet, joilla rekisteri sijaitsee',
    sv: 'servrarna där registret finns',
    en: 'the servers on which the register stands',
  },
  own: {
    fi: 'Rekisteri sijaitsee omilla palvelimillamme.',
    sv: 'Registret finns på våra egna servrar.',
    en: 'The register stands on our own servers.',
  },
  privacy: { fi: 'tietosuojakäytäntö', sv: 'dataskyddspolicy', en: 'privacy policy' },
  transfers: {
    fi: 'Siirrot EU:n ja ETA:n ulkopuolelle',
    sv: 'Överföringar utanför EU och EES',
    en: 'Transfers outside the EU and the EEA',
  },
  none: {
    fi: 'Tietoja ei siirretä EU:n eikä ETA:n ulkopuolelle.',
    sv: 'Uppgifter överförs inte utanför EU eller EES.',
    en: 'No data are transferred outside the EU or the EEA.',
  },
  copy: {
    fi: 'Jäljennöksen suojatoimista saa osoitteesta',
    sv: 'En kopia av skyddsåtgärderna fås från',
    en: 'A copy of the safeguards can be had from',
  },
  statement: { fi: 'Lue koko seloste', sv: 'Läs hela beskrivningen', en: 'Read the whole statement' },
  unnamed: { fi: 'Seloste ei nimeä ketään.', sv: 'Beskrivningen nämner ingen.', en: 'The statement names nobody.' },
} as const satisfies Record<string, Said>

/** What each table holds, said to those who hear the page. */
export const recipientCaptions: Record<'processors' | 'transfers', Said> = {
  processors: {
    fi: 'Kuka, mitä, missä maassa ja millä sopimuksella',
    sv: 'Vem, vad, i vilket land och enligt vilket avtal',
    en: 'Who, what, in which country and by which agreement',
  },
  transfers: {
    fi: 'Kenelle, mihin maahan ja millä perusteella',
    sv: 'Till vem, till vilket land och med vilket verktyg',
    en: 'To whom, to which country and by which tool',
  },
}

export const recipientHeads = {
  processors: {
    fi: ['Palveluntarjoaja', 'Palvelu', 'Maa', 'Sopimus'],
    sv: ['Leverantör', 'Tjänst', 'Land', 'Avtal'],
    en: ['Provider', 'Service', 'Country', 'Agreement'],
  },
  transfers: {
    fi: ['Vastaanottaja', 'Maa', 'Siirtoperuste', 'Tilanne'],
    sv: ['Mottagare', 'Land', 'Verktyg', 'Läge'],
    en: ['Receiver', 'Country', 'Transfer tool', 'State'],
  },
} as const satisfies Record<string, Record<Language, readonly string[]>>

export const agreementTexts: Record<'signed' | 'missing', Said> = {
  signed: { fi: 'tehty {day}', sv: 'ingånget {day}', en: 'signed {day}' },
  missing: {
    fi: 'puuttuu: tietoja ei anneta',
    sv: 'saknas: inga uppgifter lämnas',
    en: 'missing: no data are handed over',
  },
}

export const transferTexts: Record<'open' | 'stopped' | 'overdue' | 'incomplete', Said> = {
  open: { fi: 'voimassa, tarkistettu {day}', sv: 'gäller, kontrollerat {day}', en: 'in force, checked {day}' },
  stopped: {
    fi: 'pysäytetty: mitään ei siirretä',
    sv: 'stoppad: ingenting överförs',
    en: 'stopped: nothing is transferred',
  },
  overdue: {
    fi: 'tarkistettu {day}, yli vuosi sitten: mitään ei siirretä',
    sv: 'kontrollerat {day}, för över ett år sedan: ingenting överförs',
    en: 'checked {day}, more than a year ago: nothing is transferred',
  },
  incomplete: {
    fi: 'kesken: mitään ei siirretä',
    sv: 'ofullständigt: ingenting överförs',
    en: 'incomplete: nothing is transferred',
  },
}

export const toolTexts: Record<string, Said> = {
  'adequacy-2023-1795': {
    fi: 'EU:n päätös tietosuojan riittävyydestä (EU–US Data Privacy Framework, 2023/1795)',
    sv: 'EU:s beslut om adekvat skyddsnivå (EU–US Data Privacy Framework, 2023/1795)',
    en: 'EU adequacy decision (EU–US Data Privacy Framework, 2023/1795)',
  },
  'scc-2021-914': {
    fi: 'EU:n vakiolausekkeet (2021/914)',
    sv: 'EU:s standardavtalsklausuler (2021/914)',
    en: 'EU standard contractual clauses (2021/914)',
  },
  bcr: { fi: 'yritystä koskevat sitovat säännöt', sv: 'bindande företagsbestämmelser', en: 'binding corporate rules' },
  'derogation-49': {
    fi: 'poikkeus yksittäistapauksessa (49 artikla)',
    sv: 'undantag i särskilda situationer (artikel 49)',
    en: 'derogation for a specific situation (Art. 49)',
  },
}
