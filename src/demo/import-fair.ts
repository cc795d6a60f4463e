import { findDuplicates, importFromFile } from '#exchange'
import type { Occasion } from '#ledger'
import type { Running } from '#statement'
import type { Database } from '../database.ts'

const lines = [
  'Yritys;Etunimi;Sukunimi;Sähköposti;Puhelin;Uutiskirje',
  'Messuvieras Sähkö Oy;Tuija;Messala;tuija.messala@messuvieras.example;040 000 2001;kyllä',
  'Messuvieras Sähkö Oy;Urho;Messala;urho.messala@messuvieras.example;040 000 2002;ei',
  'Osaston Kaluste Oy;Kerttu;Osasto;kerttu.osasto@osasto.example;040 000 2003;kyllä',
  'Osaston Kaluste;Osasto;Kerttu;kerttu@osasto.example;040 000 2003;',
  'Aulan Valo Oy;Pyry;Aula;pyry.aula@;040 000 2004;kyllä',
]

/** A list that came home from a fair: most of it is taken, one line is refused, and two cards turn out to be one person. */
export async function importFair(register: Running<Database>, occasion: Occasion) {
  const bytes = (async function* () {
    yield Buffer.from(lines.join('\r\n'))
  })()
  const { people, refused } = await importFromFile(register, occasion, bytes, { source: 'contact', run: true })
  const pairs = await findDuplicates(register)
  return { people, refused, pairs }
}
