import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { Asked } from '../ui/Asked.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Form } from '../ui/Form.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import { useDeed } from '../ui/useDeed.ts'
import type { Audience, Campaign, Rules, Segment } from './contract.ts'
import { KeptNote } from './KeptNote.tsx'
import { type CampaignSettings, SettingsFields } from './NewCampaignScreen.tsx'
import { rulesQuery, segmentsQuery } from './queries.ts'
import { ReachPart } from './ReachPart.tsx'
import { useMarketingTexts } from './texts.ts'
import { useKept } from './useKept.ts'

/** Who a campaign is for, and at once how many of them may be told and why the others may not. */
export function AudiencePart({ campaign }: { campaign: Campaign }) {
  const said = useMarketingTexts()
  const rules = useQuery(rulesQuery)
  const kept = useKept(campaign, 'audience')
  return (
    <div className="writing">
      <Stack gap="lg">
        <Sheet title={said.audience.title} actions={<KeptNote {...kept} />}>
          <Asked query={rules}>
            {(known) => <Filters rules={known} audience={kept.value} onChange={kept.change} />}
          </Asked>
        </Sheet>
        <Sheet title={said.settings}>
          <Asked query={rules}>{(known) => <SettingsOf campaign={campaign} rules={known} />}</Asked>
        </Sheet>
      </Stack>
      <ReachPart campaign={campaign} />
    </div>
  )
}

function SettingsOf({ campaign, rules }: { campaign: Campaign; rules: Rules }) {
  const said = useMarketingTexts()
  const { name, topics, groupCompany, jobRoles, productGroups } = campaign
  const [parts, setParts] = useState<CampaignSettings>({ name, topics, groupCompany, jobRoles, productGroups })
  const before = JSON.stringify({ name, topics, groupCompany, jobRoles, productGroups })
  const keep = useDeed({
    run: () => api.patch<Campaign>(`/campaigns/${campaign.id}`, parts, campaign.revision),
    done: said.saved,
    refreshes: [['campaigns']],
  })
  const isChanged = JSON.stringify(parts) !== before
  useUnsaved(isChanged)
  return (
    <Stack gap="md">
      <SettingsFields rules={rules} parts={parts} onChange={(next) => setParts({ ...parts, ...next })} />
      {isChanged && (
        <Group justify="flex-end">
          <Button loading={keep.isPending} onClick={() => keep.mutate()}>
            {said.saveNow}
          </Button>
        </Group>
      )}
    </Stack>
  )
}

function Filters({
  rules,
  audience,
  onChange,
}: {
  rules: Rules
  audience: Audience
  onChange: (audience: Audience) => void
}) {
  const { audience: said, languages } = useMarketingTexts()
  const segments = useQuery(segmentsQuery).data ?? []
  const chosen = segments.find((one) => JSON.stringify(one.audience) === JSON.stringify(audience))
  // What is not asked is left out, so that choosing nobody by their role is no profiling.
  const change = (part: Partial<Record<keyof Audience, unknown>>) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...audience, ...part }).filter(([, value]) => value && (value as string).length > 0),
      ) as Audience,
    )
  return (
    <Stack gap="md">
      {segments.length > 0 && (
        <Select
          label={said.saved}
          placeholder={said.savedNone}
          clearable
          data={segments.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen?.id ?? null}
          onChange={(id) => onChange(segments.find((one) => one.id === id)?.audience ?? {})}
        />
      )}
      <MultiSelect
        label={said.relationship}
        data={Object.entries(said.states).map(([value, label]) => ({ value, label }))}
        value={audience.relationship ?? []}
        onChange={(relationship) => change({ relationship })}
      />
      {rules.groupCompanies.length > 1 && (
        <Select
          label={said.company}
          placeholder={said.anyCompany}
          clearable
          data={rules.groupCompanies.map(({ id, name }) => ({ value: id, label: name }))}
          value={audience.groupCompany ?? null}
          onChange={(groupCompany) => change({ groupCompany })}
        />
      )}
      <MultiSelect
        label={said.roles}
        searchable
        data={rules.jobRoles}
        value={audience.jobRoles ?? []}
        onChange={(jobRoles) => change({ jobRoles })}
      />
      <TextInput
        label={said.postcode}
        description={said.postcodeHint}
        inputMode="numeric"
        maxLength={5}
        maw={320}
        value={audience.postcode ?? ''}
        onChange={(event) => change({ postcode: event.currentTarget.value.replace(/\D/g, '') })}
      />
      <MultiSelect
        label={said.languages}
        data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
        value={audience.languages ?? []}
        onChange={(languages) => change({ languages })}
      />
      {(audience.jobRoles || audience.postcode) && (
        <Text size="sm" c="dimmed">
          {said.profiled}
        </Text>
      )}
      {chosen ? (
        <RemoveSegment segment={chosen} />
      ) : (
        Object.keys(audience).length > 0 && <SaveSegment audience={audience} />
      )}
    </Stack>
  )
}

function RemoveSegment({ segment: { id, name } }: { segment: Segment }) {
  const { audience: said } = useMarketingTexts()
  const remove = useDeed({
    run: () => api.delete(`/segments/${id}`),
    done: said.segmentRemoved,
    binned: `segment/${id}`,
    refreshes: [['segments']],
  })
  return (
    <Group>
      <WriteButton
        variant="subtle"
        color="red"
        size="compact-md"
        leftSection={<IconTrash size={16} aria-hidden />}
        label={`${said.removeSegment}: ${name}`}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {said.removeSegment}
      </WriteButton>
    </Group>
  )
}

function SaveSegment({ audience }: { audience: Audience }) {
  const { audience: said } = useMarketingTexts()
  const [name, setName] = useState<string | null>(null)
  const save = useDeed({
    run: () => api.post('/segments', { name, audience }),
    done: said.segmentSaved,
    refreshes: [['segments']],
    then: () => setName(null),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    save.mutate()
  }
  return (
    <>
      <Group>
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconBookmark size={16} aria-hidden />}
          onClick={() => setName('')}
        >
          {said.saveAs}
        </Button>
      </Group>
      <Dialog opened={name !== null} onClose={() => setName(null)} title={said.saveAs}>
        <Form onSubmit={submit}>
          <Stack>
            <TextInput
              label={said.segmentName}
              required
              data-autofocus
              maxLength={120}
              value={name ?? ''}
              onChange={(event) => setName(event.currentTarget.value)}
            />
            <FormFoot label={said.saveAs} busy={save.isPending} onCancel={() => setName(null)} />
          </Stack>
        </Form>
      </Dialog>
    </>
  )
}
