/** Words of sections 8 and 9. */
export const sharingWords = {
  onlyThese: {
    fi: 'Luovutamme tietoja vain näille:',
    sv: 'Vi lämnar ut uppgifter endast till:',
    en: 'We disclose data only to:',
  },
  recipientNames: {
    fi: {
      'group-companies': 'Konsernin yhtiöt',
      authority: 'Viranomaiset',
      'legal-claims': 'Oikeudelliset neuvonantajat ja tuomioistuimet',
      'named-company': 'Nimetty yritys',
      profession: 'Ammatinharjoittajat',
    },
    sv: {
      'group-companies': 'Koncernens bolag',
      authority: 'Myndigheter',
      'legal-claims': 'Juridiska rådgivare och domstolar',
      'named-company': 'Namngivet företag',
      profession: 'Yrkesutövare',
    },
    en: {
      'group-companies': 'Companies of the group',
      authority: 'Authorities',
      'legal-claims': 'Legal advisers and courts',
      'named-company': 'A named company',
      profession: 'Professionals',
    },
  },
  recipientWhy: {
    fi: {
      'group-companies': 'samoihin tarkoituksiin, jotka kohdassa 4 on kerrottu.',
      authority: 'vain kun laki velvoittaa.',
      'legal-claims': 'vain sen verran kuin oikeusvaateen esittäminen tai siltä puolustautuminen vaatii.',
      'named-company': 'vain kohdassa 4 kerrottuihin tarkoituksiin.',
      profession: 'vain sen verran kuin toimeksianto vaatii.',
    },
    sv: {
      'group-companies': 'för samma ändamål som anges i avsnitt 4.',
      authority: 'endast när lagen kräver det.',
      'legal-claims': 'endast så mycket som krävs för att framställa eller bemöta ett rättsligt anspråk.',
      'named-company': 'endast för de ändamål som anges i avsnitt 4.',
      profession: 'endast så mycket som uppdraget kräver.',
    },
    en: {
      'group-companies': 'for the same purposes as told in section 4.',
      authority: 'only where the law requires it.',
      'legal-claims': 'only as much as making a legal claim or answering one takes.',
      'named-company': 'only for the purposes told in section 4.',
      profession: 'only as much as the assignment takes.',
    },
  },
  fourEyes: {
    fi: 'Kaksi ihmistä tarkistaa jokaisen luovutuksen.',
    sv: 'Två personer granskar varje utlämnande.',
    en: 'Two people check every disclosure.',
  },
  law: { fi: 'Säädös', sv: 'Författning', en: 'Law' },
  notSold: {
    fi: 'Emme myy tietoja emmekä anna niitä muille omaan käyttöön.',
    sv: 'Vi säljer inga uppgifter och ger dem inte till andra för deras eget bruk.',
    en: 'We do not sell data, nor give them to others for their own use.',
  },
  outsource: {
    fi: 'Nämä palveluntarjoajat käsittelevät tietoja puolestamme ja vain meidän ohjeidemme mukaan.',
    sv: 'Dessa tjänsteleverantörer behandlar uppgifter för vår räkning och endast enligt våra anvisningar.',
    en: 'These service providers process data on our behalf and only as we instruct.',
  },
  agreements: {
    fi: 'Jokaisen kanssa on tietojenkäsittelysopimus ennen kuin se saa tietoja.',
    sv: 'Med var och en finns ett personuppgiftsbiträdesavtal innan den får några uppgifter.',
    en: 'Each has a data processing agreement before it receives any data.',
  },
  processorCaption: { fi: 'Henkilötietojen käsittelijät', sv: 'Personuppgiftsbiträden', en: 'Processors' },
  processorHead: {
    fi: ['Palvelu', 'Maa', 'Sopimus', 'Alihankkijat'],
    sv: ['Tjänst', 'Land', 'Avtal', 'Underleverantörer'],
    en: ['Service', 'Country', 'Agreement', 'Sub-processors'],
  },
  privacy: { fi: 'tietosuojakäytäntö', sv: 'dataskyddspolicy', en: 'privacy policy' },
  signed: { fi: 'Allekirjoitettu', sv: 'Undertecknat', en: 'Signed' },
  inForce: { fi: 'Voimassa', sv: 'I kraft', en: 'In force' },
  missing: { fi: 'Puuttuu', sv: 'Saknas', en: 'Missing' },
  transferHeading: { fi: 'EU- ja ETA-alueen ulkopuolelle', sv: 'Utanför EU och EES', en: 'Outside the EU and the EEA' },
  deny: {
    fi: 'Pidämme tiedot EU- ja ETA-alueella. Siirto muualle on järjestelmässä estetty, ellei sitä ole lueteltu tässä.',
    sv: 'Vi håller uppgifterna inom EU och EES. Överföring någon annanstans är spärrad i systemet om den inte räknas upp här.',
    en: 'We keep the data within the EU and the EEA. The system blocks any transfer that is not listed here.',
  },
  safeguards: {
    fi: 'Jokaisella siirrolla on laissa tarkoitettu suojakeino, ja voit saada siitä jäljennöksen.',
    sv: 'Varje överföring har en skyddsåtgärd enligt lag, och du kan få en kopia av den.',
    en: 'Every transfer has a safeguard that the law names, and you can have a copy of it.',
  },
  noTransfers: {
    fi: 'Tietoja ei siirretä EU- tai ETA-alueen ulkopuolelle.',
    sv: 'Inga uppgifter överförs utanför EU eller EES.',
    en: 'No data are transferred outside the EU or the EEA.',
  },
  transferCaption: {
    fi: 'Siirrot kolmansiin maihin',
    sv: 'Överföringar till tredjeländer',
    en: 'Transfers to third countries',
  },
  transferHead: {
    fi: ['Vastaanottaja', 'Maa', 'Miksi', 'Suojakeino', 'Jäljennös'],
    sv: ['Mottagare', 'Land', 'Varför', 'Skyddsåtgärd', 'Kopia'],
    en: ['Recipient', 'Country', 'Why', 'Safeguard', 'Copy from'],
  },
  checked: { fi: 'tarkistettu', sv: 'kontrollerat', en: 'checked' },
  why: {
    fi: {
      backup: 'Varmuuskopiointi',
      support: 'Tekninen tuki',
      hosting: 'Palvelinympäristö',
      'delivery-monitoring': 'Perillemenon seuranta',
    },
    sv: {
      backup: 'Säkerhetskopiering',
      support: 'Teknisk support',
      hosting: 'Servermiljö',
      'delivery-monitoring': 'Uppföljning av leveransen',
    },
    en: {
      backup: 'Backup',
      support: 'Technical support',
      hosting: 'Hosting',
      'delivery-monitoring': 'Monitoring of delivery',
    },
  },
  tools: {
    fi: {
      'adequacy-2023-1795': 'EU:n päätös tietosuojan riittävästä tasosta (EU–US Data Privacy Framework, 2023/1795)',
      'scc-2021-914': 'EU:n vakiosopimuslausekkeet (2021/914)',
      bcr: 'Yritystä koskevat sitovat säännöt',
      'derogation-49': 'Poikkeus yksittäistapauksessa (49 artikla)',
    },
    sv: {
      'adequacy-2023-1795': 'EU:s beslut om adekvat skyddsnivå (EU–US Data Privacy Framework, 2023/1795)',
      'scc-2021-914': 'EU:s standardavtalsklausuler (2021/914)',
      bcr: 'Bindande företagsbestämmelser',
      'derogation-49': 'Undantag i särskilda situationer (artikel 49)',
    },
    en: {
      'adequacy-2023-1795': 'EU adequacy decision (EU–US Data Privacy Framework, 2023/1795)',
      'scc-2021-914': 'EU standard contractual clauses (2021/914)',
      bcr: 'Binding corporate rules',
      'derogation-49': 'Derogation for a specific situation (Article 49)',
    },
  },
} as const
