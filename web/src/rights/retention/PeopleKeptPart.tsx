import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import type { ClassDue, PersonKept } from './contract.ts'
import { useRetentionTexts } from './texts.ts'

/** Art. 18(2): whose time is over, and who stays while the use of their data is restricted. */
export function PeopleKeptPart({ people, classes }: { people: PersonKept[]; classes: ClassDue[] }) {
  const said = useRetentionTexts()
  const { day } = useFormat()
  const labels = new Map(classes.map((one) => [one.class, one.label]))
  if (people.length === 0) return null
  return (
    <Sheet title={said.keptPeople} flush>
      <Text size="sm" c="dimmed" px="lg" pb="sm">
        {said.keptText}
      </Text>
      <ul className="row-cards" aria-label={said.keptPeople}>
        {people.map(({ id, name, class: ofClass, restrictedSince }) => (
          <li key={id}>
            <Link to={to.person(id)} className="row-card">
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed" className="figures">
                {labels.get(ofClass) ?? ofClass} · {said.restrictedSince(day(restrictedSince))}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
