import { ActionIcon, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { NumberCell } from '../lines/NumberCell.tsx'
import { useFigures } from '../lines/useFigures.ts'
import type { Share } from './contract.ts'
import { useInvoiceTexts } from './texts.ts'

/** When the sum is due: at once, or in instalments that make the whole. */
export function TermsEditor({
  terms,
  onChange,
  error,
}: {
  terms: readonly Share[]
  onChange: (terms: Share[]) => void
  error?: string | undefined
}) {
  const said = useInvoiceTexts()
  const { share: written } = useFigures()
  const isSplit = terms.length > 1
  const first = terms[0] ?? { share: 10_000, days: 14 }
  const sum = terms.reduce((all, { share }) => all + share, 0)
  const change = (n: number, part: Partial<Share>) =>
    onChange(terms.map((one, at) => (at === n ? { ...one, ...part } : one)))
  const split = (on: boolean) =>
    onChange(
      on
        ? [
            { share: 5000, days: first.days },
            { share: 5000, days: first.days + 30 },
          ]
        : [{ share: 10_000, days: first.days }],
    )
  // The last one left is the whole sum: half of an invoice is never due.
  const remove = (n: number) => {
    const left = terms.filter((_, at) => at !== n)
    onChange(left.length > 1 ? left : left.map((one) => ({ ...one, share: 10_000 })))
  }
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="md">
        {!isSplit && (
          <div style={{ width: 150 }}>
            <NumberCell
              label={said.termDays}
              showLabel
              parts={1}
              decimals={0}
              value={first.days}
              error={error}
              onChange={(days) => change(0, { days })}
            />
          </div>
        )}
        <Checkbox
          label={said.instalments}
          checked={isSplit}
          mb={8}
          onChange={(event) => split(event.currentTarget.checked)}
        />
      </Group>
      {isSplit && (
        <>
          {terms.map(({ share, days }, n) => (
            <Group key={n} gap="xs" align="flex-end" wrap="nowrap">
              <div style={{ width: 120 }}>
                <NumberCell
                  label={said.share}
                  showLabel={n === 0}
                  parts={100}
                  decimals={2}
                  value={share}
                  onChange={(next) => change(n, { share: next })}
                />
              </div>
              <div style={{ width: 140 }}>
                <NumberCell
                  label={said.days}
                  showLabel={n === 0}
                  parts={1}
                  decimals={0}
                  value={days}
                  onChange={(next) => change(n, { days: next })}
                />
              </div>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={said.removeInstalment(n + 1)}
                onClick={() => remove(n)}
              >
                <IconTrash size={16} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
          <Group>
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconPlus size={15} aria-hidden />}
              onClick={() =>
                onChange([...terms, { share: Math.max(10_000 - sum, 0), days: (terms.at(-1)?.days ?? 14) + 30 }])
              }
            >
              {said.addInstalment}
            </Button>
          </Group>
          {(sum !== 10_000 || error) && (
            <Text size="sm" c="red" role="alert">
              {sum === 10_000 ? error : said.shareSum(written(sum))}
            </Text>
          )}
        </>
      )}
    </Stack>
  )
}
