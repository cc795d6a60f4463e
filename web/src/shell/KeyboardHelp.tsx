import { Group, Kbd, Modal, Table } from '@mantine/core'
import { Fragment } from 'react'
import { useTexts } from '../texts/index.tsx'
import { modKey } from './mod-key.ts'

export function KeyboardHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { shell, ui } = useTexts()
  const { keyboardKeys: said } = shell
  const keys: [string, string[][]][] = [
    [said.search, [[modKey, 'K']]],
    [said.enquiries, [['Alt', '1']]],
    [said.companies, [['Alt', '2']]],
    [said.people, [['Alt', '3']]],
    [said.statement, [['Alt', '4']]],
    [shell.places.myDay, [['Alt', '5']]],
    [shell.places.tasks, [['Alt', '6']]],
    [said.filter, [['/']]],
    [said.create, [['N']]],
    [said.nextPrevious, [['J'], ['K']]],
    [said.close, [['Esc']]],
    [said.help, [['?']]],
  ]
  return (
    <Modal opened={opened} onClose={onClose} title={shell.keyboard} closeButtonProps={{ 'aria-label': ui.close }}>
      <Table verticalSpacing={7}>
        <Table.Tbody>
          {keys.map(([what, ways]) => (
            <Table.Tr key={what}>
              <Table.Th scope="row" fw={450}>
                {what}
              </Table.Th>
              <Table.Td>
                <Group gap={5} justify="flex-end">
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
    </Modal>
  )
}
