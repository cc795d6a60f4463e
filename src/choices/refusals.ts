import type { RefusalCatalogue } from '#platform/problem'

/** What the choices refuse, in the reader's language. */
export const choicesRefusals: RefusalCatalogue = {
  ONLY_OWN_ACT: {
    fi: 'Henkilö on kieltänyt tämän. Kielto poistuu vain hänen omalla teollaan: lähetä hänelle linkki omille sivuille tai vahvistuslinkki.',
    sv: 'Personen har förbjudit detta. Förbudet upphör bara genom personens egen handling: skicka en länk till den egna sidan eller en bekräftelselänk.',
    en: 'The person has objected to this. Only their own act lifts it: send them a link to their own page or a confirmation link.',
  },
  CONSENT_WITHOUT_PROOF: {
    fi: 'Suostumus tarvitsee näytön: missä allekirjoitettu paperi on tai mitä henkilö sanoi omin sanoin.',
    sv: 'Samtycket behöver ett bevis: var det undertecknade papperet finns eller vad personen sade med egna ord.',
    en: 'A consent needs a proof: where the signed paper is, or what the person said in their own words.',
  },
  WORDING_MISSING: {
    fi: 'Kirjaa sanamuoto, jonka henkilö luki tai kuuli ennen suostumista (enintään 2 000 merkkiä).',
    sv: 'Anteckna den ordalydelse som personen läste eller hörde före samtycket (högst 2 000 tecken).',
    en: 'Record the wording that the person read or heard before consenting (at most 2,000 characters).',
  },
  WORDING_INVALIDATED: {
    fi: 'Tämä sanamuoto on todettu puutteelliseksi, eikä sillä voi enää pyytää suostumusta.',
    sv: 'Den här ordalydelsen har konstaterats bristfällig och kan inte längre användas för samtycke.',
    en: 'This wording was found defective and can no longer be used to ask for a consent.',
  },
  CHANNEL_NOT_DECLARED: {
    fi: 'Seloste ei nimeä tätä kanavaa kohdassa {clause}.',
    sv: 'Beskrivningen nämner inte den här kanalen i punkt {clause}.',
    en: 'The statement does not name this channel in clause {clause}.',
  },
  TOPIC_NOT_DECLARED: {
    fi: 'Seloste ei nimeä tätä aihetta.',
    sv: 'Beskrivningen nämner inte det här ämnet.',
    en: 'The statement does not name this topic.',
  },
  OBJECTION_SCOPE: {
    fi: 'Kerro, mitä kielto koskee: kaikkea suoramarkkinointia, yhtä kanavaa vai yhtä aihetta.',
    sv: 'Ange vad förbudet gäller: all direktmarknadsföring, en kanal eller ett ämne.',
    en: 'Say what the objection covers: all direct marketing, one channel or one topic.',
  },
  LIFTING_NOT_TOLD: {
    fi: 'Kerro henkilölle ensin, että rajoitus päättyy (tietosuoja-asetuksen 18 artiklan 3 kohta).',
    sv: 'Berätta först för personen att begränsningen upphör (artikel 18.3 i dataskyddsförordningen).',
    en: 'Tell the person first that the restriction ends (Art. 18(3) GDPR).',
  },
  LINK_NOT_VALID: {
    fi: 'Linkki ei ole kokonainen tai se ei ole meiltä. Mitään ei muutettu.',
    sv: 'Länken är inte hel eller kommer inte från oss. Ingenting ändrades.',
    en: 'The link is not whole, or it is not ours. Nothing was changed.',
  },
  LINK_EXPIRED: {
    fi: 'Linkin aika on päättynyt. Pyydä uusi.',
    sv: 'Länken gäller inte längre. Be om en ny.',
    en: 'The link has expired. Ask for a new one.',
  },
  CHOICES_KEY_EXPOSED: {
    fi: 'Tiedosto suppression.key on muidenkin luettavissa. Rajaa sen oikeudet vain palvelimelle (chmod 600).',
    sv: 'Filen suppression.key kan läsas av andra. Begränsa rättigheterna till servern (chmod 600).',
    en: 'The file suppression.key is readable by others. Restrict it to the server (chmod 600).',
  },
  CHOICES_KEY_NOT_READ: {
    fi: 'Tiedostossa suppression.key ei ole avainta. Palauta se varmuuskopiosta: uusi avain ei tunne vanhoja kieltoja.',
    sv: 'Filen suppression.key innehåller ingen nyckel. Återställ den från säkerhetskopian: en ny nyckel känner inte igen gamla förbud.',
    en: 'The file suppression.key holds no key. Restore it from the backup: a new key does not know the old objections.',
  },
}
