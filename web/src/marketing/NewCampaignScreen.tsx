import { Checkbox, Group, MultiSelect, Radio, Select, Stack, TextInput } from '@mantine/core'
import { IconMail, IconMailbox } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { Clause } from '../statement/Clause.tsx'
import { capital } from '../texts/index.tsx'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { FormFoot } from '../ui/FormFoot.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Sheet } from '../ui/Sheet.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Campaign, Rules } from './contract.ts'
import { rulesQuery } from './queries.ts'
import { useMarketingTexts } from './texts.ts'
import './marketing.css'
import { Form } from '../ui/Form.tsx'

export function NewCampaignScreen() {
  const said = useMarketingTexts()
  const rules = useQuery(rulesQuery)
  return (
    <>
      <PageHead
        title={said.create.title}
        under={said.create.under}
        crumbs={[{ to: to.campaigns(), label: said.title }]}
      />
      <Sheet maw={760}>
        <Asked query={rules}>{(known) => <NewCampaignForm rules={known} />}</Asked>
      </Sheet>
    </>
  )
}

function NewCampaignForm({ rules }: { rules: Rules }) {
  const said = useMarketingTexts()
  const navigate = useNavigate()
  const [parts, setParts] = useState<CampaignSettings & { channel: string }>({
    ...{
      name: '',
      channel: rules.channels[0] ?? '',
      topics: rules.topics.length === 1 ? [rules.topics[0]?.id ?? ''] : [],
    },
    ...{ groupCompany: rules.groupCompanies[0]?.id ?? '', jobRoles: [], productGroups: [] },
  })
  const create = useDeed({
    run: () => {
      const { groupCompany, ...rest } = parts
      return api.post<Campaign>('/campaigns', groupCompany ? { ...rest, groupCompany } : rest)
    },
    refreshes: [['campaigns']],
    then: ({ id }) => navigate({ to: to.campaign(id) }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  return (
    <Form onSubmit={submit}>
      <Stack gap="lg">
        <Radio.Group
          label={<Labelled text={said.create.channel} clause="S4.12" />}
          value={parts.channel}
          onChange={(channel) => setParts({ ...parts, channel })}
        >
          <Group gap="sm" mt={6}>
            {rules.channels.map((channel) => (
              <Radio.Card key={channel} value={channel} className="channel-card">
                <Group wrap="nowrap" gap="sm">
                  {channel === 'post' ? <IconMailbox size={20} aria-hidden /> : <IconMail size={20} aria-hidden />}
                  <span>{said.channels[channel] ?? channel}</span>
                  <Radio.Indicator ml="auto" />
                </Group>
              </Radio.Card>
            ))}
          </Group>
        </Radio.Group>
        <SettingsFields rules={rules} parts={parts} onChange={(next) => setParts({ ...parts, ...next })} />
        <FormFoot label={said.create.begin} busy={create.isPending} onCancel={() => navigate({ to: to.campaigns() })} />
      </Stack>
    </Form>
  )
}

export interface CampaignSettings {
  name: string
  topics: string[]
  groupCompany: string
  jobRoles: string[]
  productGroups: string[]
}

/** What the gate is asked by, beside the channel: the topics, the sender, and whose work or purchase the message is about. */
export function SettingsFields({
  rules,
  parts,
  onChange,
}: {
  rules: Rules
  parts: CampaignSettings
  onChange: (parts: Partial<CampaignSettings>) => void
}) {
  const { create } = useMarketingTexts()
  return (
    <>
      <TextInput
        label={create.name}
        description={create.nameHint}
        required
        maxLength={120}
        value={parts.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={<Labelled text={create.topics} clause="S4.11" />}
        description={create.topicsHint}
        value={parts.topics}
        onChange={(topics) => onChange({ topics })}
      >
        <Group gap="lg" mt={8}>
          {rules.topics.map(({ id, label }) => (
            <Checkbox key={id} value={id} label={capital(label)} />
          ))}
        </Group>
      </Checkbox.Group>
      {rules.groupCompanies.length > 1 && (
        <Select
          label={create.company}
          data={rules.groupCompanies.map(({ id, name }) => ({ value: id, label: name }))}
          value={parts.groupCompany}
          allowDeselect={false}
          onChange={(groupCompany) => onChange({ groupCompany: groupCompany ?? '' })}
        />
      )}
      <MultiSelect
        label={create.roles}
        description={create.rolesHint}
        data={known(rules.jobRoles, parts.jobRoles)}
        value={parts.jobRoles}
        placeholder={parts.jobRoles.length === 0 ? create.rolesPlaceholder : ''}
        searchable
        hidePickedOptions
        onChange={(jobRoles) => onChange({ jobRoles })}
      />
      {rules.productGroups.length > 0 && (
        <MultiSelect
          label={create.products}
          description={create.productsHint}
          data={known(rules.productGroups, parts.productGroups)}
          value={parts.productGroups}
          hidePickedOptions
          onChange={(productGroups) => onChange({ productGroups })}
        />
      )}
    </>
  )
}

function Labelled({ text, clause }: { text: string; clause: string }) {
  return (
    <>
      {text} <Clause id={clause} />
    </>
  )
}

// The server keeps roles in small letters; what is chosen stands in the list also when nobody has it any more.
function known(all: readonly string[], chosen: readonly string[]) {
  const missing = chosen.filter((one) => !all.some((other) => other.toLowerCase() === one.toLowerCase()))
  return [
    ...all.map((one) => ({ value: chosen.find((other) => other === one.toLowerCase()) ?? one, label: one })),
    ...missing,
  ]
}
