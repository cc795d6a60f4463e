import { dutiesInForce, labelOfDuty } from './duty.ts'
import type { AccessRegister } from './ports.ts'
import type { Staff } from './staff.ts'

/** Who is signed in, what they may do here, and what they still have to do before it. */
export function meOf(staff: Staff, register: AccessRegister) {
  const published = register.current()
  const policy = published?.policy ?? null
  const duties = dutiesInForce(staff, policy)
  return {
    staff: { id: staff.id, name: staff.name, email: staff.email, language: staff.language },
    duties: duties.map((id) => ({ id, label: labelOfDuty(id, policy) })),
    duty: duties[0] ?? null,
    /** Declared fields that a duty of theirs reads: a place of a field that nobody declared is shown to nobody. */
    reads: [...new Set(duties.flatMap((id) => [...(policy?.duties.get(id)?.reads ?? [])]))].sort(),
    writes: [...new Set(duties.flatMap((id) => [...(policy?.duties.get(id)?.writes ?? [])]))].sort(),
    needs: staff.needs,
    register: { name: published?.statement.register?.name ?? null },
    statement: published ? { version: published.version, hash: published.hash } : null,
    readOnly: register.readOnly() !== null,
    alarm:
      register.altered().length > 0
        ? { code: 'STATEMENT_TAMPERED', versions: register.altered().map(({ version }) => version) }
        : register.undeclared().length > 0
          ? { code: 'COLUMN_NOT_DECLARED', columns: register.undeclared().map(({ column }) => column) }
          : null,
  }
}
