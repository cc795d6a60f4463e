import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Asked } from '../ui/Asked.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import type { PackagePreview, RightsRequest } from './contract.ts'
import { packageQuery } from './queries.ts'
import { useRightsTexts } from './texts.ts'
import { useStep } from './useStep.ts'

const forms = { access: ['html', 'pdf', 'json'], portability: ['json', 'csv'] } as const

/** Art. 15 and 20: what the package holds, what in it is about others, and the package as files. */
export function PackagePart({ request }: { request: RightsRequest }) {
  const said = useRightsTexts()
  const found = useQuery(packageQuery(request.id))
  return (
    <Sheet title={said.package}>
      <Text size="sm" c="dimmed" mb="sm">
        {said.packageText}
      </Text>
      <Asked query={found}>
        {(preview) => (
          <Stack gap="md">
            {preview.portable === false && <Text size="sm">{said.notPortable}</Text>}
            <ul style={{ margin: 0, paddingLeft: '1.2em' }}>
              {preview.holdings.map(({ holding, rows }) => (
                <li key={holding}>
                  {said.holdings[holding] ?? holding}: {said.packageRows(rows)}
                </li>
              ))}
            </ul>
            <Group gap="xs">
              {forms[request.kind as 'access'].map((form) => (
                <Button
                  key={form}
                  component="a"
                  href={`/api/v1/requests/${request.id}/package/${form}`}
                  target="_blank"
                  variant="default"
                  size="xs"
                >
                  {said.preview[form]}
                </Button>
              ))}
            </Group>
            {request.kind === 'access' && !request.repliedAt && (
              <Strangers key={request.revision} request={request} preview={preview} />
            )}
          </Stack>
        )}
      </Asked>
    </Sheet>
  )
}

function Strangers({ request, preview }: { request: RightsRequest; preview: PackagePreview }) {
  const said = useRightsTexts()
  const [shown, setShown] = useState(preview.places.filter(({ covered }) => !covered).map(({ place }) => place))
  const [words, setWords] = useState(preview.coveredWords.join(', '))
  const review = useStep(request, 'redaction', said.reviewedNow)
  const covered = words
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean)
  return (
    <div>
      <Text fw={500}>{said.others}</Text>
      <Text size="sm" c="dimmed">
        {preview.places.length === 0 ? said.noOthers : said.othersText}
      </Text>
      <Stack gap={8} mt="xs">
        {preview.places.map(({ place, before, said: words, after }) => (
          <Checkbox
            key={place}
            checked={!shown.includes(place)}
            label={
              <>
                …{before}
                <strong>{words}</strong>
                {after}…
              </>
            }
            onChange={(event) =>
              setShown(event.currentTarget.checked ? shown.filter((one) => one !== place) : [...shown, place])
            }
          />
        ))}
        <TextInput label={said.coverMore} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Group>
          <Button
            size="xs"
            variant={request.redactionReviewedAt ? 'default' : 'filled'}
            loading={review.isPending}
            onClick={() => review.mutate({ shown, covered })}
          >
            {said.reviewed}
          </Button>
        </Group>
      </Stack>
    </div>
  )
}
