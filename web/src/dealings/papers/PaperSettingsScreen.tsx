import { Alert, Anchor, Grid, Select, Stack } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { to } from '../../to.ts'
import { Asked } from '../../ui/Asked.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import type { PaperSetting } from './contract.ts'
import { LogoPart } from './LogoPart.tsx'
import { paperSettingQuery } from './queries.ts'
import { SamplePart } from './SamplePart.tsx'
import { usePaperTexts } from './texts.ts'
import { WordsPart } from './WordsPart.tsx'

/** What stands on the papers of a group company. */
export function PaperSettingsScreen() {
  const said = usePaperTexts()
  const [groupCompany, setGroupCompany] = useState<string>()
  const query = useQuery(paperSettingQuery(groupCompany))
  const companies = query.data?.groupCompanies ?? []
  return (
    <>
      <PageHead
        title={said.settings}
        under={said.settingsUnder}
        actions={
          companies.length > 1 && (
            <Select
              aria-label={said.groupCompany}
              allowDeselect={false}
              data={companies.map(({ id, name }) => ({ value: id, label: name }))}
              value={groupCompany ?? query.data?.groupCompany ?? null}
              onChange={(next) => setGroupCompany(next ?? undefined)}
            />
          )
        }
      />
      <Asked query={query}>{(setting) => <Parts key={setting.groupCompany} setting={setting} />}</Asked>
    </>
  )
}

function Parts({ setting }: { setting: PaperSetting }) {
  const said = usePaperTexts()
  return (
    <Grid gap="md">
      <Grid.Col span={{ base: 12, md: 7 }}>
        <Stack gap="md">
          {setting.seller.accounts.length === 0 && (
            <Alert variant="light" color="yellow" icon={<IconBuildingBank size={18} aria-hidden />}>
              {said.noAccounts}{' '}
              <Anchor component={Link} to={to.invoicing()} inherit c="inherit" td="underline">
                {said.addAccount}
              </Anchor>
            </Alert>
          )}
          <LogoPart setting={setting} />
          <WordsPart setting={setting} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, md: 5 }}>
        <SamplePart setting={setting} />
      </Grid.Col>
    </Grid>
  )
}
