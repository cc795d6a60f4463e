/** [field, words, fi, sv, en, clause, type]. The first pattern that fits wins; narrow ones stand first. */
export type FieldWord = readonly [id: string, words: RegExp, fi: string, sv: string, en: string, clause?: string, type?: 'date' | 'number' | 'boolean' | 'long-text']

export const fieldWords: readonly FieldWord[] = [
  ['person.nationalId', /henkilötunnu|\bhetu|sosiaaliturvatunnu/, 'Henkilötunnus', 'Personbeteckning', 'Personal identity code'],
  ['person.health', /terveydentil|terveystie|sairau|vamma/, 'Terveystiedot', 'Hälsouppgifter', 'Health data'],
  ['person.dietaryNeeds', /allergi|erityisruokavalio|ruokavalio|ruoka-aine/, 'Allergiat ja ruokavaliot', 'Allergier och dieter', 'Allergies and diets'],
  ['person.tradeUnion', /ammattiliit|ay-jäsen/, 'Ammattiliiton jäsenyys', 'Fackföreningsmedlemskap', 'Trade union membership'],
  ['person.bankAccount', /pankkitili|tilinumero|iban/, 'Pankkitili', 'Bankkonto', 'Bank account'],
  ['person.idDocument', /passi(?:n|kopio|\b)|henkilökort|ajokort/, 'Henkilötodistus', 'Identitetshandling', 'Identity document'],
  ['org.businessId', /y-tunnu|yritystunnu|ly-tunnu|yritys- ja yhteisötunnu/, 'Y-tunnus', 'FO-nummer', 'Business ID', 'S5.3'],
  ['org.eInvoiceAddress', /verkkolaskuosoi|verkkolaskutustie|ovt/, 'Verkkolaskuosoite', 'Nätfakturaadress', 'E-invoicing address'],
  ['org.industry', /toimiala/, 'Toimiala', 'Bransch', 'Industry'],
  ['org.size', /henkilöstömäär|henkilöstön määr|yrityksen koko|kokoluok/, 'Henkilöstömäärä', 'Antal anställda', 'Number of employees', undefined, 'number'],
  ['org.turnover', /liikevaihto/, 'Liikevaihto', 'Omsättning', 'Turnover', undefined, 'number'],
  ['org.website', /(?:verkkosivu|kotisivu|www-osoi)(?!\S*\s*(?:käyt|vierai|kävi))/, 'Verkkosivusto', 'Webbplats', 'Website'],
  ['org.addresses', /(?:yrityksen|organisaation|yhtiön|toimipaik|yhteisön|työnantajan|laskutus|toimitus|käynti)\S*[\s-]*(?:\S+\s)?osoi|laskutusosoi|toimitusosoi|toimipaikka/, 'Osoitetiedot', 'Adressuppgifter', 'Address data', 'S5.4'],
  ['org.phone', /(?:yrityksen|organisaation|yhtiön) puhelin|vaihteen numero/, 'Yrityksen puhelinnumero', 'Företagets telefonnummer', "Company's phone number"],
  ['org.email', /(?:yrityksen|organisaation|yhtiön) sähköposti/, 'Yrityksen sähköposti', 'Företagets e-post', "Company's e-mail"],
  ['org.name', /(?:yrityksen|organisaation|yhteisön|yhtiön|työnantajan|asiakasyrityksen|yhdistyksen|taloyhtiön|toimi)\s?(?:ja \S+ )?nim(?:i|en)\b|^(?:edustettu |edustamansa |edustamasi )?(?:yritys|organisaatio|työnantaja|yhtiö)$|toiminimi|yritys\/organisaatio|yritys tai organisaatio|organisaatio(?:, jota)? .*edusta/, 'Yrityksen nimi', 'Företagets namn', 'Company name', 'S5.2'],
  ['person.jobRole', /titteli|tehtävänim|asema (?:yrity|organis|työ)|^(?:työ)?tehtävä$|^asema$|työtehtäv|ammattinim|^ammatti$|^rooli|virka-asema|vastuualue|toimenkuva|asemasta|^tehtävä\b/, 'Tehtävänimike', 'Befattning', 'Job role', 'S5.5'],
  ['person.birthDate', /syntymäaika|syntymäpäiv|syntymävuo/, 'Syntymäaika', 'Födelsetid', 'Date of birth', undefined, 'date'],
  ['person.age', /^ikä\b|ikäryhm/, 'Ikä', 'Ålder', 'Age', undefined, 'number'],
  ['person.gender', /sukupuol/, 'Sukupuoli', 'Kön', 'Gender'],
  ['person.language', /(?:asiointi|äidin|yhteys|viestintä)?kieli\b|kielivalin|kielisyys|kielitie/, 'Asiointikieli', 'Kontaktspråk', 'Language of contact'],
  ['person.ipAddress', /\bip[ -]?osoi/, 'IP-osoite', 'IP-adress', 'IP address'],
  ['person.devices', /laitetie|selaintie|päätelait|selaimen|laitetunnist/, 'Laite- ja selaintiedot', 'Enhets- och webbläsaruppgifter', 'Device and browser data'],
  ['person.webBehaviour', /verkkokäyttäyty|selaus|selailu|(?:verkkosivu|sivusto|palvelu)\S* käytt|käyttötie|kävijätie|vierailu/, 'Verkkosivujen käyttö', 'Användning av webbplatsen', 'Use of the website'],
  ['person.socialMedia', /linkedin|some-|sosiaalisen median|twitter|profiilin osoite/, 'Sosiaalisen median profiili', 'Profil i sociala medier', 'Social media profile'],
  ['person.photo', /valokuv|^kuva(?:t|ma)?\b|videokuva|kameravalvon|tallennevalvon|profiilikuva/, 'Kuvat', 'Bilder', 'Pictures'],
  ['person.callRecording', /puhelutallen|puhelujen talle|tallennetut puhelut/, 'Puhelutallenteet', 'Inspelade samtal', 'Call recordings'],
  ['person.userName', /käyttäjätunnu|käyttäjänim|salasana|kirjautumistie|tunnistautumistie/, 'Käyttäjätunnus', 'Användarnamn', 'User name'],
  ['person.customerNumber', /asiakasnumero|asiakastunnu|asiakas-id|jäsennumero/, 'Asiakasnumero', 'Kundnummer', 'Customer number'],
  ['person.marketingPermissions', /markkinointi(?:lup|luv|suostum|kiel|esto)|suoramarkkinointi|luvat ja (?:suostum|kiel)|suostumukset|markkinoin\S* (?:lup|luv|suostum|kiel)|kiellot|uutiskirjeen tilau/, 'Markkinointiluvat ja -kiellot', 'Marknadsföringstillstånd och -förbud', 'Marketing permissions and objections'],
  ['person.interests', /kiinnostu|mielenkiin|harrastu|kiinnostuksen koht/, 'Kiinnostuksen kohteet', 'Intressen', 'Interests'],
  ['person.eventAttendance', /tapahtum\S*.*(?:osallistu|ilmoittautu)|osallistumi|koulutushistor|ilmoittautumistie|osallistujatie/, 'Osallistuminen tapahtumiin', 'Deltagande i evenemang', 'Event attendance'],
  ['person.contactHistory', /yhteydenpit|yhteydenpido|asiointi(?:hist|tie)|viestihist|kirjeenvaiht|yhteydenot|viestintä|^viesti|asiakaspalautt|palautteet|^palaute|keskustelu|tapaami|sähköpostikirj|tukipyynn|vapaamuotoi|muistiinpan/, 'Yhteydenpito', 'Kontakthistorik', 'Contact history', undefined, 'long-text'],
  ['person.curriculumVitae', /ansioluette|\bcv\b|työhakemu|työkokemus|koulutustausta|^koulutus$/, 'Hakemus ja ansioluettelo', 'Ansökan och CV', 'Application and CV'],
  ['com.creditRating', /luottotie|luottokelpo|maksukäyttäyty|maksuhäiri|luottoluok/, 'Luottotiedot', 'Kreditupplysningar', 'Credit information'],
  ['com.paymentTerms', /maksueh|maksutap|maksutie|maksamis/, 'Maksuehdot', 'Betalningsvillkor', 'Payment terms', 'S5.9'],
  ['com.delivery', /toimitustie|toimituks|toimitu|^kuljetu/, 'Toimitustiedot', 'Leveransuppgifter', 'Delivery details', 'S5.10'],
  ['com.invoicing', /lasku/, 'Laskutus', 'Fakturering', 'Invoicing', 'S5.11'],
  ['com.complaints', /reklamaat|valitu/, 'Reklamaatiot', 'Reklamationer', 'Complaints', 'S5.12'],
  ['com.warranty', /takuu|takui/, 'Takuuasiat', 'Garantiärenden', 'Warranty matters', 'S5.13'],
  ['com.orders', /osto|tilau(?!\S*uutis)|kauppahist|tilaushist/, 'Tilaukset ja ostohistoria', 'Beställningar och köphistorik', 'Orders and purchase history'],
  ['com.contracts', /sopimu/, 'Sopimustiedot', 'Avtalsuppgifter', 'Contract details'],
  ['com.quotes', /tarjou/, 'Tarjoukset', 'Offerter', 'Quotes'],
  ['com.customerSince', /asiakassuhteen (?:alku|alkamis|kesto)|asiakkuuden (?:alku|alkamis)/, 'Asiakassuhteen alkaminen', 'Kundrelationens början', 'Start of the customer relationship', undefined, 'date'],
  ['com.products', /tuote|tuottei|palvelutie|hankitut palvelut|laite|kohteen tie|kiinteistö/, 'Tuotteet ja palvelut', 'Produkter och tjänster', 'Products and services'],
  ['com.customerSegment', /asiakasryhm|asiakasluok|asiakastyyp|segment/, 'Asiakasryhmä', 'Kundgrupp', 'Customer group'],
  ['person.email', /(?:sähkö)posti(?!n?umero|osoite\S* ja postinumero)(?:osoi|$|\b|t|n|ise)|e-?mail|s-posti/, 'Sähköposti', 'E-post', 'E-mail', 'S5.7'],
  ['person.phone', /puhelin|puh\b|matkapuh|gsm|puhelinnum/, 'Puhelinnumero', 'Telefonnummer', 'Phone number', 'S5.6'],
  ['person.address', /kotiosoi|(?:asiakkaan|henkilön|rekisteröidyn) (?:posti)?osoi|kotipaik|kotikun|asuinpaik/, 'Kotiosoite', 'Hemadress', 'Home address'],
  ['address', /osoite|osoitetie|postinumero|posti\S* ja|postitoimi|\bosoit|paikkakun/, 'Osoite', 'Adress', 'Address', 'S5.4'],
  ['person.name', /nim(?:i|et|ensä|esi)\b|etuni|sukuni|nimitie|\bnimen\b|kontaktihenkilö|yhteyshenkilö/, 'Nimi', 'Namn', 'Name', 'S5.5'],
]

