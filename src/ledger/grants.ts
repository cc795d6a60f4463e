/** What each role may do with the ledger and the access log. Names are login names; nobody may update, for ever. */
export function grantsOfLedger(dutyLogins: readonly string[], loginOf: (role: string) => string): string[] {
  const [ledger, sealer, retention, rights] = ['ledger', 'sealer', 'retention', 'rights'].map(loginOf) as [
    string,
    string,
    string,
    string,
  ]
  const writers = [...new Set([...dutyLogins, sealer, retention, rights])]
  const everyone = [...new Set([...writers, ledger])]

  return [
    ...everyone.map((login) => `grant usage on schema register, seloste to ${quoted(login)}`),
    ...everyone.map((login) => `grant execute on function seloste.at, seloste.acting to ${quoted(login)}`),
    // By column: `seq` is for the database alone, also with `overriding system value`.
    ...writers.map((login) => `grant insert (hash, at) on register.ledger_leaf to ${quoted(login)}`),
    ...writers.map((login) => `grant insert (hash, salt, payload) on register.ledger_opening to ${quoted(login)}`),
    // A duty speaks for itself alone, and which statement was published is for publishing to say.
    'alter table register.ledger_opening enable row level security',
    `create policy "each duty for itself" on register.ledger_opening for insert to ${writers.map(quoted).join(', ')}
       with check (session_user = ${literal(loginOf(''))} || replace(payload ->> 'duty', '-', '_') and payload ->> 'what' <> 'statement.published')`,
    `create policy "what leaves stand for" on register.ledger_opening for select to ${[sealer, retention, rights].map(quoted).join(', ')} using (true)`,
    `create policy "erased by right or age" on register.ledger_opening for delete to ${[retention, rights].map(quoted).join(', ')} using (true)`,
    `grant insert (at, by, duty, purpose, people, fields, under) on register.access_log to ${quoted(ledger)}`,

    `grant select on register.ledger_leaf, register.ledger_opening, register.access_log to ${quoted(sealer)}`,
    // C-579/21: when and why somebody looked is told to the person; who it was is not.
    `grant select (id, at, duty, purpose, people, fields, under) on register.access_log to ${quoted(rights)}`,
    `grant select, insert on register.ledger_index, register.ledger_checkpoint to ${quoted(sealer)}`,
    `grant execute on function seloste.make_access_log_months, seloste.sort_in_access_log to ${quoted(sealer)}`,

    // Art. 17 GDPR: what a leaf stands for may be erased; the leaf itself says nothing to anybody.
    ...[retention, rights].map((login) => `grant select, delete on register.ledger_opening to ${quoted(login)}`),
    `grant execute on function seloste.drop_access_log_month to ${quoted(retention)}`,
  ]
}

function literal(text: string) {
  return `'${text.replaceAll("'", "''")}'`
}

function quoted(login: string) {
  return `"${login.replaceAll('"', '""')}"`
}
