import { Group, Kbd, Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { meQuery } from '../access/queries.ts'
import { useTexts } from '../texts/index.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useKeyboardTexts } from './keyboard.texts.ts'
import { modKey } from './mod-key.ts'
import { placesOf } from './places.ts'

type Way = readonly string[]
/** What, and each way to it. */
type Line = readonly [string, readonly Way[]]

const placeKeys = { enquiries: '1', companies: '2', people: '3', statement: '4', myDay: '5', tasks: '6' } as const

/** The keys of the desk, of those places that are this reader's. */
export function KeyboardHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { shell, ui } = useTexts()
  const { data: me } = useQuery(meQuery)
  const words = useKeyboardTexts()
  const { keyboardKeys: said } = shell
  const mine = new Set<string>(placesOf(me ?? { duties: [], reads: [] }).map(({ name }) => name))
  const places = Object.entries(placeKeys) as [keyof typeof placeKeys, string][]
  const groups: [string, readonly Line[]][] = [
    [
      words.anywhere,
      [
        [said.search, [[modKey, 'K']]],
        [said.close, [['Esc']]],
        [said.help, [['?']]],
      ],
    ],
    [
      words.places,
      places.flatMap(([name, key]): Line[] => (mine.has(name) ? [[shell.places[name], [['Alt', key]]]] : [])),
    ],
    [
      words.finder,
      [
        [words.choose, [['↓'], ['↑']]],
        [words.open, [['Enter']]],
      ],
    ],
    [
      words.lists,
      [
        [said.filter, [['/']]],
        [said.create, [['N']]],
        ...(mine.has('enquiries') ? [[said.nextPrevious, [['J'], ['K']]] as Line] : []),
        ...(mine.has('pipeline')
          ? ([
              [words.lift, [[words.space]]],
              [words.carry, [['←'], ['→']]],
            ] as Line[])
          : []),
      ],
    ],
  ]
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="lg"
      title={shell.keyboard}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <div className="key-groups">
        {groups
          .filter(([, lines]) => lines.length > 0)
          .map(([title, lines]) => (
            <KeyGroup key={title} title={title} lines={lines} />
          ))}
      </div>
    </Dialog>
  )
}

function KeyGroup({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <Text component="h3" size="xs" fw={600} c="dimmed" mb={2}>
        {title}
      </Text>
      <Table verticalSpacing={6} horizontalSpacing={0} aria-label={title}>
        <Table.Tbody>
          {lines.map(([what, ways]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={450}>
                {what}
              </Table.Th>
              <Table.Td>
                <Group gap={5} pl="sm" justify="flex-end" wrap="nowrap">
                  {ways.map((way, nth) => (
                    <Fragment key={way.join()}>
                      {nth > 0 && ' / '}
                      {way.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </Fragment>
                  ))}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
