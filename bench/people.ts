import pg from 'pg'

export interface Made {
  people: number
  organisations: number
  seconds: number
}

// Fictional people: common Finnish and Swedish names put together by number, domains reserved for examples.
const families =
  `Virtanen Korhonen Mäkinen Nieminen Mäkelä Hämäläinen Laine Heikkinen Koskinen Järvinen Lehtonen Lehtinen Saarinen Salminen
  Heinonen Niemi Heikkilä Salonen Kinnunen Turunen Salo Laitinen Tuominen Rantanen Karjalainen Jokinen Mattila Savolainen Lahtinen
  Ahonen Leppänen Väisänen Hiltunen Pitkänen Miettinen Koivisto Manninen Räsänen Mustonen Hakala Kallio Öhman Åkerblom Ström Lindroos
  Österberg Sjöblom Wikström Äikäs Öörni Kärkkäinen Hyvönen Pöysti Närhi Yli-Mattila Kettunen Toivonen Peltola Vainio Ahola`.split(
    /\s+/,
  )
const givens =
  `Maija Päivi Eeva Aino Helmi Sofia Aada Lumi Venla Kerttu Äly Åsa Ylva Märta Sölvi Tuuli Kaisa Outi Riitta Sirpa Anneli
  Juhani Matti Mikael Olavi Pekka Jarkko Väinö Yrjö Åke Örjan Göran Håkan Jörgen Sakari Tapani Eino Onni Leevi Elias Vilho Urho Kalevi
  Antti Teemu Ville Sami Jere Aarne Börje Kyösti Hyökki Säde Tähti Pyry Myrsky Lahja Toini Irmeli Tellervo Kielo`.split(
    /\s+/,
  )
const firms =
  `Rakennus Sähkö Lämpö Kuljetus Kiinteistö Huolto Maalaus Metalli Puutarha Leipomo Ohjelmisto Insinööri Tilitoimisto Konepaja
  Kaluste Väri Sähköasennus Pesula Laiva Metsä Kivi Lasi Katto Putki Talous Ääni Öljy Ympäristö Järvi Saha`.split(/\s+/)

/** Fills a migrated register with this many people and a fifth as many companies: the same ones every time. */
export async function makePeople(url: string, people: number): Promise<Made> {
  const began = performance.now()
  const organisations = Math.max(Math.floor(people / 5), 1)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('set local synchronous_commit = off')
    // Filled row by row, the indexes of words would take most of the time: they are made again at the end.
    const { rows } = await client.query<{ name: string; definition: string }>(words)
    for (const { name } of rows) await client.query(`drop index ${name}`)
    for (const text of statements)
      await client.query(text.replaceAll(':people', String(people)).replaceAll(':firms', String(organisations)))
    await client.query(`set local maintenance_work_mem = '1GB'`)
    for (const { definition } of rows) await client.query(definition)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  return { people, organisations, seconds: Math.round((performance.now() - began) / 100) / 10 }
}

const words = `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
  join pg_class held on held.oid = indexrelid join pg_am way on way.oid = held.relam
  where way.amname = 'gin' and held.relnamespace = 'register'::regnamespace and pg_get_indexdef(indexrelid) like '%gin_trgm_ops%'`

const list = (names: readonly string[]) => `(array[${names.map((name) => `'${name}'`).join(',')}])`
const pick = (names: readonly string[], number: string) => `${list(names)}[1 + (${number}) % ${names.length}]`
const id = (kind: number, number: string) =>
  `('018f0000-000${kind}-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const day = (number: string) =>
  `timestamptz '2024-01-02 09:00+02' + ((${number}) % 700) * interval '1 day' + ((${number}) % 30000) * interval '1 second'`
const family = pick(families, 'n * 7 + n / 60')
const given = pick(givens, 'n * 11 + n / 3600')
const mail = `seloste.folded(replace(${given}, ' ', '') || '.' || ${family}) || n || '@' || 'yritys' || (1 + n % :firms) || '.example'`
const weigh = (number: string) =>
  [7, 9, 10, 5, 8, 4, 2]
    .map((weight, at) => `substr(lpad((${number})::text, 7, '0'), ${at + 1}, 1)::int * ${weight}`)
    .join(' + ')
const control = (number: string) => `(11 - (${weigh(number)}) % 11) % 11`

const statements = [
  `insert into register.organisation (id, form, name, business_id, created_at, changed_at)
   select ${id(1, 'n')}, 'company', ${pick(families, 'n * 13')} || 'n ' || ${pick(firms, 'n / 60 + n')} || ' ' || n || ' Oy',
     case when (${weigh('n')}) % 11 = 1 then null else lpad(n::text, 7, '0') || '-' || ${control('n')} end, ${day('n')}, ${day('n + 40')}
   from generate_series(1, :firms) n`,
  `insert into register.relationship (id, organisation_id, group_company, state, started_at, last_activity_at, payment_terms)
   select ${id(2, 'n')}, ${id(1, 'n')}, (array['valo-energia', 'valo-huolto'])[1 + n % 2],
     (array['prospect', 'customer', 'customer', 'dormant'])[1 + n % 4], ${day('n')}, ${day('n + 40')}, case n % 4 when 0 then null else '14 pv netto' end
   from generate_series(1, :firms) n`,
  `insert into register.person (id, kind, given_name, family_name, created_at, changed_at)
   select ${id(3, 'n')}, 'representative', ${given}, ${family}, ${day('n')}, ${day('n + 20')} from generate_series(1, :people) n`,
  `insert into register.person_email (id, person_id, address, kind, is_primary, added_at)
   select ${id(4, 'n')}, ${id(3, 'n')}, ${mail}, 'personal-work', true, ${day('n')} from generate_series(1, :people) n`,
  `insert into register.person_phone (id, person_id, number, typed, kind, is_primary, added_at)
   select ${id(5, 'n')}, ${id(3, 'n')}, '+35850' || lpad((n::bigint * 7919 % 10000000)::text, 7, '0'), '050 ' || lpad((n::bigint * 7919 % 10000000)::text, 7, '0'),
     'mobile', true, ${day('n')} from generate_series(1, :people) n`,
  `insert into register.affiliation (id, person_id, organisation_id, job_role, since)
   select ${id(6, 'n')}, ${id(3, 'n')}, ${id(1, '1 + n % :firms')}, (array['Toimitusjohtaja', 'Ostaja', 'Talouspäällikkö', 'Isännöitsijä'])[1 + n % 4],
     (${day('n')})::date from generate_series(1, :people) n`,
  `insert into register.person_source (person_id, field, value_id, source, by, recorded_at, obtained_at, as_of)
   select ${id(3, 'n')}, told.field, case told.kind when 3 then ${id(3, 'n')} when 4 then ${id(4, 'n')} else ${id(5, 'n')} end,
     (array['contact', 'order', 'contract', 'organisation'])[1 + n % 4], 'bench', ${day('n')}, ${day('n')}, (${day('n')})::date
   from generate_series(1, :people) n, (values ('person.name', 3), ('person.email', 4), ('person.phone', 5)) told (field, kind)`,
  `insert into register.notice (id, person_id, article, state, source, obtained_at, target_on, due_on, statement_version, settled_at)
   select ${id(7, 'n')}, ${id(3, 'n')}, '13', case when n % 50 = 0 then 'queued' else 'delivered' end, 'contact', ${day('n')},
     (${day('n')})::date, (${day('n')})::date, 1, case when n % 50 = 0 then null else ${day('n')} end from generate_series(1, :people) n`,
]
