import { Group, Stack, Table, Text, TextInput } from '@mantine/core'
import type { FormEvent } from 'react'
import { WriteButton } from '../../access/WriteButton.tsx'
import { api, Problem } from '../../api.ts'
import { useTexts } from '../../texts/index.tsx'
import { NewContent } from '../../ui/NewContent.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { saidProblem } from '../../ui/said-problem.ts'
import { useDeed } from '../../ui/useDeed.ts'
import { useTyped } from '../../ui/useTyped.ts'
import type { Bookkeeping, SalesAccount } from './contract.ts'
import { useBookkeepingTexts } from './texts.ts'

/** Where sales stand in the books. A refusal stands at its field. */
export function AccountsPart({ books }: { books: Bookkeeping }) {
  const said = useBookkeepingTexts()
  const texts = useTexts()
  const { groupCompany } = books
  const { typed: accounts, type, revision, saved, news } = useTyped(books, (one) => one.accounts)
  const typeSale = (at: number, part: Partial<SalesAccount>) =>
    type({ sales: accounts.sales.map((one, nth) => (nth === at ? { ...one, ...part } : one)) })
  const save = useDeed({
    run: async () => {
      const answer = await api.put<{ revision: number }>('/bookkeeping', { groupCompany, accounts, revision })
      saved(answer.revision)
    },
    done: said.saved,
    refreshes: [['bookkeeping']],
    quiet: (fault) => fault instanceof Problem && Boolean(fault.detail.field),
  })
  const wrong = (field: string) =>
    save.error instanceof Problem && save.error.detail.field === field ? saidProblem(save.error, texts) : null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const nameOf = ({ category, rate }: SalesAccount) => {
    const name = said.categories[category] ?? category
    if (rate !== null) return `${name} ${String(rate / 100).replace('.', ',')} %`
    return category === 'S' ? `${name}, ${said.otherRates}` : name
  }
  return (
    <Sheet title={said.accounts}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {said.accountsHint}
          </Text>
          <Group grow align="flex-start" preventGrowOverflow={false}>
            {(['receivables', 'bank', 'vat'] as const).map((part) => (
              <TextInput
                key={part}
                miw={130}
                label={said[part]}
                required
                maxLength={20}
                value={accounts[part]}
                error={wrong(part)}
                onChange={(event) => type({ [part]: event.currentTarget.value })}
              />
            ))}
          </Group>
          <Table verticalSpacing={4} withRowBorders={false}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{said.sale}</Table.Th>
                <Table.Th w={104}>{said.account}</Table.Th>
                <Table.Th w={104}>{said.code}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {accounts.sales.map((one, at) => (
                <Table.Tr key={`${one.category} ${one.rate}`}>
                  <Table.Td>{nameOf(one)}</Table.Td>
                  <Table.Td>
                    <TextInput
                      aria-label={`${said.account}: ${nameOf(one)}`}
                      maxLength={20}
                      value={one.account}
                      error={wrong(`sales.${at}.account`)}
                      onChange={(event) => typeSale(at, { account: event.currentTarget.value })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <TextInput
                      aria-label={`${said.code}: ${nameOf(one)}`}
                      maxLength={20}
                      value={one.code}
                      error={wrong(`sales.${at}.code`)}
                      onChange={(event) => typeSale(at, { code: event.currentTarget.value })}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <NewContent news={news} />
          <div>
            <WriteButton type="submit" loading={save.isPending}>
              {said.save}
            </WriteButton>
          </div>
        </Stack>
      </form>
    </Sheet>
  )
}