/** What the text calls open: "other information" names nothing. */
export const openCategory = /^(?:sekä |ja |tai |myös )?(?:mahdolli\S+ |joitakin |kaikki )?(?:muu|muut|muita|muuta|muista)\b.*(?:tiedo|tieto|seika|asiat|materiaal)/
export const openList = /(?<![\p{L}])(?:mm\.|muun muassa|esim\.|esimerkiksi|kuten|ym\.?|yms\.?|jne\.?|muu\S* vastaav|ynnä muut|tai vastaav)/u
export const sensitiveFields: ReadonlySet<string> = new Set(['person.nationalId', 'person.health', 'person.dietaryNeeds', 'person.tradeUnion', 'person.bankAccount', 'person.idDocument'])

export const systemWords: readonly [string, RegExp, string, string, string][] = [
  ['sys.consent', /suostumu\S*|markkinointilu\S*|suoramarkkinointilu\S*|luvat ja kiel/, 'Suostumukset ja kiellot', 'Samtycken och förbud', 'Consents and objections'],
  ['sys.suppression', /(?:markkinointi)?kiel(?:lo|to)\S*|estolist/, 'Estolista', 'Spärrlista', 'Suppression list'],
  ['sys.messages', /viestiloki|lähetet\S+ (?:viesti|uutiskirje|sähköposti)|viestien lähety|avaami\S* .*uutiskirj/, 'Viestiloki', 'Meddelandelogg', 'Message log'],
  ['sys.cases', /rekisteröid\S+ (?:esittämä\S* )?pyyn|tietopyyn|oikeuksia koskevat pyyn|tietosuojapyyn/, 'Rekisteröidyn pyynnöt', 'Begäranden', 'Rights requests'],
  ['sys.audit', /käyttölok|lokitie|katselulok|tapahtumalok/, 'Käyttöloki', 'Användningslogg', 'Access log'],
]
