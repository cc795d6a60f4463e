import { Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Sheet } from '../../ui/Sheet.tsx'
import { CreditRow } from './CreditRow.tsx'
import { useCreditTexts } from './credit.texts.ts'
import { type AskedToCredit, toCreditQuery } from './queries.ts'

/** What was billed beyond the end of contracts, and the press that credits it. Nothing where nothing was. */
export function ToCreditPart({ of }: { of: AskedToCredit }) {
  const said = useCreditTexts()
  const { data } = useQuery(toCreditQuery(of))
  if (!data || data.items.length === 0) return null
  return (
    <Sheet title={said.title}>
      <Stack gap="xs">
        <Text size="xs" c="dimmed">
          {said.why}
        </Text>
        <div className="plain-rows">
          {data.items.map((one) => (
            <CreditRow key={one.id} one={one} isNamed={!of.contract} />
          ))}
        </div>
        {data.more && (
          <Text size="xs" c="dimmed">
            {said.more}
          </Text>
        )}
      </Stack>
    </Sheet>
  )
}
