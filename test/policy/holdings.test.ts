import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { columnsOf, declaredMaps } from '#statement'
import { ground } from '../../src/ground.ts'
import { holdingsOf } from '../../src/holdings.ts'
import { aRegister } from '../register.ts'

const register = await aRegister()

// Hashes and opaque ids only, kept for accountability, or about staff and not about people in the register.
const ofNobody =
  /^register\.(ledger_|access_log|staff|undertaking|instruction|statement_|retired_field|contact_of_register)/

test('every table with a person in it belongs to a holding', async () => {
  const { rows } = await sql<{ place: string }>`
    select distinct table_schema || '.' || table_name as place from information_schema.columns
    where table_schema in ('register', 'declared')
      and table_name !~ '^access_log'
      and (column_name in ('person_id', 'organisation_id') or column_name = 'people' and data_type = 'ARRAY' or table_name in ('person', 'organisation'))
  `.execute(register.db.owner())
  const held = new Set(holdingsOf(register).flatMap(({ tables }) => tables))
  assert.ok(rows.length >= 12)
  assert.deepEqual(
    rows
      .map(({ place }) => place)
      .filter((place) => !held.has(place))
      .sort(),
    [],
  )
})

test('every column of a table about people is mapped to a declared field or said to be about nobody', async () => {
  const maps = [...ground.maps, ...declaredMaps(register.policy(), ground.maps)]
  const mapped = new Set(maps.flatMap((map) => columnsOf(map).map((column) => `${map.table}.${column}`)))
  const { rows } = await sql<{ path: string }>`
    select table_schema || '.' || table_name || '.' || column_name as path from information_schema.columns
    where table_schema in ('register', 'declared')
  `.execute(register.db.owner())
  assert.deepEqual(
    rows
      .map(({ path }) => path)
      .filter((path) => !mapped.has(path) && !ofNobody.test(path))
      .sort(),
    [],
  )
})

test('every table about people has row policies switched on', async () => {
  const { rows } = await sql<{ place: string }>`
    select n.nspname || '.' || c.relname as place from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('register', 'declared') and c.relkind in ('r', 'p') and not c.relrowsecurity
  `.execute(register.db.owner())
  assert.deepEqual(
    rows.map(({ place }) => place).filter((place) => !ofNobody.test(place)),
    [],
  )
})
