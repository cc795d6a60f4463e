import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { queryOf } from '../../api.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import type { Bookkeeping } from './contract.ts'
import { useBookkeepingTexts } from './texts.ts'

/** The vouchers of a month, ready to be carried to the bookkeeping program. */
export function VouchersPart({ books: { groupCompany } }: { books: Bookkeeping }) {
  const said = useBookkeepingTexts()
  const [month, setMonth] = useState(monthBefore)
  return (
    <Sheet title={said.vouchers}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {said.vouchersHint}
        </Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            type="month"
            label={said.month}
            value={month}
            onChange={(event) => setMonth(event.currentTarget.value)}
          />
          <Button
            component="a"
            href={`/api/v1/bookkeeping/vouchers.csv${queryOf({ groupCompany, month })}`}
            download
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {said.download}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}

// The books of a month are asked for when it is over.
function monthBefore() {
  const now = new Date()
  const [year, month] = [now.getFullYear(), now.getMonth()]
  return month === 0 ? `${year - 1}-12` : `${year}-${String(month).padStart(2, '0')}`
}
