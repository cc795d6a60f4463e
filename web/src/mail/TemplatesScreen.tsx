import { Group, Stack, Text } from '@mantine/core'
import { IconPlus, IconTemplate } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { WriteButton } from '../access/WriteButton.tsx'
import { api } from '../api.ts'
import { to } from '../to.ts'
import { Asked } from '../ui/Asked.tsx'
import { Empty } from '../ui/Empty.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { useDeed } from '../ui/useDeed.ts'
import type { Template, Templates } from './contract.ts'
import { templatesQuery } from './queries.ts'
import { TemplateForm } from './TemplateForm.tsx'
import { useMailTexts } from './texts.ts'

/** Templates of mail, shared by everybody who writes it. */
export function TemplatesScreen() {
  const said = useMailTexts()
  const templates = useQuery(templatesQuery)
  const [edited, setEdited] = useState<Template | 'new' | null>(null)
  return (
    <>
      <PageHead
        title={said.templates}
        under={said.templatesText}
        crumbs={[
          { to: to.messages(), label: said.title },
          { to: to.mailboxes(), label: said.mailboxes },
        ]}
        actions={
          templates.data?.mayAdd && (
            <WriteButton leftSection={<IconPlus size={17} aria-hidden />} onClick={() => setEdited('new')}>
              {said.newTemplate}
            </WriteButton>
          )
        }
      />
      <Asked query={templates}>{(all) => <All templates={all} onEdit={setEdited} />}</Asked>
      {edited && templates.data && (
        <TemplateForm
          template={edited === 'new' ? null : edited}
          fields={templates.data.fields}
          onDone={() => setEdited(null)}
        />
      )}
    </>
  )
}

function All({ templates: { items, mayAdd }, onEdit }: { templates: Templates; onEdit: (template: Template) => void }) {
  const said = useMailTexts()
  const remove = useDeed({
    run: (id: string) => api.delete(`/mail-templates/${id}`),
    done: said.templateRemoved,
    binned: (id) => `mail-template/${id}`,
    refreshes: [['mail', 'templates']],
  })
  if (items.length === 0)
    return (
      <div className="sheet">
        <Empty icon={<IconTemplate size={26} />} title={said.noTemplates}>
          {said.noTemplatesText}
        </Empty>
      </div>
    )
  return (
    <ul className="row-cards sheet">
      {items.map((template) => (
        <li key={template.id} style={{ padding: '13px 16px' }}>
          <Group justify="space-between" align="flex-start" gap="xs">
            <Stack gap={3} miw={0} flex="1 1 240px">
              <Text fw={620}>{template.name}</Text>
              {Object.entries(template.texts).map(([language, { subject }]) => (
                <Text key={language} size="sm" c="dimmed" truncate lang={language}>
                  {said.languages[language]}: {subject}
                </Text>
              ))}
            </Stack>
            {mayAdd && (
              <Group gap={4}>
                <WriteButton
                  size="compact-sm"
                  variant="default"
                  onClick={() => onEdit(template)}
                  label={`${said.edit}: ${template.name}`}
                >
                  {said.edit}
                </WriteButton>
                <WriteButton
                  size="compact-sm"
                  variant="subtle"
                  color="red"
                  label={`${said.remove}: ${template.name}`}
                  onClick={() => remove.mutate(template.id)}
                >
                  {said.remove}
                </WriteButton>
              </Group>
            )}
          </Group>
        </li>
      ))}
    </ul>
  )
}
