import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconTestPipe } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../api.ts'
import { type SaidSource, SourceChoice, useSourceAtFirst } from '../register/SourceChoice.tsx'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import { type Choices, ChoicesPart } from './ChoicesPart.tsx'
import { ColumnTargets } from './ColumnTargets.tsx'
import type { FileColumns, ImportNow } from './contract.ts'
import { EncodingChoice } from './EncodingChoice.tsx'
import { columnsQuery } from './queries.ts'
import { useExchangeTexts } from './texts.ts'

/** What each column of the file fills, where the data come from, and what happens to whoever is held already. */
export function ColumnsPart({ run, onTried }: { run: ImportNow; onTried: () => void }) {
  const columns = useQuery(columnsQuery(run.id))
  return (
    <Asked query={columns}>
      {(read) => <Mapping key={read.header.join()} run={run} read={read} onTried={onTried} />}
    </Asked>
  )
}

function Mapping({ run, read, onTried }: { run: ImportNow; read: FileColumns; onTried: () => void }) {
  const said = useExchangeTexts()
  const [columns, setColumns] = useState(read.columns)
  const first = useSourceAtFirst()
  const [own, setOwn] = useState<SaidSource | null>(read.kept ? { source: read.kept.source } : null)
  const source = { ...first, ...own }
  const [choices, setChoices] = useState<Choices>({
    personKey: read.kept?.personKey ?? 'person.email',
    companyKey: read.kept?.companyKey ?? 'org.businessId',
    overwrite: read.kept?.overwrite ?? {},
    noticesADay: null,
  })
  const tryIt = useDeed({
    run: () => {
      const { noticesADay, ...rest } = choices
      return api.post(`/imports/${run.id}/trial`, {
        columns,
        ...source,
        ...rest,
        ...(noticesADay ? { noticesADay } : {}),
      })
    },
    refreshes: [['imports']],
    then: onTried,
  })
  const several = new Set(['person.email', 'person.phone'])
  const choose = (at: number, target: string | null) =>
    setColumns(columns.map((one, n) => (n === at ? target : one === target && !several.has(one ?? '') ? null : one)))
  return (
    <>
      <Sheet title={said.columns} actions={<Text size="sm">{said.kinds[read.kind]}</Text>}>
        <Stack gap="md">
          {read.isKnown && <Alert color="petrol">{said.known}</Alert>}
          <Text size="sm" c="dimmed">
            {said.columnsText}
          </Text>
          <EncodingChoice read={read} />
          <ColumnTargets read={read} columns={columns} onChoose={choose} />
        </Stack>
      </Sheet>
      <Sheet title={said.origin}>
        <SourceChoice said={source} onChange={setOwn} />
      </Sheet>
      <ChoicesPart
        read={read}
        columns={columns}
        choices={choices}
        onChange={setChoices}
        isOwnRegister={source.source === 'own-register'}
      />
      <Group justify="flex-end">
        <Text size="sm" c="dimmed">
          {said.tryText}
        </Text>
        <Button
          loading={tryIt.isPending}
          leftSection={<IconTestPipe size={17} aria-hidden />}
          onClick={() => tryIt.mutate()}
        >
          {said.try}
        </Button>
      </Group>
    </>
  )
}
