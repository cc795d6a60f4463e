import { useFormat } from '../../ui/format.ts'
import { Scrolling } from '../../ui/Scrolling.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import type { ClassDue } from './contract.ts'
import { useRetentionTexts } from './texts.ts'

export function ClassesPart({ classes }: { classes: ClassDue[] }) {
  const said = useRetentionTexts()
  const { day, number } = useFormat()
  const waits = classes.some(({ kept }) => kept > 0)
  return (
    <Sheet title={said.classes} flush>
      <Scrolling label={said.classesTable}>
        <table className="records">
          <thead>
            <tr>
              <th>
                <span>{said.class}</span>
              </th>
              <th>
                <span>{said.count}</span>
              </th>
              <th>
                <span>{said.first}</span>
              </th>
              {waits && (
                <th>
                  <span>{said.kept}</span>
                </th>
              )}
              <th>
                <span>{said.rule}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {classes.map((one) => (
              <tr key={one.class}>
                <td>{one.label}</td>
                <td className="figures">{one.count > 0 ? number(one.count) : said.nothing}</td>
                <td className="figures">{one.first && one.count > 0 ? day(one.first) : said.nothing}</td>
                {waits && <td className="figures">{one.kept > 0 ? number(one.kept) : said.nothing}</td>}
                <td>{one.rule}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Sheet>
  )
}
