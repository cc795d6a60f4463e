import { Text } from '@mantine/core'
import { IconHourglassEmpty } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { to } from '../../to.ts'
import { Empty } from '../../ui/Empty.tsx'
import { useFormat } from '../../ui/format.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import type { ClassDue, PersonDue } from './contract.ts'
import { useRetentionTexts } from './texts.ts'

export function PeopleDuePart({ people, classes, today }: { people: PersonDue[]; classes: ClassDue[]; today: string }) {
  const said = useRetentionTexts()
  const { day } = useFormat()
  const labels = new Map(classes.map((one) => [one.class, one.label]))
  if (people.length === 0)
    return (
      <div className="sheet">
        <Empty icon={<IconHourglassEmpty size={26} />} title={said.noPeople}>
          {said.noPeopleText}
        </Empty>
      </div>
    )
  return (
    <Sheet title={said.people} flush>
      <Text size="sm" c="dimmed" px="lg" pb="sm">
        {said.peopleText}
      </Text>
      <ul className="row-cards" aria-label={said.people}>
        {people.map(({ id, name, class: ofClass, until }) => (
          <li key={id}>
            <Link to={to.person(id)} className="row-card">
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="xs" c="dimmed" className="figures">
                {labels.get(ofClass) ?? ofClass} · {until < today ? said.tonight : said.until(day(until))}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
