import type { Words } from '../format.ts'

/** What the classes of retention are called where people read of them. */
export const classNames: Readonly<Record<string, Words>> = {
  lead: { fi: 'liidit', sv: 'potentiella kunder', en: 'leads' },
  contact: { fi: 'yhteyshenkilöt', sv: 'kontaktpersoner', en: 'contact persons' },
  'order-contract': { fi: 'tilaukset ja sopimukset', sv: 'beställningar och avtal', en: 'orders and contracts' },
  'invoice-voucher': { fi: 'laskut ja tositteet', sv: 'fakturor och verifikat', en: 'invoices and vouchers' },
  'accounting-book': { fi: 'kirjanpitokirjat', sv: 'bokföringsböcker', en: 'books of account' },
  'complaint-warranty': {
    fi: 'reklamaatiot ja takuut',
    sv: 'reklamationer och garantier',
    en: 'complaints and warranties',
  },
  'consent-proof': { fi: 'suostumusten todisteet', sv: 'bevis på samtycken', en: 'proof of consents' },
  suppression: {
    fi: 'markkinoinnin estolista',
    sv: 'spärrlistan för marknadsföring',
    en: 'marketing suppression list',
  },
  'message-log': { fi: 'viestiloki', sv: 'meddelandeloggen', en: 'message log' },
  'rights-case': { fi: 'rekisteröityjen pyynnöt', sv: 'registrerades begäranden', en: 'requests of data subjects' },
  'access-log': { fi: 'käyttöloki', sv: 'användningsloggen', en: 'access log' },
  backup: { fi: 'varmuuskopiot', sv: 'säkerhetskopior', en: 'backups' },
}

export const systemNames: Readonly<Record<string, Words>> = {
  'sys.consent': { fi: 'suostumukset ja kiellot', sv: 'samtycken och förbud', en: 'consents and objections' },
  'sys.suppression': {
    fi: 'markkinoinnin estolista',
    sv: 'spärrlistan för marknadsföring',
    en: 'marketing suppression list',
  },
  'sys.messages': { fi: 'viestiloki', sv: 'meddelandeloggen', en: 'message log' },
  'sys.cases': { fi: 'rekisteröityjen pyynnöt', sv: 'registrerades begäranden', en: 'requests of data subjects' },
  'sys.audit': { fi: 'käyttöloki', sv: 'användningsloggen', en: 'access log' },
}
